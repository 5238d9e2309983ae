/** Columns that no line rules: strips of paper that stay empty over all rows of a table. */
import type { Line } from '../lines.ts';
import { namedColumns, type TextColumn } from './named-columns.ts';
import type { TextRow } from './text-rows.ts';

/** Letter heights of empty paper between two columns, at least. */
const narrowest = 0.45;
/** Letter heights by which a piece has to reach into a column to stand in it. */
const reach = 0.3;

/** Joins stretches that overlap, or lie closer than `gap`. */
function united(stretches: readonly TextColumn[], gap: number): TextColumn[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of stretches.toSorted((a, b) => a.left - b.left)) {
    const column = columns.at(-1);
    if (column && left - column.right < gap) column.right = Math.max(column.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

const stretch = ({ box }: Line): TextColumn => ({ left: box[0], right: box[2] });

/** First and last of the columns in which a piece stands; none where it stands between columns. */
export function columnsUnder(
  { box, size }: Line,
  columns: readonly TextColumn[],
): readonly [first: number, last: number] | undefined {
  const depth = Math.min(reach * size, (box[2] - box[0]) / 2);
  const under = (column: TextColumn): boolean =>
    Math.min(column.right, box[2]) - Math.max(column.left, box[0]) >= depth;
  const first = columns.findIndex(under);
  return first < 0 ? undefined : [first, columns.findLastIndex(under)];
}

/**
 * Heads that stand over one column: those of the line that has most of them, and names that stand in
 * the middle of several lines. Those of the first line may be names of groups.
 */
function headsOver(head: readonly TextRow[], columns: readonly TextColumn[]): TextColumn[] {
  const lines = head.map(({ pieces }) =>
    pieces
      .filter((piece) => {
        const [first, last] = columnsUnder(piece, columns) ?? [0, 0];
        return first === last;
      })
      .map(stretch),
  );
  const most = lines.reduce((best, each) => (each.length >= best.length ? each : best), []);
  const others = lines.slice(1).filter((line) => line !== most);
  const between = others
    .flat()
    .filter(({ left, right }) => !most.some((each) => each.left < right && left < each.right));
  return united([...most, ...between], 0);
}

/** Whether no column reaches into the next, as heads do that are wider than their columns. */
export function areApart(columns: readonly TextColumn[]): boolean {
  return columns.every(({ left }, at) => at === 0 || left > (columns[at - 1]?.right ?? left));
}

/**
 * @param body Rows that show the columns.
 * @param head Rows above them, which may name a column that is empty below.
 */
export function textColumns(body: readonly TextRow[], head: readonly TextRow[]): TextColumn[] {
  const telling = body.filter(({ pieces }) => pieces.length > 1);
  const [first] = telling;
  if (!first) return [];
  const found = united(
    telling.flatMap(({ pieces }) => pieces.map(stretch)),
    narrowest * first.size,
  );
  const named = namedColumns(headsOver(head, found), found);
  return areApart(named) ? named : found;
}

/**
 * Places between the columns. Text that stands in a single column may be wider than what showed the
 * columns, so the middle is taken between all of it.
 *
 * @param known Places where lines run elsewhere: taken where they lie between columns.
 */
export function gutters(
  columns: readonly TextColumn[],
  rows: readonly TextRow[],
  known: readonly number[] = [],
): number[] {
  const wide = columns.map((column) => ({ ...column }));
  for (const piece of rows.flatMap(({ pieces }) => pieces)) {
    const [first, last] = columnsUnder(piece, columns) ?? [-1, -2];
    const column = first === last ? wide[first] : undefined;
    if (!column) continue;
    column.left = Math.min(column.left, piece.box[0]);
    column.right = Math.max(column.right, piece.box[2]);
  }
  return wide.slice(1).map(({ left }, at) => {
    const right = wide[at]?.right ?? left;
    return known.find((place) => place > right && place < left) ?? (right + left) / 2;
  });
}
