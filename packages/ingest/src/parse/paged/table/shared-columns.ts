/** Columns of tables that may be one: a part may lack edges that only other rows need. */
import type { PageTable } from '../page-table.ts';
import { isValue } from './text-rows.ts';

/** Points by which edges of two pages may differ. */
const tolerance = 4;

/** Edges counted from the left edge of the table: pages may lie differently. */
const relative = ({ grid }: PageTable): number[] => grid.xs.map((x) => x - (grid.xs[0] ?? 0));

const near = (edges: readonly number[], edge: number): number =>
  edges.findIndex((each) => Math.abs(each - edge) <= tolerance);

const holds = (edges: readonly number[], others: readonly number[]): boolean =>
  others.every((edge) => near(edges, edge) >= 0);

function union(tables: readonly PageTable[]): number[] {
  const edges: number[] = [];
  for (const edge of tables.flatMap(relative)) {
    if (near(edges, edge) < 0) edges.push(edge);
  }
  return edges.toSorted((a, b) => a - b);
}

/** By column, from where to where its text stands; undefined for a column without text. */
function textOf({ cells, grid }: PageTable): ([left: number, right: number] | undefined)[] {
  const found = grid.xs.slice(1).map((): [number, number] | undefined => undefined);
  for (const { column, columnSpan, lines } of cells) {
    if (columnSpan > 1) continue;
    for (const { box } of lines) {
      const [left, right] = found[column] ?? [box[0], box[2]];
      found[column] = [Math.min(left, box[0]), Math.max(right, box[2])];
    }
  }
  return found;
}

/** Texts of the first row, where it is a head: words over all columns but one at most. */
function headOf({ cells, grid }: PageTable): string | undefined {
  const first = cells.filter(({ row }) => row === 0);
  const named = first.filter(({ text }) => text !== '' && !isValue({ text }));
  return named.length === first.length && named.length >= grid.xs.length - 2
    ? named.map(({ text }) => text).join('\t')
    : undefined;
}

/** Whether the columns of tables whose edges are known by their text lie over each other. */
function sameText(table: PageTable, next: PageTable): boolean {
  const [columns, others] = [textOf(table), textOf(next)];
  const [head, other] = [headOf(table), headOf(next)];
  if (columns.length !== others.length) return false;
  if (head !== undefined && other !== undefined && head !== other) return false;
  return columns.every((column, at) => {
    const below = others[at];
    if (!column || !below) return true;
    return Math.min(column[1], below[1]) - Math.max(column[0], below[0]) > -tolerance;
  });
}

/** Whether `next` is as wide as the table and has its columns, or some of them, or more. */
export function sameColumns(tables: readonly PageTable[], next: PageTable): boolean {
  const [first] = tables;
  if (!first) return false;
  if (first.open || next.open) return first.open === next.open && sameText(first, next);
  const edges = union(tables);
  const others = relative(next);
  const width = Math.abs((edges.at(-1) ?? 0) - (others.at(-1) ?? 0));
  return width <= tolerance && (holds(edges, others) || holds(others, edges));
}

/** The tables with their columns counted over the edges of all of them. */
export function aligned(tables: readonly PageTable[]): {
  tables: readonly PageTable[];
  columns: number;
} {
  const [first] = tables;
  if (first?.open) return { tables, columns: first.grid.xs.length - 1 };
  const edges = union(tables);
  const align = (table: PageTable): PageTable => {
    const at = relative(table).map((edge) => near(edges, edge));
    const cells = table.cells.map((cell) => {
      const column = at[cell.column] ?? cell.column;
      const end = at[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
      return { ...cell, column, columnSpan: end - column };
    });
    return { ...table, cells };
  };
  return { tables: tables.map(align), columns: edges.length - 1 };
}
