/**
 * Printed lines become rows of a table that has no lines between its rows.
 *
 * A row is known by its values; a line without values goes on with the text of a cell that was full,
 * or begins a row whose values are empty. Two lines with values are never one row.
 */
import type { TextColumn } from './named-columns.ts';
import { columnsUnder } from './text-columns.ts';
import { isValue, type TextRow } from './text-rows.ts';

/** Letter heights that a cell may leave empty at its end and still be full. */
const full = 1.1;
/** Lines of one text stand at most so many letter heights apart, where rows do not tell. */
const leading = 1.45;
/** Part of the distance of rows below which lines are surely of one row, and above, of two. */
const within = 0.7;
const apart = 0.97;

interface Told extends TextRow {
  /** By column, right end of its last piece. */
  readonly ends: ReadonlyMap<number, number>;
  readonly hasValue: boolean;
}

function told(row: TextRow, columns: readonly TextColumn[]): Told {
  const ends = new Map<number, number>();
  let hasValue = false;
  for (const piece of row.pieces) {
    const [first, last] = columnsUnder(piece, columns) ?? [-1, -1];
    if (first < 0) continue;
    if (first > 0 && isValue(piece)) hasValue = true;
    if (first === last) ends.set(first, piece.box[2]);
  }
  return { ...row, ends, hasValue };
}

/** Least distance of two neighbouring lines with values; that of a lone line is unknown. */
function pitchOf(rows: readonly Told[]): number {
  let pitch = Number.POSITIVE_INFINITY;
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    if (row.hasValue && next?.hasValue) pitch = Math.min(pitch, next.baseline - row.baseline);
  }
  return pitch;
}

interface Group {
  readonly rows: Told[];
  hasValue: boolean;
  /** By column, right end of the last line in it. */
  readonly ends: Map<number, number>;
}

function goesOn(group: Group, row: Told, rights: readonly number[], pitch: number): boolean {
  const last = group.rows.at(-1);
  if (!last || (group.hasValue && row.hasValue)) return false;
  const distance = row.baseline - last.baseline;
  if (distance >= apart * pitch && distance > leading * row.size) return false;
  const isFull = (column: number): boolean =>
    (rights[column] ?? 0) - (group.ends.get(column) ?? Number.NEGATIVE_INFINITY) <= full * row.size;
  const shared = [...row.ends.keys()].filter((column) => group.ends.has(column));
  if (shared.length > 0) {
    return shared.some(isFull) || (Number.isFinite(pitch) && distance <= within * pitch);
  }
  // Values centred between the lines of a label, and the label's lines around them.
  return distance < leading * row.size * 0.75;
}

/** Groups of printed lines, each one row of the table. */
export function rowGroups(rows: readonly TextRow[], columns: readonly TextColumn[]): TextRow[][] {
  const all = rows.map((row) => told(row, columns));
  const rights = columns.map((_, column) =>
    all.reduce((most, { ends }) => Math.max(most, ends.get(column) ?? 0), 0),
  );
  const pitch = pitchOf(all);
  const groups: Group[] = [];
  for (const row of all) {
    const group = groups.at(-1);
    if (group && goesOn(group, row, rights, pitch)) {
      group.rows.push(row);
      group.hasValue ||= row.hasValue;
      for (const [column, end] of row.ends) group.ends.set(column, end);
    } else {
      groups.push({ rows: [row], hasValue: row.hasValue, ends: new Map(row.ends) });
    }
  }
  return groups.map((group) => group.rows);
}

/** Columns behind the first in which values stand on several lines. */
export function listedColumns(rows: readonly TextRow[], columns: readonly TextColumn[]): number {
  const counts = new Map<number, number>();
  for (const piece of rows.flatMap(({ pieces }) => pieces)) {
    const [first = 0, last] = columnsUnder(piece, columns) ?? [];
    if (first > 0 && first === last && isValue(piece)) {
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
  }
  return [...counts.values()].filter((count) => count > 1).length;
}
