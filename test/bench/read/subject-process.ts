/**
 * A process in which one subject reads files, one at a time as it is asked:
 * `subject-process.ts MODULE OPTION`. Answers each question with the time it took.
 */
import { readFile } from 'node:fs/promises';
import type { BenchFile } from './item.ts';
import type { Reader, SubjectModule } from './subject.ts';

export interface Question {
  readonly file: BenchFile;
  /** Whether the answer shall hold the text. */
  readonly wantsText: boolean;
}

export type Answer =
  | { readonly absent: string }
  | { readonly ready: true; readonly peakBytes: number }
  | { readonly failed: string; readonly peakBytes: number }
  | { readonly ms: number; readonly text: string | null; readonly peakBytes: number };

const answer = (message: Answer): void => {
  process.send?.(message);
};

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const peakOf = (reader: Reader): number =>
  reader.peakBytes?.() ?? process.resourceUsage().maxRSS * 1024;

async function ask(reader: Reader, { file, wantsText }: Question): Promise<Answer> {
  const bytes = await readFile(file.path);
  const start = performance.now();
  try {
    const text = await reader.read(file, bytes);
    const ms = performance.now() - start;
    return { ms, text: wantsText ? text : null, peakBytes: peakOf(reader) };
  } catch (error) {
    return { failed: messageOf(error), peakBytes: peakOf(reader) };
  }
}

async function main([module = '', option = '']: readonly string[]): Promise<void> {
  try {
    const loaded = (await import(`./subjects/${module}.ts`)) as SubjectModule;
    const reader = await loaded.load(option);
    process.on('message', (question: Question) => void ask(reader, question).then(answer));
    answer({ ready: true, peakBytes: peakOf(reader) });
  } catch (error) {
    answer({ absent: messageOf(error) });
    process.disconnect();
  }
}

await main(process.argv.slice(2));
