/**
 * Tables of all shapes: what is printed is what is read, cell by cell, from PDF, OFD, Word and web pages.
 *
 * `XXGK_TABLES=1000` reads so many of each kind instead of the usual few.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parsed } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPage } from '../recipes/carriers/web.ts';
import { asWord } from '../recipes/carriers/word.ts';
import { dice } from '../recipes/random.ts';
import type { ScriptTable } from '../recipes/script.ts';
import { placeCells } from '../recipes/script-grid.ts';
import {
  openCase,
  printCase,
  proseOf,
  ruledCase,
  type TableCase,
} from '../recipes/tables/cases.ts';
import { OfdTablePen } from '../recipes/tables/ofd-pen.ts';
import { PdfTablePen } from '../recipes/tables/pdf-pen.ts';
import { ruledShape } from '../recipes/tables/shapes.ts';
import { parsed, tablesOf } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-tables-'));
});
afterAll(() => rm(scratch, { recursive: true }));

const asked = Number(process.env['XXGK_TABLES'] ?? 0);

const cases = (
  make: (seed: number) => TableCase,
  usual: number,
): (TableCase & { seed: number })[] =>
  Array.from({ length: asked || usual }, (_, seed) => ({ seed, ...make(seed) }));

const line = (cell: ReturnType<typeof placeCells>[number]): string =>
  `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`;

/** Every cell of every table as one line, so that a difference shows itself. */
const printed = (tables: readonly ScriptTable[]): string[][] =>
  tables.map((table) => placeCells(table).map(line));

const read = (found: Parsed): string[][] =>
  tablesOf(found)
    .filter(({ role }) => role === 'body')
    .map(({ cells }) => cells.map(line));

/** The text of the body that stands in no table. */
const proseIn = ({ pages }: Parsed): string[] =>
  pages
    .flatMap((page) => (page.kind === 'text' ? page.blocks : []))
    .flatMap((block) => (block.role === 'body' && 'text' in block ? [block.text] : []));

async function check(found: TableCase, bytes: Buffer): Promise<void> {
  const reading = await parsed(bytes, null, scratch);
  expect(read(reading)).toEqual(printed(found.tables));
  expect(proseIn(reading)).toEqual(proseOf(found));
}

describe('PDF: tables with lines in both directions', () => {
  test.each(cases(ruledCase, 60))('$seed: $name', (each) =>
    check(each, printCase(each, new PdfTablePen())),
  );
});

describe('PDF: tables that lines rule in part, or not at all', () => {
  test.each(cases(openCase, 40))('$seed: $name', (each) =>
    check(each, printCase(each, new PdfTablePen())),
  );
});

describe('OFD', () => {
  test.each(cases(ruledCase, 30))('$seed: $name', (each) =>
    check(each, printCase(each, new OfdTablePen())),
  );
  test.each(cases(openCase, 20))('$seed: $name', (each) =>
    check(each, printCase(each, new OfdTablePen())),
  );
});

const seeds = Array.from({ length: asked || 24 }, (_, seed) => seed);
const shape = (seed: number): ScriptTable => ruledShape(seed, dice(seed));

test.each(seeds)('Word: table %i', async (seed) => {
  const table = shape(seed);
  const bytes = await asWord({ name: 'table', blocks: [{ table }] });
  expect(read(await parsed(bytes, 'table.docx', scratch))).toEqual(printed([table]));
});

const site = {
  name: '某市人民政府',
  code: '9900000001',
  charset: 'utf-8',
  column: ['首页', '政务公开', '统计'],
  publisher: '某市统计局',
  published: '2031-02-03',
  index: null,
  attachment: null,
} as const;

test.each(seeds)('web page: table %i', async (seed) => {
  const table = shape(seed);
  const blocks = [{ title: '办理情况统计表' }, { p: '现将办理情况公布如下：' }, { table }];
  const bytes = Buffer.from(asPage({ name: 'table', blocks }, site));
  expect(read(await parsed(bytes, 'table.html', scratch))).toEqual(printed([table]));
});
