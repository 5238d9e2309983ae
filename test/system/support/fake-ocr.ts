/**
 * An OCR process with an engine that reads one word on every page, notes what it does, and harms
 * itself on the pages of the test's choice. The test writes an entry that calls it.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { KeptPages, type OcrEngine, PageReader } from '@xxgk/ingest/ocr';
import type { OcrJob } from '../../../packages/xxgk/src/reader/job.ts';
import { serve } from '../../../packages/xxgk/src/worker/serve.ts';
import { type Poison, poisons } from './poison.ts';

export interface FakeOcr {
  /** File that gets a line for each page that is begun, and one for each that is read. */
  readonly log: string;
  readonly fingerprint: string;
  /** Page on which the process harms itself. */
  readonly page: number;
  readonly by: Poison;
  /** How often it does so. */
  readonly times: number;
}

/** Writes the entry of such a process. */
export const writeFakeOcr = (path: string, fake: FakeOcr): Promise<void> =>
  writeFile(
    path,
    `import { serveFakeOcr } from ${JSON.stringify(pathToFileURL(import.meta.filename))};\nserveFakeOcr(${JSON.stringify(fake)});\n`,
  );

export interface Logged {
  /** Pages in the order in which they were begun, with repeats. */
  readonly begun: readonly number[];
  /** Pages on which the engine was asked. */
  readonly read: readonly number[];
}

export function loggedIn(file: string): Logged {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const pagesOf = (what: string): number[] =>
    lines
      .filter((line) => line.startsWith(what))
      .map((line) => Number(line.slice(what.length)))
      .toSorted((a, b) => a - b);
  return { begun: pagesOf('begun '), read: pagesOf('read ') };
}

/**
 * Called by the entry that {@link writeFakeOcr} writes.
 *
 * @public
 */
export function serveFakeOcr({ log, fingerprint, page: bad, by, times }: FakeOcr): void {
  let current = 0;
  /** The engine may be asked more than once on a page; other processes write into the same file. */
  let isNoted = false;
  const engine: OcrEngine = {
    name: 'fake',
    fingerprint,
    best: { glyph: 30, rim: 5 },
    async read({ width, height }) {
      if (!isNoted) note(log, `read ${current}`);
      isNoted = true;
      const box = [0, 0, width, height] as const;
      const characters = [...'公开'].map((text) => ({ text, confidence: 0.99, box }));
      return [{ text: '公开', confidence: 0.99, box, characters }];
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  serve(async (job) => {
    const { page, kept } = job as OcrJob;
    current = page.number;
    isNoted = false;
    note(log, `begun ${page.number}`);
    const harmed = loggedIn(log).begun.filter((number) => number === bad).length;
    if (page.number === bad && harmed <= times) return poisons[by]();
    return new PageReader([engine], kept === null ? null : new KeptPages(kept)).read(page);
  });
}

const note = (log: string, line: string): void => appendFileSync(log, `${line}\n`);
