/**
 * Tables that run over a page end become one table.
 *
 * A continuation has the same columns. Its repeated head is dropped; a row that the page end cut
 * in two is joined; a cell that stands over rows on both sides of the page end becomes one cell.
 */
import type { Cell, Table } from '@xxgk/extract/document';
import { gapBetween } from '../join-text.ts';
import type { PageCell, PageTable } from '../page-table.ts';
import { traced } from '../text-blocks.ts';
import { cutsRow, facing, type Growing, type Pair, spansOn } from './page-cut.ts';
import { repeatedRows, rowCount } from './repeated-head.ts';
import { aligned } from './shared-columns.ts';

const place = ({ row, column, rowSpan, columnSpan }: PageCell) => ({
  row,
  column,
  rowSpan,
  columnSpan,
});

const begun = (page: number, cell: PageCell, offset: number): Growing => {
  const where = place(cell);
  return { ...where, row: where.row + offset, parts: [{ page, cell }] };
};

const merged = (over: Growing, page: number, below: PageCell, more: number): Growing => ({
  ...over,
  rowSpan: over.rowSpan + more,
  parts: [...over.parts, { page, cell: below }],
});

/** The part of a table that is laid so far. */
interface Laid {
  readonly cells: Growing[];
  readonly rows: number;
}

/** Cells above the page end with those below them in the same columns, as far as there are any. */
function touching(edge: readonly Growing[], top: readonly PageCell[]): Pair[] {
  return top.flatMap((cell): Pair[] => {
    const over = edge.find(
      (each) => each.column === cell.column && each.columnSpan === cell.columnSpan,
    );
    return over ? [[over, cell]] : [];
  });
}

function append({ cells, rows }: Laid, table: PageTable, skip: number): Laid {
  const rest = table.cells.filter((cell) => cell.row >= skip);
  const top = rest.filter((cell) => cell.row === skip);
  const edge = cells.filter((cell) => cell.row + cell.rowSpan === rows);
  const whole = facing(edge, top);
  const cut = whole !== undefined && cutsRow(whole);
  const offset = rows - skip - (cut ? 1 : 0);
  const pairs = touching(edge, top);
  const onto = new Map(
    pairs.flatMap(([over, cell]) =>
      cut || spansOn(over, cell, pairs) ? [[cell, over] as const] : [],
    ),
  );
  const grown = new Map(
    [...onto].map(([cell, over]) => [
      over,
      merged(over, table.page, cell, cell.rowSpan - (cut ? 1 : 0)),
    ]),
  );
  const added = rest.filter((cell) => !onto.has(cell));
  return {
    cells: [
      ...cells.map((cell) => grown.get(cell) ?? cell),
      ...added.map((cell) => begun(table.page, cell, offset)),
    ],
    rows: rowCount(table) + offset,
  };
}

function finished({ parts, ...where }: Growing): Cell {
  const filled = parts.filter(({ cell }) => cell.text !== '');
  const [first = parts[0]] = filled;
  const lines = filled.map(({ page, cell }) => ({ page, lines: cell.lines }));
  const text = filled.reduce((all, { cell }) => all + gapBetween(all, cell.text) + cell.text, '');
  return {
    ...where,
    ...(filled.length > 1 ? traced(lines) : { text }),
    ...(first ? { page: first.page, box: first.cell.box } : {}),
  };
}

const inOrder = (cells: readonly Growing[]): Cell[] =>
  cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(finished);

/** A table of several pages, and the heads that its later pages repeat. */
export interface ContinuedTable {
  readonly table: Table;
  readonly heads: readonly { readonly page: number; readonly table: Table }[];
}

/** The rows at the head of a page that were printed before: dropped, and told. */
function repeatedHead(table: PageTable, rows: number, columns: number): Table {
  const head = table.cells.filter((cell) => cell.row < rows);
  const cells = head.map((cell) => begun(table.page, cell, 0));
  return {
    kind: 'table',
    role: 'dropped',
    label: 'repeated-head',
    rows,
    columns,
    cells: inOrder(cells),
    box: table.grid.box,
  };
}

/** One table of its pages, in order. */
export function tableOf(parts: readonly PageTable[]): ContinuedTable {
  const { tables, columns } = aligned(parts);
  const [first, ...others] = tables;
  if (!first) throw new TypeError('A table needs at least one page');
  let laid: Laid = {
    cells: first.cells.map((cell) => begun(first.page, cell, 0)),
    rows: rowCount(first),
  };
  const heads: { page: number; table: Table }[] = [];
  for (const table of others) {
    const skip = repeatedRows(first, table);
    if (skip > 0) heads.push({ page: table.page, table: repeatedHead(table, skip, columns) });
    laid = append(laid, table, skip);
  }
  return {
    table: {
      kind: 'table',
      role: 'body',
      rows: laid.rows,
      columns,
      cells: inOrder(laid.cells),
      box: first.grid.box,
    },
    heads,
  };
}
