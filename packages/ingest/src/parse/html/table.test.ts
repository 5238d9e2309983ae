import { describe, expect, test } from 'vitest';
import { gridOf, isDataTable } from './table.ts';
import { firstNamed, treeOf } from './tree.ts';

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
