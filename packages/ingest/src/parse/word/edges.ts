/** Rows whose cells say where they end on the page, laid out on the columns of one table. */
import type { FlowRow, RowShape } from './flow-row.ts';
import type { WordCell, WordRow } from './table.ts';

/** Edges of different rows so close to each other were meant to be one. */
const tolerance = 50;

const edgesOf = ({ left, cells }: RowShape): number[] => [left, ...cells.map(({ right }) => right)];

const smallestGap = (edges: readonly number[]): number =>
  edges.slice(1).reduce((least, edge, at) => {
    const gap = edge - (edges[at] ?? edge);
    return gap > 0 ? Math.min(least, gap) : least;
  }, Number.POSITIVE_INFINITY);

/** Where columns begin and end; edges of one row are never taken for one. */
function columnsOf(rows: readonly FlowRow[]): number[] {
  const shapes = rows.flatMap(({ shape }) => (shape ? [edgesOf(shape)] : []));
  const close = Math.min(tolerance, ...shapes.map((edges) => smallestGap(edges) - 1));
  const columns: number[] = [];
  for (const edge of [...new Set(shapes.flat())].toSorted((a, b) => a - b)) {
    const last = columns.at(-1);
    if (last === undefined || edge - last > close) columns.push(edge);
  }
  return columns;
}

/** Index of the last column that begins at or before an edge. */
function indexOf(columns: readonly number[], edge: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) <= edge) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function plainRow({ cells }: FlowRow): WordRow {
  return { before: 0, cells: cells.map((cell) => ({ ...cell, columnSpan: 1, goesOn: false })) };
}

function shapedRow({ cells }: FlowRow, shape: RowShape, columns: readonly number[]): WordRow {
  const before = indexOf(columns, shape.left);
  const placed: WordCell[] = [];
  let at = before;
  for (const [index, cell] of cells.entries()) {
    const own = shape.cells[index];
    const end = own ? indexOf(columns, own.right) : at + 1;
    const columnSpan = Math.max(1, end - at);
    at += columnSpan;
    const left = own?.mergedLeft ? placed.pop() : undefined;
    if (left) {
      const span = left.columnSpan + columnSpan;
      placed.push({ ...left, columnSpan: span, items: [...left.items, ...cell.items] });
    } else placed.push({ ...cell, columnSpan, goesOn: own?.mergedUp ?? false });
  }
  return { before, cells: placed };
}

/** Rows with their spans. A row that says nothing of its widths has one column for each cell. */
export function wordRows(rows: readonly FlowRow[]): WordRow[] {
  const columns = columnsOf(rows);
  return rows.map((row) => (row.shape ? shapedRow(row, row.shape, columns) : plainRow(row)));
}
