/** Reads the bundled samples once, through the program's own reader processes. */
import { join } from 'node:path';
import type { Reading } from '../../packages/xxgk/src/pipeline.ts';
import { Readers } from '../../packages/xxgk/src/reader/readers.ts';
import { loadFile } from '../../packages/xxgk/src/source-file.ts';

export const samplesFolder = join(import.meta.dirname, '../../samples');

/** What each file gave: its reading, or why it could not be read. */
export type Outcome = { readonly reading: Reading } | { readonly failure: unknown };

export async function readSamples(files: readonly string[]): Promise<Map<string, Outcome>> {
  await using readers = new Readers();
  const outcomes = await Promise.all(
    files.map(async (name): Promise<[string, Outcome]> => {
      try {
        return [
          name,
          { reading: await readers.read(await loadFile(join(samplesFolder, name), null)) },
        ];
      } catch (failure) {
        return [name, { failure }];
      }
    }),
  );
  return new Map(outcomes);
}

/** The reading of a file. @throws why it could not be read. */
export function readingOf(outcomes: ReadonlyMap<string, Outcome>, file: string): Reading {
  const outcome = outcomes.get(file);
  if (!outcome) throw new Error(`${file} was not read`);
  if ('failure' in outcome) throw outcome.failure;
  return outcome.reading;
}
