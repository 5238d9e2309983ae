/** Tables of all shapes: what is printed is what is read, cell by cell, from PDF, OFD and Word. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parsed } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOfd } from '../recipes/carriers/ofd.ts';
import { asWord } from '../recipes/carriers/word.ts';
import { chineseFontFile } from '../recipes/fonts.ts';
import { type Ruling, ruledTablePdf } from '../recipes/pdf/ruled-table.ts';
import type { ScriptTable } from '../recipes/script.ts';
import { placeCells } from '../recipes/script-grid.ts';
import { inventedTable } from '../recipes/tables.ts';
import { parsed, tablesOf } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-tables-'));
});
afterAll(() => rm(scratch, { recursive: true }));

const font = chineseFontFile();
const rulings: readonly Ruling[] = ['strokes', 'bars', 'open sides'];
const seeds = Array.from({ length: 24 }, (_, seed) => seed);

/** Every cell of every table as one line, so that a difference shows itself. */
const printed = (table: ScriptTable): string[] =>
  placeCells(table).map(
    ({ row, column, rowSpan, columnSpan, text }) =>
      `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
  );

const read = (found: Parsed): string[][] =>
  tablesOf(found).map(({ cells }) =>
    cells.map(
      ({ row, column, rowSpan, columnSpan, text }) =>
        `${row},${column} ${rowSpan}×${columnSpan} ${text}`,
    ),
  );

/** Page ends inside the body: none, one or two. */
function breaksOf(table: ScriptTable, seed: number): number[] {
  const body = table.rows.length - table.headerRows;
  const places = [0, 0.4, 0.7].slice(1, 1 + (seed % 3));
  return places.map((part) => table.headerRows + 1 + Math.floor(part * (body - 1)));
}

// The recipes set Chinese text; on Debian `fonts-noto-cjk` brings the letters.
describe.skipIf(font === null)('ruled tables in PDF (needs Noto Sans CJK)', () => {
  test.each(seeds)('table %i', async (seed) => {
    if (!font) return;
    const table = inventedTable(seed);
    const ruling = rulings[seed % 3] ?? 'strokes';
    const breaks = breaksOf(table, seed);
    const paper = { font, ruling, breaks, repeatHead: seed % 2 === 0, title: '附表' };
    const found = await parsed(await ruledTablePdf(table, paper), 'table.pdf', scratch);

    expect(read(found)).toEqual([printed(table)]);
    const [first] = found.pages;
    expect(first?.kind === 'text' && first.blocks[0]).toMatchObject({ text: '附表' });
  });
});

describe('tables in Word', () => {
  test.each(seeds)('table %i', async (seed) => {
    const table = inventedTable(seed);
    const found = await parsed(
      await asWord({ name: 'table', blocks: [{ table }] }),
      'table.docx',
      scratch,
    );

    expect(read(found)).toEqual([printed(table)]);
  });
});

describe('ruled tables in OFD', () => {
  test.each(seeds)('table %i', async (seed) => {
    const table = inventedTable(seed);
    const found = await parsed(asOfd({ name: 'table', blocks: [{ table }] }), null, scratch);

    expect(read(found)).toEqual([printed(table)]);
  });
});
