import type { Box } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import type { Line } from '../lines.ts';
import type { PageCell, PageTable } from '../page-table.ts';
import { tableOf } from './continued-table.ts';

const size = 10;
const xs = [0, 100, 160];

/** Lines of a text set from the top of a cell, ten letters a line. */
function linesIn(text: string, [left, top]: Box): Line[] {
  const parts = text.match(/.{1,9}/gu) ?? [];
  return parts.map((part, at) => {
    const y = top + 2 + at * size * 1.2;
    const box: Box = [left + 2, y, left + 2 + part.length * size, y + size];
    return { text: part, box, baseline: y + size, size, bold: false, red: false, glyphs: [] };
  });
}

/** A page's part of a table: rows of a label and a value, tall enough for the label. */
function part(page: number, rows: readonly (readonly [label: string, value: string])[]): PageTable {
  const ys = [0];
  const cells: PageCell[] = [];
  for (const [row, texts] of rows.entries()) {
    const top = ys.at(-1) ?? 0;
    const bottom = top + 4 + Math.max(1, Math.ceil(texts[0].length / 9)) * size * 1.2;
    ys.push(bottom);
    for (const [column, text] of texts.entries()) {
      const box: Box = [xs[column] ?? 0, top, xs[column + 1] ?? 0, bottom];
      const lines = linesIn(text, box);
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text, box, lines });
    }
  }
  return { page, grid: { box: [0, 0, 160, ys.at(-1) ?? 0], xs, ys, fields: [] }, cells };
}

const rowsOf = (...parts: PageTable[]): string[][] => {
  const { table } = tableOf(parts);
  return Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
};

describe('a row that the page end cuts', () => {
  test('is one row again, with a place on both pages', () => {
    const above = part(1, [
      ['甲', '1'],
      ['经批准延长期限后答', '5'],
    ]);
    const below = part(2, [
      ['复的申请', ''],
      ['乙', '2'],
    ]);
    expect(rowsOf(above, below)).toEqual([
      ['甲', '1'],
      ['经批准延长期限后答复的申请', '5'],
      ['乙', '2'],
    ]);
    const cell = tableOf([above, below]).table.cells.find(({ text }) => text.length > 10);
    expect(cell?.segments?.map(({ page }) => page)).toEqual([1, 2]);
  });

  test('is one row again when its value stands below', () => {
    const above = part(1, [['经批准延长期限后答', '']]);
    expect(rowsOf(above, part(2, [['复的申请', '5']]))).toEqual([
      ['经批准延长期限后答复的申请', '5'],
    ]);
  });

  const below = part(2, [
    ['', ''],
    ['乙', '2'],
  ]);

  test('leaves no rest behind that is too low for a line', () => {
    const low = below.cells.map(
      (cell): PageCell => (cell.row === 0 ? { ...cell, box: [0, 0, 160, 5] } : cell),
    );
    expect(rowsOf(part(1, [['甲', '1']]), { ...below, cells: low })).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  test('is not supposed of an empty row', () => {
    expect(rowsOf(part(1, [['甲', '1']]), below)).toEqual([
      ['甲', '1'],
      ['', ''],
      ['乙', '2'],
    ]);
  });

  test('is one row again when a number was cut with its label', () => {
    const above = part(1, [['经批准延长期限后答', '83,926,98']]);
    expect(rowsOf(above, part(2, [['复的申请', '4.00']]))).toEqual([
      ['经批准延长期限后答复的申请', '83,926,984.00'],
    ]);
  });

  test.each([
    ['the label above has room left', [['甲项', '1']], [['乙项', '']]],
    ['the sides hold numbers that fill their cells', [['112233445', '']], [['223344556', '']]],
    ['both sides hold a value', [['经批准延长期限后答', '1']], [['复的申请', '2']]],
    ['the label below is numbered', [['经批准延长期限后答', '']], [['（二）其他', '2']]],
  ] as const)('is not supposed where %s', (_, above, below) => {
    expect(rowsOf(part(1, above), part(2, below))).toEqual([...above, ...below]);
  });
});

test('a repeated head is dropped, a head that only looks alike is kept', () => {
  const first = part(1, [
    ['指标', '数'],
    ['甲', '1'],
  ]);
  expect(
    rowsOf(
      first,
      part(2, [
        ['指标', '数'],
        ['乙', '2'],
      ]),
    ),
  ).toHaveLength(3);
  expect(
    rowsOf(
      first,
      part(2, [
        ['指标', '件数'],
        ['乙', '2'],
      ]),
    ),
  ).toHaveLength(4);
});
