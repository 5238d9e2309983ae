/**
 * Ruled tables: from the lines on a page to cells with spans.
 *
 * Lines that touch form one table. Its columns and rows are the places where lines run; two
 * neighbouring fields without a line between them are one cell.
 */
import type { Box } from '@xxgk/extract/document';

/** A straight separating line; units of the page. */
export interface GridLine {
  readonly horizontal: boolean;
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

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

/** Lines at most so far apart (page units, points) are one, or touch. */
const near = 2.5;
/** Part of a field's edge that a line has to cover to close it. */
const closed = 0.6;

/** Joins lines that continue or overlap each other. */
function joined(lines: readonly GridLine[]): GridLine[] {
  const sorted = lines.toSorted((a, b) => a.at - b.at || a.from - b.from);
  const done: GridLine[] = [];
  for (const line of sorted) {
    const before = done.findLastIndex(
      (each) =>
        line.at - each.at <= near && line.from <= each.to + near && line.to >= each.from - near,
    );
    const other = done[before];
    if (other) {
      const from = Math.min(line.from, other.from);
      done[before] = { ...other, from, to: Math.max(line.to, other.to) };
    } else {
      done.push(line);
    }
  }
  return done;
}

function touches(a: GridLine, b: GridLine): boolean {
  if (a.horizontal === b.horizontal) {
    return Math.abs(a.at - b.at) <= near && a.from <= b.to + near && b.from <= a.to + near;
  }
  return (
    a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near
  );
}

/** Groups of lines that hang together. */
function groupsOf(lines: readonly GridLine[]): GridLine[][] {
  const open = new Set(lines);
  const groups: GridLine[][] = [];
  for (const seed of lines) {
    if (!open.delete(seed)) continue;
    const group = [seed];
    for (const line of group) {
      for (const other of open) {
        if (!touches(line, other)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Places along one axis, those close together as one. */
function places(values: readonly number[]): number[] {
  const clusters: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const cluster = clusters.at(-1);
    if (cluster && value - (cluster[0] ?? value) <= near * 1.5) cluster.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}

/** Whether lines at `at` cover the stretch from `from` to `to`. */
function covers(lines: readonly GridLine[], at: number, from: number, to: number): boolean {
  const parts = lines
    .filter((line) => Math.abs(line.at - at) <= near * 1.5)
    .map((line) => Math.min(line.to, to) - Math.max(line.from, from))
    .filter((length) => length > 0);
  return parts.reduce((sum, length) => sum + length, 0) >= closed * (to - from);
}

/** Representative of each field after merging: fields are numbered row by row. */
class Merge {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  root(of: number): number {
    let at = of;
    for (let up = this.#parent[at]; up !== undefined && up !== at; up = this.#parent[at]) at = up;
    return at;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.root(a), this.root(b)];
    this.#parent[Math.max(first, second)] = Math.min(first, second);
  }
}

function mergeFields(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly GridLine[],
  down: readonly GridLine[],
): Merge {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const merge = new Merge(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const at = row * columns + column;
      if (column + 1 < columns && !covers(down, right, top, bottom)) merge.join(at, at + 1);
      if (row + 1 < rows && !covers(across, bottom, left, right)) merge.join(at, at + columns);
    }
  }
  return merge;
}

function fieldsOf(xs: readonly number[], ys: readonly number[], merge: Merge): GridField[] {
  const columns = xs.length - 1;
  const members = Map.groupBy(Array(columns * (ys.length - 1)).keys(), (at) => merge.root(at));
  return [...members.values()].map((fields) => {
    const rows = fields.map((at) => Math.floor(at / columns));
    const cols = fields.map((at) => at % columns);
    const [row, column] = [Math.min(...rows), Math.min(...cols)];
    const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...cols)];
    return {
      row,
      column,
      rowSpan: lastRow - row + 1,
      columnSpan: lastColumn - column + 1,
      box: [xs[column] ?? 0, ys[row] ?? 0, xs[lastColumn + 1] ?? 0, ys[lastRow + 1] ?? 0],
    };
  });
}

function gridOf(lines: readonly GridLine[]): Grid | undefined {
  const across = lines.filter((line) => line.horizontal);
  const down = lines.filter((line) => !line.horizontal);
  if (across.length < 2 || down.length === 0) return undefined;
  // The ends of the lines close a table that is printed without its outer borders.
  const xs = places([
    ...down.map((line) => line.at),
    Math.min(...across.map((line) => line.from)),
    Math.max(...across.map((line) => line.to)),
  ]);
  const ys = places(across.map((line) => line.at));
  const fields = fieldsOf(xs, ys, mergeFields(xs, ys, across, down));
  // A single field is a frame around text.
  if (fields.length < 2) return undefined;
  const box: Box = [xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0];
  return { box, xs, ys, fields };
}

/** The ruled tables of one page, top to bottom. */
export function gridsOf(lines: readonly GridLine[]): Grid[] {
  const across = joined(lines.filter((line) => line.horizontal));
  const down = joined(lines.filter((line) => !line.horizontal));
  return groupsOf([...across, ...down])
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .toSorted((a, b) => a.box[1] - b.box[1]);
}
