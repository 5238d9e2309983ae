import { describe, expect, test } from 'vitest';
import { TooLargeError } from '../../../errors.ts';
import { firstNamed, treeOf } from '../tree/tree.ts';
import { gridOf, isDataTable } from './table.ts';

function tableOf(html: string) {
  const table = firstNamed('table', treeOf(html));
  if (!table) throw new TypeError('no table');
  return table;
}

const cellsOf = (html: string) =>
  gridOf(tableOf(html)).grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
    text,
    [row, column],
    [rowSpan, columnSpan],
  ]);

describe('gridOf', () => {
  test('a wide cell ends where a cell from above stands: no place is covered twice', () => {
    const html =
      '<table><tr><td>甲</td><td rowspan="2">乙</td></tr><tr><td colspan="2">丙</td></tr></table>';
    expect(cellsOf(html)).toEqual([
      ['甲', [0, 0], [1, 1]],
      ['乙', [0, 1], [2, 1]],
      ['丙', [1, 0], [1, 1]],
    ]);
  });

  test('columns and rows in which no cell begins are none', () => {
    const html =
      '<table><tr><td colspan="9">表题</td></tr><tr></tr><tr><td rowspan="3">甲</td><td colspan="4">1</td></tr></table>';
    expect(cellsOf(html)).toEqual([
      ['表题', [0, 0], [1, 2]],
      ['甲', [1, 0], [1, 1]],
      ['1', [1, 1], [1, 1]],
    ]);
  });

  test('the head is printed first and the foot last, wherever they stand in the source', () => {
    const html =
      '<table><tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tbody><tr><td>甲</td><td>3</td></tr></tbody><thead><tr><th>名称</th><th>数量</th></tr></thead></table>';
    expect(
      gridOf(tableOf(html))
        .grid.cells.map(({ text }) => text)
        .join(' '),
    ).toBe('名称 数量 甲 3 合计 3');
  });

  test('cells that are hidden take no place, and are told', () => {
    const html =
      '<table><tr><td>甲</td><td hidden>编号</td><td>1<span style="display:none">x</span></td></tr></table>';
    const { grid, hidden } = gridOf(tableOf(html));
    expect(grid.cells.map(({ text }) => text)).toEqual(['甲', '1']);
    expect(hidden).toHaveLength(2);
  });

  test('a table inside a cell that only lays out is part of its text; one of values is read by itself', () => {
    const inner = '<table><tr><td>第一行</td></tr><tr><td>第二行</td></tr></table>';
    const values = '<table><tr><td>子</td><td>2</td></tr></table>';
    const row = (cell: string): string => `<tr><td>甲</td><td>${cell}</td><td>1</td></tr>`;
    const html = `<table>${row(inner)}${row(values)}${row('乙')}</table>`;
    const { grid, nested } = gridOf(tableOf(html));
    expect(grid.cells[1]?.text).toBe('第一行\n第二行');
    expect(grid.cells[4]?.text).toBe('');
    expect(nested).toHaveLength(1);
  });

  test('spans that would take more places than any table has are refused', () => {
    const row = '<tr><td colspan="1000" rowspan="65000">x</td><td colspan="1000">y</td></tr>';
    expect(() => gridOf(tableOf(`<table>${row.repeat(4000)}</table>`))).toThrow(TooLargeError);
  });

  test('a cell stands behind those that reach down from above', () => {
    const html =
      '<table><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>';
    expect(cellsOf(html)).toEqual([
      ['甲', [0, 0], [2, 1]],
      ['乙', [0, 1], [1, 2]],
      ['丙', [1, 1], [1, 1]],
      ['丁', [1, 2], [1, 1]],
    ]);
  });

  test.each([
    [
      'a span past the end is cut there',
      '<table><tr><td rowspan="9">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>',
      2,
    ],
    [
      'a span of 0 reaches to the end',
      '<table><tr><td rowspan="0">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>',
      2,
    ],
    [
      'a span that is no number is 1',
      '<table><tr><td rowspan="x">甲</td></tr><tr><td>乙</td></tr></table>',
      1,
    ],
  ])('%s', (_, html, rowSpan) => {
    expect(gridOf(tableOf(html)).grid.cells[0]).toMatchObject({ rowSpan });
  });

  test('lines of a cell stay lines, blanks of the source do not', () => {
    const html =
      '<table><tr><td>本年新<br>制作\n  数量</td><td><p>一</p><p>&nbsp;</p><p>二</p></td></tr></table>';
    expect(gridOf(tableOf(html)).grid.cells.map(({ text }) => text)).toEqual([
      '本年新\n制作 数量',
      '一\n\u00a0\n二',
    ]);
  });

  test('an empty cell is a cell', () => {
    expect(gridOf(tableOf('<table><tr><td></td><td>0</td></tr></table>')).grid.cells).toHaveLength(
      2,
    );
  });

  test('hidden rows and scripts are not printed', () => {
    const html =
      '<table><tr style="display:none"><td>x</td><td>y</td></tr><tr><td>甲<script>var a=1</script></td><td>乙</td></tr></table>';
    expect(gridOf(tableOf(html)).grid).toMatchObject({ rows: 1, columns: 2 });
    expect(gridOf(tableOf(html)).grid.cells[0]?.text).toBe('甲');
  });
});

test.each([
  ['<table><tr><td>甲</td><td>1</td></tr></table>', true],
  ['<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>', false],
  ['<table><tr><td><p>正文</p></td></tr></table>', false],
  [
    '<table><tr><td>目录</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>',
    false,
  ],
])('%s: values, or the layout of a page', (html, data) => {
  expect(isDataTable(tableOf(html))).toBe(data);
});
