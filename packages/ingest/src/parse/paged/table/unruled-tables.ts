/** Tables without any line: columns of values under a head, found among the lines of a text. */
import type { Line } from '../lines.ts';
import { headSpans } from './head-spans.ts';
import { namedColumns, type TextColumn } from './named-columns.ts';
import { isLabelOf, labelEnd, type OpenGrid, openGrid } from './open-grid.ts';
import { isValueTable } from './sure.ts';
import { areApart, columnsUnder, textColumns } from './text-columns.ts';
import { isValue, type TextRow, textRow } from './text-rows.ts';

export interface UnruledTable {
  readonly grid: OpenGrid;
  /** Indices of its first line and of the line behind its last. */
  readonly from: number;
  readonly to: number;
}

/** So many lines with values make a table. */
const fewest = 3;
/** Letter heights by which lines of one table may stand apart. */
const apart = 3.6;
/** Lines without values that may follow each other inside of a table. */
const between = 2;
/** Lines of a head above the first values. */
const headLines = 4;
/** Letter heights from a name in the middle of a head of two lines to either, at most. */
const half = 1.3;
/** Letter heights from line to line of one label, at most. */
const leading = 1.5;
/** Letter heights of empty paper between columns that no line rules. */
const gutter = 0.8;

const colon = /[：:]/u;

const showsValues = ({ pieces }: TextRow): boolean => pieces.slice(1).some(isValue);

const isNear = (row: TextRow, next: TextRow | undefined): boolean =>
  next !== undefined &&
  Math.abs(next.baseline - row.baseline) <= apart * Math.max(row.size, next.size);

/** Stretches of lines with values, with the few lines between them that have none. */
function stretches(rows: readonly TextRow[]): [from: number, to: number][] {
  const found: [from: number, to: number][] = [];
  let last = -1;
  for (const [at, row] of rows.entries()) {
    if (!showsValues(row)) continue;
    const stretch = found.at(-1);
    const steps = rows.slice(last, at);
    const goesOn =
      stretch !== undefined &&
      at - last <= between + 1 &&
      steps.every((each, step) => isNear(each, rows[last + step + 1]));
    if (goesOn) stretch[1] = at + 1;
    else found.push([at, at + 1]);
    last = at;
  }
  return found.filter(([from, to]) => rows.slice(from, to).filter(showsValues).length >= fewest);
}

/** Whether the pieces of a line name a column each, and most columns are named. */
function names({ pieces }: TextRow, columns: readonly TextColumn[]): boolean {
  const heads = pieces.map(({ box }) => ({ left: box[0], right: box[2] }));
  const alone = pieces.every((piece) => {
    const [first, last] = columnsUnder(piece, columns) ?? [0, 0];
    return first === last;
  });
  const named = namedColumns(heads, columns);
  const isLaid = named.length === Math.max(columns.length, heads.length) && areApart(named);
  return alone && isLaid && heads.length * 2 > columns.length;
}

/** The first line of the head above a stretch: lines that name its columns, or groups of them. */
function headStart(rows: readonly TextRow[], from: number, to: number): number {
  const body = rows.slice(from, to);
  const [values, above] = [rows[from], rows[from - 1]];
  const label = values && above && isLabelOf(values, above, labelEnd(body)) ? 1 : 0;
  let start = from - label;
  for (let at = start - 1; at >= 0 && from - at <= headLines + label; at -= 1) {
    const row = rows[at];
    if (!row || !isNear(row, rows[at + 1]) || row.pieces.some(({ text }) => colon.test(text)))
      break;
    // A name that stands in the middle of two lines; what is above it decides.
    const isBetween =
      row.pieces.length === 1 && (rows[at + 1]?.baseline ?? 0) - row.baseline < half * row.size;
    if (isBetween) continue;
    const columns = textColumns(body, rows.slice(at + 1, from - label));
    const isHead =
      row.pieces.length > 1 &&
      (names(row, columns) || headSpans(rows.slice(at, from - label), columns).length > 0);
    if (!isHead) break;
    start = at;
  }
  return start;
}

/** The line behind the last that goes on with the label of the last row. */
function tailEnd(rows: readonly TextRow[], from: number, to: number): number {
  const columns = textColumns(rows.slice(from, to), []);
  const [label] = columns;
  let end = to;
  for (let next = rows[end]; label && next?.pieces.length === 1; next = rows[end]) {
    const [piece] = next.pieces;
    const last = rows[end - 1];
    if (!piece || !last || columnsUnder(piece, columns)?.[1] !== 0) break;
    const isFull = label.right - (last.pieces[0]?.box[2] ?? 0) <= next.size;
    const isClose = next.baseline - last.baseline <= leading * next.size;
    if (!isFull || !isClose || Math.abs(piece.box[0] - label.left) > next.size * 0.3) break;
    end += 1;
  }
  return end;
}

const isOpen = ({ columns, groups }: OpenGrid): boolean => {
  const size = groups[0]?.[0]?.size ?? 0;
  return columns.every(
    ({ left }, at) => at === 0 || left - (columns[at - 1]?.right ?? 0) >= gutter * size,
  );
};

function tableAt(rows: readonly TextRow[], from: number, to: number): UnruledTable | undefined {
  const start = headStart(rows, from, to);
  const end = tailEnd(rows, start, to);
  const own = rows.slice(start, end);
  const grid = openGrid({
    box: [
      Math.min(...own.map(({ box }) => box[0])),
      Math.min(...own.map(({ box }) => box[1])),
      Math.max(...own.map(({ box }) => box[2])),
      Math.max(...own.map(({ box }) => box[3])),
    ],
    across: [],
    rows: own,
  });
  return grid && isOpen(grid) && isValueTable(grid) ? { grid, from: start, to: end } : undefined;
}

/** @param lines Of a text, top to bottom. */
export function unruledTables(lines: readonly Line[]): UnruledTable[] {
  const rows = lines.map(textRow);
  return stretches(rows).flatMap(([from, to]) => tableAt(rows, from, to) ?? []);
}
