/**
 * One process of `xxgk extract`, taken apart: `phases.ts coordinator` or `phases.ts reader FILE`
 * prints as JSON the milliseconds of each of its phases, all of them for the first time in the
 * process, as a user meets them.
 */
import { flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';

const started = performance.now();

/** Milliseconds by phase, in order. */
export type Phases = Readonly<Record<string, number>>;

const phases: Record<string, number> = { start: started };

async function timed<T>(phase: string, run: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const value = await run();
  phases[phase] = performance.now() - start;
  return value;
}

async function coordinator(): Promise<void> {
  await timed('imports', async () => {
    await import('../../packages/xxgk/src/run.ts');
    await import('../../packages/xxgk/src/commands/extract.ts');
  });
}

async function reader(path: string): Promise<void> {
  await timed('imports', () => import('../../packages/xxgk/src/pipeline.ts'));
  const { clean, decode } = await import('@xxgk/ingest');
  const { extract } = await import('@xxgk/extract');
  const { loadFile } = await import('../../packages/xxgk/src/source-file.ts');
  const file = await loadFile(path, null);
  const document = await timed('read', async () => {
    const { decoded, parser } = decode(file);
    const parsed = await parser.parse(decoded, { scratch: tmpdir() });
    const pages = parsed.pages.flatMap((page) => (page.kind === 'text' ? page : []));
    return clean(decoded, { ...parsed, pages });
  });
  await timed('extract', () => extract(document, { version: '0' }));
}

const [role, path = ''] = process.argv.slice(2);
await (role === 'coordinator' ? coordinator() : reader(path));
flushCompileCache();
process.stdout.write(JSON.stringify(phases satisfies Phases));
