/** OCR in processes of its own: what is lost when one dies, and what is not read twice. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '@xxgk/ingest';
import { ppOcrModel } from '@xxgk/ingest/ocr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ingestCommand } from '../../packages/xxgk/src/commands/ingest.ts';
import { Readers } from '../../packages/xxgk/src/reader/readers.ts';
import { exit } from '../../packages/xxgk/src/terminal.ts';
import { tiff } from '../recipes/image/tiff.ts';
import { type FakeOcr, loggedIn, writeFakeOcr } from './support/fake-ocr.ts';
import { run, start } from './support/program.ts';
import { silentTerminal } from './support/silent-terminal.ts';

let folder: string;
let log: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  log = join(folder, 'log');
  await writeFile(log, '');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pathOf = (url: URL): string => fileURLToPath(url);
const without = {
  main: pathOf(new URL('support/main-without-runtime.ts', import.meta.url)),
  ocr: pathOf(new URL('support/ocr-without-runtime.ts', import.meta.url)),
  reader: pathOf(new URL('support/reader-without-runtime.ts', import.meta.url)),
};

/** Pages with a line of bars where characters stand, each at another height. */
const scan = (pages: readonly number[]): Buffer =>
  tiff(
    pages.map((page) => ({
      width: 400,
      height: 300,
      dpi: 200,
      black: (x, y) => y >= 20 * page && y < 20 * page + 30 && x >= 40 && x < 340 && x % 40 < 26,
    })),
  );

const fileOf = (bytes: Uint8Array): SourceFile => ({
  bytes: new Uint8Array(bytes),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  url: null,
  fileName: 'scan.tiff',
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
});

/** @returns Path of the entry of an OCR process that reads well, unless changed. */
async function fakeOcr(change: Partial<FakeOcr> = {}): Promise<string> {
  const entry = join(folder, 'fake-ocr.mjs');
  const well: FakeOcr = { log, fingerprint: 'fake/1', page: 0, by: 'kill', times: 0 };
  await writeFakeOcr(entry, { ...well, ...change });
  return entry;
}

describe('a page on which an OCR process is lost', () => {
  const pages = [1, 2, 3, 4];

  test.each(['kill', 'exit', 'abort'] as const)(
    'costs itself an attempt and the other pages nothing (%s)',
    async (by) => {
      await using readers = new Readers({
        ocr: { entry: await fakeOcr({ page: 2, by, times: 1 }) },
      });
      const { document } = await readers.read(fileOf(scan(pages)));
      expect(document.pages.map(({ number, readBy }) => [number, readBy])).toEqual(
        pages.map((page) => [page, 'ocr']),
      );
      expect(loggedIn(log)).toEqual({ begun: [1, 2, 2, 3, 4], read: pages });
    },
  );

  test('is given up after three attempts, and with it the document', async () => {
    const entry = await fakeOcr({ page: 2, times: 9 });
    await using readers = new Readers({ size: 1, ocrSize: 1, ocr: { entry } });
    await expect(readers.read(fileOf(scan(pages)))).rejects.toMatchObject({ code: 'ocr/died' });
    expect(loggedIn(log).begun.filter((page) => page === 2)).toHaveLength(3);
  });
});

describe('a page that was read', () => {
  const ingest = async (entry: string): Promise<void> => {
    const store = join(folder, 'store');
    const status = await ingestCommand([join(folder, 'in')], { store }, silentTerminal(), {
      ocr: { entry },
      ocrSize: 1,
    });
    expect(status).toBe(exit.well);
  };

  beforeEach(async () => {
    await mkdir(join(folder, 'in'));
    await writeFile(join(folder, 'in', 'a.tiff'), scan([1, 2, 3, 4]));
  });

  test('is not read again when its document is tried again after a crash', async () => {
    // Three processes lost: the first attempt at the document fails, the second goes on.
    await ingest(await fakeOcr({ page: 3, times: 3 }));
    const { begun, read } = loggedIn(log);
    expect(begun.filter((page) => page === 3)).toHaveLength(4);
    expect(read).toEqual([1, 2, 3, 4]);
  });

  test('is not read again in another version of the file, unless another engine reads', async () => {
    await ingest(await fakeOcr());
    await writeFile(log, '');
    await writeFile(join(folder, 'in', 'b.tiff'), scan([5, 1, 2, 3, 4]));
    await ingest(await fakeOcr());
    expect(loggedIn(log)).toEqual({ begun: [1, 2, 3, 4, 5], read: [1] });
    await writeFile(log, '');
    await writeFile(join(folder, 'in', 'c.tiff'), scan([6, 1]));
    await ingest(await fakeOcr({ fingerprint: 'fake/2' }));
    expect(loggedIn(log).read).toEqual([1, 2]);
  });
});

test('a wrong XXGK_OCR is wrong usage, before anything is read', async () => {
  const { status, said, out } = await runWith({ XXGK_OCR: 'pp-ocr,tesserakt' }, [
    'extract',
    'no-such-file.pdf',
  ]);
  expect(status).toBe(exit.usage);
  expect(said).toMatch(/tesserakt.*tesseract\.js.*\[ocr\/setting\]/u);
  expect(out).toBe('');
});

/** Workers and the program read their settings from their environment. */
async function runWith(environment: Record<string, string>, args: readonly string[]) {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    return await run(args);
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

describe.skipIf(ppOcrModel() === null)('where PP-OCR is installed and cannot be loaded', () => {
  test('the next engine reads, and the document says so', async () => {
    await using readers = new Readers({
      ocr: { entry: without.ocr },
      reader: { entry: without.reader },
    });
    const { document } = await readers.read(fileOf(scan([1])));
    expect(document.stages['ocr']).toMatch(/tesseract\.js/u);
    expect(document.stages['ocr']).not.toMatch(/pp-ocr/u);
    expect(document.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'ocr/engine-missing', severity: 'warning' }),
    );
    // Else the document would count as stale for ever, or stay when the engine is mended.
    expect((await readers.stages())['ocr']).toBe(document.stages['ocr']);
  });

  test('doctor names the reason, and what reads instead', async () => {
    const { ended } = start(['doctor', '--json'], without.main);
    const { out, status } = await ended;
    expect(status).toBe(exit.well);
    const findings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { what: string; state: string; detail: string })
      .filter(({ what }) => what.startsWith('OCR'));
    expect(findings).toContainEqual({
      what: 'OCR engine pp-ocr',
      state: 'poor',
      detail: expect.stringContaining('libstdc++.so.6'),
    });
    expect(findings).toContainEqual({
      what: 'OCR engine tesseract.js',
      state: 'well',
      detail: expect.stringContaining('text and numbers'),
    });
    expect(findings).toContainEqual(expect.objectContaining({ what: 'OCR', state: 'poor' }));
  });
});
