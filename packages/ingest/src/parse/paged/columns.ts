/** Columns of tables that may be one: a part may lack edges that only other rows need. */
import type { PageTable } from './page-table.ts';

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

/** Whether `next` is as wide as the table and has its columns, or some of them, or more. */
export function sameColumns(tables: readonly PageTable[], next: PageTable): boolean {
  const edges = union(tables);
  const others = relative(next);
  const width = Math.abs((edges.at(-1) ?? 0) - (others.at(-1) ?? 0));
  return width <= tolerance && (holds(edges, others) || holds(others, edges));
}

/** The tables with their columns counted over the edges of all of them. */
export function aligned(tables: readonly PageTable[]): { tables: PageTable[]; columns: number } {
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
