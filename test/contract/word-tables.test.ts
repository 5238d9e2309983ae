/** Tables of all shapes in legacy Word files and RTF: what was written is what is read, cell by cell. */
import type { Parsed } from '@xxgk/ingest';
import { expect, test } from 'vitest';
import { wordBinary } from '../recipes/doc/word-binary.ts';
import { dice } from '../recipes/random.ts';
import { row, rtf, unicode } from '../recipes/rtf/document.ts';
import type { ScriptTable } from '../recipes/script.ts';
import { placeCells } from '../recipes/script-grid.ts';
import { ruledShape } from '../recipes/tables/shapes.ts';
import { type RowCell, wordRows } from '../recipes/word-rows.ts';
import { parsed, tablesOf } from './reading.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

const written = (table: ScriptTable): string[] =>
  placeCells(table)
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .map(
      ({ row: at, column, rowSpan, columnSpan, text }) =>
        `${at},${column} ${rowSpan}×${columnSpan} ${text}`,
    );

const read = (found: Parsed): string[][] =>
  tablesOf(found).map(({ cells }) =>
    cells.map(
      ({ row: at, column, rowSpan, columnSpan, text }) =>
        `${at},${column} ${rowSpan}×${columnSpan} ${text}`,
    ),
  );

const merges = { begins: '\\clvmgf', 'goes on': '\\clvmrg' } as const;
const asRtf = (rows: readonly (readonly RowCell[])[]): Buffer =>
  rtf(
    rows
      .map((cells) =>
        row(
          ...cells.map(
            ({ text, up, right }) => [unicode(text), up ? merges[up] : '', right] as const,
          ),
        ),
      )
      .join(''),
  );

test.each(seeds)('table %i', async (seed) => {
  const random = dice(seed + 4711);
  const table = ruledShape(seed, random);
  const rows = wordRows(table, random);
  expect(read(await parsed(wordBinary([rows]), 'a.doc', ''))).toEqual([written(table)]);
  expect(read(await parsed(asRtf(rows), 'a.rtf', ''))).toEqual([written(table)]);
});
