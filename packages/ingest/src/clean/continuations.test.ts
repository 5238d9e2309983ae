import type { Block } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { withContinuations } from './continuations.ts';

const paragraph = (text: string, ...pages: number[]): Block => ({
  kind: 'paragraph',
  role: 'body',
  text,
  segments: pages.map((page, index) => ({ start: index, end: index + 1, page })),
});

const page = (number: number, ...blocks: Block[]) => ({ number, readBy: 'text' as const, blocks });

test('a paragraph that runs over two page ends is named on both later pages', () => {
  const [first, second, third] = withContinuations([
    page(1, paragraph('甲', 1), paragraph('乙丙丁', 1, 2, 3)),
    page(2),
    page(3, paragraph('戊', 3)),
  ]);
  const of = { page: 1, block: 1 };
  expect(first?.blocks).toHaveLength(2);
  expect(second?.blocks).toEqual([{ kind: 'continuation', role: 'body', of }]);
  // Behind what begins there: the numbers of the other blocks stay.
  expect(third?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'continuation']);
});

test('a table is named on each page of its cells, once', () => {
  const cell = (row: number, on: number) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: '1',
    page: on,
  });
  const table: Block = {
    kind: 'table',
    role: 'body',
    rows: 3,
    columns: 1,
    cells: [cell(0, 1), cell(1, 2), cell(2, 2)],
  };
  const [, second] = withContinuations([page(1, table), page(2)]);
  expect(second?.blocks).toEqual([
    { kind: 'continuation', role: 'body', of: { page: 1, block: 0 } },
  ]);
});
