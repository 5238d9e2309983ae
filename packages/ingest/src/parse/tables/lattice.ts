/**
 * From edges and the lines on them to cells with spans: two neighbouring fields without a line
 * between them are one cell.
 */
import type { Box } from '@xxgk/extract/document';
import { firstFrom, nearestTo } from './ascending.ts';
import { type GridLine, near } from './grid-line.ts';
import { Merge } from './merge.ts';

export interface GridField {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

export interface Grid {
  readonly box: Box;
  /** Left edges of the columns and the right edge of the last. */
  readonly xs: readonly number[];
  /** Top edges of the rows and the bottom edge of the last. */
  readonly ys: readonly number[];
  /** By row, then column; each printed cell once. */
  readonly fields: readonly GridField[];
}

/** Part of a field's edge that lines have to cover to close it. */
const closed = 0.6;

/** Tells whether the stretch `part` of the edge `edge` is ruled. */
type Ruled = (edge: number, part: number) => boolean;

/**
 * @param edges Along which the lines run.
 * @param parts Edges of the other direction: between them lie the stretches.
 */
function ruledOf(
  lines: readonly GridLine[],
  edges: readonly number[],
  parts: readonly number[],
): Ruled {
  const covered = new Float64Array(edges.length * parts.length);
  for (const { at, from, to } of lines) {
    const edge = nearestTo(edges, at, near * 1.5);
    if (edge < 0) continue;
    const first = Math.max(0, firstFrom(parts, from) - 1);
    for (let part = first; part + 1 < parts.length; part += 1) {
      if ((parts[part] ?? 0) >= to) break;
      const length = Math.min(to, parts[part + 1] ?? 0) - Math.max(from, parts[part] ?? 0);
      const place = edge * parts.length + part;
      if (length > 0) covered[place] = (covered[place] ?? 0) + length;
    }
  }
  return (edge, part) => {
    const length = (parts[part + 1] ?? 0) - (parts[part] ?? 0);
    return (covered[edge * parts.length + part] ?? 0) >= closed * length;
  };
}

/** Fields of one set as rectangles: a set that is none comes in several. */
function rectangles(members: readonly number[], columns: number): Omit<GridField, 'box'>[] {
  const found: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  for (let at = 0; at < members.length; ) {
    const first = members[at] ?? 0;
    const [row, column] = [Math.floor(first / columns), first % columns];
    let columnSpan = 1;
    while (members[at + columnSpan] === first + columnSpan && column + columnSpan < columns) {
      columnSpan += 1;
    }
    at += columnSpan;
    const over = found.find(
      (each) =>
        each.row + each.rowSpan === row && each.column === column && each.columnSpan === columnSpan,
    );
    if (over) over.rowSpan += 1;
    else found.push({ row, column, rowSpan: 1, columnSpan });
  }
  return found;
}

/** By edge, how many of `starts` lie before it. */
function ranks(starts: ReadonlySet<number>, edges: number): number[] {
  const counts: number[] = [];
  let before = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    counts.push(before);
    if (starts.has(edge)) before += 1;
  }
  return counts;
}

/** Leaves out edges at which no cell begins: ends of stray lines. */
function compact(
  fields: readonly Omit<GridField, 'box'>[],
  xs: readonly number[],
  ys: readonly number[],
): Grid {
  const columns = new Set(fields.map(({ column }) => column));
  const rows = new Set(fields.map(({ row }) => row));
  const columnAt = ranks(columns, xs.length);
  const rowAt = ranks(rows, ys.length);
  const placed = fields.map(({ row, column, rowSpan, columnSpan }): GridField => {
    const [lastRow, lastColumn] = [row + rowSpan, column + columnSpan];
    const [atRow, atColumn] = [rowAt[row] ?? 0, columnAt[column] ?? 0];
    return {
      row: atRow,
      column: atColumn,
      rowSpan: (rowAt[lastRow] ?? 0) - atRow,
      columnSpan: (columnAt[lastColumn] ?? 0) - atColumn,
      box: [xs[column] ?? 0, ys[row] ?? 0, xs[lastColumn] ?? 0, ys[lastRow] ?? 0],
    };
  });
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return {
    box: [left, top, right, bottom],
    xs: [...xs.filter((_, column) => columns.has(column)), right],
    ys: [...ys.filter((_, row) => rows.has(row)), bottom],
    fields: placed.toSorted((a, b) => a.row - b.row || a.column - b.column),
  };
}

/**
 * The grid of edges with the lines that run on them.
 *
 * @param xs Ascending, as `ys`; two of each at least.
 */
export function latticeOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly GridLine[],
  down: readonly GridLine[],
): Grid {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const below = ruledOf(across, ys, xs);
  const beside = ruledOf(down, xs, ys);
  const merge = new Merge(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (column + 1 < columns && !beside(column + 1, row)) merge.join(at, at + 1);
      if (row + 1 < rows && !below(row + 1, column)) merge.join(at, at + columns);
    }
  }
  return compact(
    merge.sets().flatMap((members) => rectangles(members, columns)),
    xs,
    ys,
  );
}
