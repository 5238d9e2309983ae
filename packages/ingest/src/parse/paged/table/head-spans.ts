/**
 * Heads of two lines without a line between them: names of groups stand in the middle over the names
 * of their columns.
 */
import type { Line } from '../lines.ts';
import type { TextColumn } from './named-columns.ts';
import { columnsUnder } from './text-columns.ts';
import type { TextRow } from './text-rows.ts';

/** Letter heights by which the name of a group may miss the middle of its columns. */
const wobble = 1.5;

/** Columns over which a group is named, and the height of its lower edge. */
export interface HeadSpan {
  readonly first: number;
  readonly last: number;
  readonly bottom: number;
}

const middle = ({ left, right }: TextColumn): number => (left + right) / 2;

/** Where the columns from one to another have their middle: by their text, and by their names. */
function middles(places: readonly Places[], first: number, last: number): number[] {
  const [from, to] = [places[first], places[last]];
  if (!from || !to) return [];
  return [
    middle({ left: from.column.left, right: to.column.right }),
    ...(from.name === undefined || to.name === undefined ? [] : [(from.name + to.name) / 2]),
  ];
}

/** A column with the middle of its name. */
interface Places {
  readonly column: TextColumn;
  readonly name: number | undefined;
}

/** The columns around those below a piece of which it stands in the middle; undefined where none. */
function spanOf(
  piece: Line,
  places: readonly Places[],
  from: number,
  to: number,
): [first: number, last: number] | undefined {
  const center = (piece.box[0] + piece.box[2]) / 2;
  let best: [number, number] | undefined;
  let least = wobble * piece.size;
  for (let first = from; first < to; first += 1) {
    for (let last = first + 1; last <= to; last += 1) {
      const distance = Math.min(
        ...middles(places, first, last).map((place) => Math.abs(place - center)),
      );
      if (distance <= least) [best, least] = [[first, last], distance];
    }
  }
  return best;
}

/** Columns between the piece before and the piece behind, each of which keeps one at least. */
function spansOf(pieces: readonly Line[], places: readonly Places[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    const from = (found.at(-1)?.[1] ?? -1) + 1;
    const behind = next ? places.findIndex(({ column }) => column.right > next.box[0]) : -1;
    const span = spanOf(piece, places, from, (behind < 0 ? places.length : behind) - 1);
    if (!span) return [];
    found.push(span);
  }
  return found;
}

/** The column whose texts all end before a name that is set in its middle: labels are short. */
const columnBefore = ({ box }: Line, columns: readonly TextColumn[]): number =>
  columns.findLastIndex(({ right }) => right <= box[0]);

/** The groups that the first line of a head names; none where it is a head of one row. */
export function headSpans(head: readonly TextRow[], columns: readonly TextColumn[]): HeadSpan[] {
  const [top, ...rest] = head;
  if (!top || rest.length === 0 || columns.length < 3) return [];
  const names = new Map<number, number>();
  for (const piece of rest.flatMap(({ pieces }) => pieces)) {
    const column = columnsUnder(piece, columns)?.[0] ?? columnBefore(piece, columns);
    if (column >= 0) names.set(column, (piece.box[0] + piece.box[2]) / 2);
  }
  if (names.size < columns.length) return [];
  const places = columns.map((column, at): Places => ({ column, name: names.get(at) }));
  return spansOf(top.pieces, places).map(([first, last]) => ({ first, last, bottom: top.box[3] }));
}
