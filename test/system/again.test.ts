/** What is done again over a store that is filled, and what is not. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentRecord } from '@xxgk/extract';
import { Archive, openStore } from '@xxgk/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestCommand } from '../../packages/xxgk/src/commands/ingest.ts';
import { retryCommand } from '../../packages/xxgk/src/commands/retry.ts';
import { statusCommand } from '../../packages/xxgk/src/commands/status.ts';
import type { RunSummary } from '../../packages/xxgk/src/ingest/summary.ts';
import type { ReadersOptions } from '../../packages/xxgk/src/reader/readers.ts';
import { notice } from './support/notices.ts';
import { silentTerminal } from './support/silent-terminal.ts';
import { treeOf } from './support/tree.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
/** Of each carrier one; the last is read by OCR. */
const files = [
  'annual-report-2015-gbk.html',
  'annual-report-2017.docx',
  'notice-with-plan-2019.pdf',
  'notice-2020-scan.pdf',
] as const;
/** 旧档案/通知.html as a tool of the 2000s wrote it. */
const oldNames = [Buffer.from('bec9b5b5b0b8', 'hex'), Buffer.from('cda8d6aa2e68746d6c', 'hex')];
const good = files.length + 1;

let base = '';
let folder = '';
let store = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  folder = join(base, 'inbox');
  store = join(base, 'store');
  await mkdir(folder);
  for (const file of files) await cp(join(samples, file), join(folder, file));
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7\n1 0 obj << /Type /Cat');
  const [inner, name] = oldNames.map((bytes) => Buffer.concat([Buffer.from('/'), bytes]));
  const old = Buffer.concat([Buffer.from(folder), inner ?? Buffer.alloc(0)]);
  await mkdir(old);
  await writeFile(Buffer.concat([old, name ?? Buffer.alloc(0)]), notice(1));
});

afterAll(() => rm(base, { recursive: true, force: true }));

async function ingest(readers: ReadersOptions = {}): Promise<RunSummary> {
  const terminal = silentTerminal();
  await ingestCommand([folder], { store, json: true }, terminal, readers);
  return JSON.parse(terminal.printed.join('')) as RunSummary;
}

async function retry(code: string): Promise<RunSummary> {
  const terminal = silentTerminal();
  await retryCommand({ store, code, json: true }, terminal);
  return JSON.parse(terminal.printed.join('')) as RunSummary;
}

async function records(): Promise<readonly DocumentRecord[]> {
  await using opened = await openStore(store);
  return await Array.fromAsync(new Archive(opened).records());
}

test('a file whose name is in GBK is read and called by its name', async () => {
  expect(await ingest()).toMatchObject({ files: good + 1, stored: good, failed: 1 });
  const names = (await records()).map(({ source }) => source.file_name);
  expect(names).toContain('通知.html');
});

test('with a lost ledger nothing is written', async () => {
  const before = await treeOf(store);
  await rm(join(store, '.work'), { recursive: true });
  await ingest();
  expect(await treeOf(store)).toEqual(before);
});

test('a lost ledger does not hide what is in quarantine', async () => {
  await rm(join(store, '.work'), { recursive: true });
  const terminal = silentTerminal();
  await statusCommand({ store }, terminal);
  const said = terminal.printed.join('');
  const code = /(parse\/[a-z-]+): 1/.exec(said)?.[1] ?? '';
  expect(code).not.toBe('');
  expect(await retry('parse/none-of-these')).toMatchObject({ files: 0 });
  expect(await retry(code)).toMatchObject({ files: 1, failed: 1 });
});

test('newer extraction reads no file again, whatever had read it', async () => {
  await ingest();
  await damageRaw();
  const entry = fileURLToPath(new URL('support/raised-reader.ts', import.meta.url));
  const before = await records();
  expect(await ingest({ reader: { entry } })).toMatchObject({ stored: good, failed: 1 });
  const after = await records();
  expect(after.map(({ record_id }) => record_id)).toEqual(before.map(({ record_id }) => record_id));
  for (const [index, { made_by }] of after.entries()) {
    const old = before[index]?.made_by.stages;
    expect(made_by.stages).toEqual({ ...old, extract: 'raised' });
  }
});

/** From here on nothing can be read from the bytes. */
async function damageRaw(): Promise<void> {
  await using opened = await openStore(store);
  for await (const { key } of opened.list('raw/')) {
    await opened.put(key, Buffer.from('damaged'), 'application/octet-stream');
  }
}
