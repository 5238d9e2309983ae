/**
 * Whether rows and columns of text are surely a table.
 *
 * Addresses, signatures, lists of names and two-column text stand in columns too. What is not sure is
 * better read line by line: a wrong grid gives wrong values with confidence.
 */
import type { Line } from '../lines.ts';
import type { TextColumn } from './named-columns.ts';
import type { OpenGrid } from './open-grid.ts';
import { columnsUnder } from './text-columns.ts';
import { isNumber, isValue, type TextRow } from './text-rows.ts';

/** Part of the rows that have text in two columns, at least. */
const filledShare = 0.6;
/** Part of the pieces that may be labels with their own colon. */
const colonShare = 0.25;
/** Part of a column that has to be values, and of it that has to stand in line. */
const valueShare = 0.8;
const alignedShare = 0.7;
/** Letter heights by which what stands in line may differ. */
const wobble = 0.6;

const colon = /^.{1,12}[：:]/u;
const sentence = /[。；]$/u;

type Groups = readonly (readonly TextRow[])[];

/** Pieces by the column in which they stand alone. */
function byColumn(groups: Groups, columns: readonly TextColumn[]): Line[][] {
  const found = columns.map((): Line[] => []);
  for (const piece of groups.flat().flatMap(({ pieces }) => pieces)) {
    const [first = -1, last] = columnsUnder(piece, columns) ?? [];
    if (first === last) found[first]?.push(piece);
  }
  return found;
}

const filledColumns = (group: readonly TextRow[], columns: readonly TextColumn[]): number =>
  new Set(
    group.flatMap(({ pieces }) => pieces.map((piece) => columnsUnder(piece, columns)?.[0] ?? -1)),
  ).size;

function isAligned(pieces: readonly Line[]): boolean {
  const places = [
    pieces.map(({ box }) => box[0]),
    pieces.map(({ box }) => box[2]),
    pieces.map(({ box }) => (box[0] + box[2]) / 2),
  ];
  const reach = wobble * (pieces[0]?.size ?? 0);
  return places.some((each) => {
    const middle = each.toSorted((a, b) => a - b)[each.length >> 1] ?? 0;
    const near = each.filter((place) => Math.abs(place - middle) <= reach);
    return near.length >= alignedShare * each.length;
  });
}

const share = <T>(all: readonly T[], test: (each: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(test).length / all.length;

/** A column of values that stand in line. */
const isValueColumn = (pieces: readonly Line[]): boolean =>
  share(pieces, isValue) >= valueShare && pieces.some(isNumber) && isAligned(pieces);

/** Numbers that grow behind titles are pages of a table of contents. */
function isContents(pieces: readonly Line[]): boolean {
  const numbers = pieces.map(({ text }) => Number(text));
  return numbers.every(
    (each, at) => Number.isInteger(each) && each >= (numbers[at - 1] ?? 0) && each > 0,
  );
}

function hasColumns({ columns, groups, head }: OpenGrid): boolean {
  const heads = new Set(head);
  const body = groups.filter((group) => !group.some((row) => heads.has(row)));
  const filled = share(body, (group) => filledColumns(group, columns) > 1);
  const pieces = groups.flat().flatMap((row) => row.pieces);
  return (
    body.length > 0 &&
    filled >= filledShare &&
    share(pieces, ({ text }) => colon.test(text)) <= colonShare
  );
}

/** Of a region between lines that separate each of its rows: its columns may hold words. */
export const isRuledTable = (grid: OpenGrid): boolean =>
  hasColumns(grid) && grid.groups.length >= (grid.columns.length > 2 ? 2 : 3);

/** Of a region whose rows no line separates: a column has to hold values. */
export function isValueTable(grid: OpenGrid): boolean {
  const { columns, groups, head } = grid;
  if (groups.length < 3 || !hasColumns(grid)) return false;
  const heads = new Set(head);
  const body = groups.filter((group) => !group.some((row) => heads.has(row)));
  const [labels = [], ...rest] = byColumn(body, columns);
  const values = rest.filter(isValueColumn);
  if (values.length === 0 || body.length < 2) return false;
  if (share(labels, ({ text }) => sentence.test(text)) > 0) return false;
  if (head.length > 0) return true;
  const [only = []] = values;
  if (values.length === 1 && rest.at(-1) === only && isContents(only)) return false;
  // Without a head, two columns are a table when they are long.
  return columns.length > 2 || body.length > 3;
}
