/** What a page end cuts: a row in two, the text of a cell, a cell that stands over several rows. */
import type { Cell } from '@xxgk/extract/document';
import type { PageCell } from '../page-table.ts';
import { isValue } from './text-rows.ts';

/** A cell under construction: parts of one printed cell, page by page. */
export interface Growing extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  readonly parts: readonly { readonly page: number; readonly cell: PageCell }[];
}

/** A cell above the page end and the one below it in the same columns. */
export type Pair = readonly [over: Growing, below: PageCell];

const numbered =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:[.．](?!\d)|、)|[①-⑳]|其中)/u;
const han = /\p{Script=Han}/u;

/** Points of paper that cells leave free on both sides of their text, and above and below it. */
const padding = 12;
const edge = 6;
/** Letter heights from line to line, where there is one line only; and above a first line. */
const leading = 1.3;
const atTop = 1.2;
/** Letter heights below which an empty row is the rest of a cut one: no line had room in it. */
const lowest = 0.9;

/** What cannot stand alone at the end of a line, with the letter it belongs to; else one letter. */
const firstWord =
  /^(?:[（(《〈“‘「『〔【［[]+.|[\p{Script=Latin}\p{Nd}.,%]+|.)[，。、；：？！”’）》〉】〕…—%‰)]*/u;
const narrow = /[\u0020-\u007e]/gu;

/** A number that ends, or begins, in the middle of its digits. */
const endsOpen = /(?:,\d{0,2}|\.)$/u;
const beginsOpen = /^(?:[,.]\d|\d{0,2},\d{3}|[%％])/u;

const lastPart = (cell: Growing): PageCell | undefined => cell.parts.at(-1)?.cell;

/** Points that the first word of a text takes, with a little room. */
function needed(text: string, size: number): number {
  const word = firstWord.exec(text)?.[0] ?? '';
  const half = word.match(narrow)?.length ?? 0;
  return (word.length - half / 2 + 0.1) * size;
}

/** The text reaches the end of its last line and the foot of its cell: `next` had no room. */
function endsFull({ box, lines }: PageCell, next: string): boolean {
  const last = lines.at(-1);
  if (!last) return false;
  const above = lines.at(-2);
  const pitch = above ? last.baseline - above.baseline : leading * last.size;
  const beside = box[2] - box[0] - (last.box[2] - last.box[0]);
  const over = (lines[0]?.box[1] ?? 0) - box[1];
  const under = box[3] - last.box[3];
  const free = pitch + 2 * Math.min(edge, Math.max(0, over));
  return beside < padding + needed(next, last.size) && over + under < free;
}

const startsAtTop = ({ box, lines: [first] }: PageCell): boolean =>
  first !== undefined && first.box[1] - box[1] < first.size * atTop;

/** Whether a number below is the rest of one above: neither side is one by itself. */
const isRestOfNumber = (above: string, below: string): boolean =>
  endsOpen.test(above) || (beginsOpen.test(below) && isValue({ text: above + below }));

/** Text below goes on with the text above, which filled its cell. Whole numbers never go on. */
export function goesOn(over: Growing, cell: PageCell): boolean {
  const above = lastPart(over);
  if (!above || above.text === '' || cell.text === '' || numbered.test(cell.text)) return false;
  const hasValue = isValue(above) || isValue(cell);
  if (hasValue && !isRestOfNumber(above.text, cell.text)) return false;
  return endsFull(above, cell.lines[0]?.text ?? '') && startsAtTop(cell);
}

/** The cells above and below the page end, where each below has one above in its columns. */
export function facing(above: readonly Growing[], cells: readonly PageCell[]): Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const cell of cells) {
    const over = above.find(
      (each) => each.column === cell.column && each.columnSpan === cell.columnSpan,
    );
    if (!over) return undefined;
    pairs.push([over, cell]);
  }
  return pairs;
}

const isOneSided = ([over, cell]: Pair): boolean =>
  cell.text === '' || over.parts.every((part) => part.cell.text === '');

const heightOf = ({ box }: PageCell): number => box[3] - box[1];

/** Whether a row is too low to be a row of its own. */
const isRest = (pairs: readonly Pair[]): boolean =>
  pairs.some(([over, cell]) => {
    const above = lastPart(over);
    const size = above?.lines[0]?.size;
    return size !== undefined && heightOf(cell) < lowest * size;
  });

/**
 * Whether the page end cuts a row: what is below is an empty rest, or its text only goes on where the
 * text above filled its cell, and no value stands on both sides.
 */
export function cutsRow(pairs: readonly Pair[]): boolean {
  if (pairs.every(([, cell]) => cell.text === '')) return isRest(pairs);
  return (
    pairs.some(([over, cell]) => goesOn(over, cell)) &&
    pairs.every((pair) => isOneSided(pair) || goesOn(...pair))
  );
}

/** Never a value: an empty cell below a value is an empty value. */
const isLabel = (over: Growing): boolean => {
  const filled = over.parts.find(({ cell }) => cell.text !== '')?.cell;
  return filled !== undefined && han.test(filled.text) && !isValue(filled);
};

/**
 * Labels of groups stand left of other labels: there an empty cell belongs to the label above, when
 * no label begins further left.
 */
function isGroupLabel(over: Growing, pairs: readonly Pair[]): boolean {
  const end = over.column + over.columnSpan;
  const beside = pairs.find(([each]) => each.column === end);
  const left = pairs.filter(([each]) => each.column < over.column);
  return (
    beside !== undefined &&
    isLabel(beside[0]) &&
    han.test(beside[1].text) &&
    left.every(([each, cell]) => cell.text === '' || goesOn(each, cell))
  );
}

/**
 * Whether a cell that stands over several rows goes on below the page end: its text does, or it has
 * ended and the part below is empty. Text that first appears below is another cell's.
 */
export function spansOn(over: Growing, cell: PageCell, pairs: readonly Pair[]): boolean {
  const spanning = over.rowSpan > 1 || cell.rowSpan > 1;
  if (cell.text === '') {
    if (!isLabel(over)) return false;
    return spanning || isGroupLabel(over, pairs);
  }
  return (spanning || isGroupLabel(over, pairs)) && goesOn(over, cell);
}
