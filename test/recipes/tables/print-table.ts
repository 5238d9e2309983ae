/** Prints a table with a pen: page by page, with the lines that its look asks for. */
import { advance } from '../ofd/objects.ts';
import type { ScriptTable } from '../script.ts';
import { type PlacedCell, placeCells } from '../script-grid.ts';
import type { TableLook } from './look.ts';
import { linesOf, type Rule, strokeRule } from './rules.ts';
import type { PageEnds, SetTable } from './set-table.ts';
import type { TablePen } from './table-pen.ts';

/** Points. */
export const letter = 10.5;
const lineHeight = 14;
export const pad = 4;

/** Lines of `text` in so many points; a closing sign may begin a line here, as in tables it does. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const character of text) {
    const needed = advance(character) * letter;
    if (line !== '' && used + needed > width + 0.01) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += character;
    used += needed;
  }
  return [...lines, line];
}

export const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + advance(each) * letter, 0);

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

export function setTable(
  table: ScriptTable,
  look: TableLook,
  left: number,
  width: number,
): SetTable {
  const cells = placeCells(table);
  const total = sum(table.widths);
  const own = table.widths.map((each) => (each / total) * width);
  // No column is narrower than one letter with its paper.
  const least = own.map((each) => Math.max(each, letter + 2 * pad));
  const scale = width / sum(least);
  const xs = [0, ...least].map((_, at) => left + sum(least.slice(0, at)) * Math.max(1, scale));
  const heights = table.rows.map(() => lineHeight + 2 * pad);
  for (const cell of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1;
    // Each part that a page end leaves of a cell may end with paper for which no line is left.
    const ends = look.breaks.filter((end) => end > cell.row && end <= last).length;
    const lines = textLines({ xs, look }, cell).length + ends;
    const needed = lines * lineHeight + 2 * pad * (ends + 1);
    const lacking = needed - sum(heights.slice(cell.row, last + 1));
    heights[last] = (heights[last] ?? 0) + Math.max(0, lacking);
  }
  return { table, look, cells, xs, heights, written: new Map() };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

/** Whether a page end behind `row` follows a cell over several rows that its text fills. */
export const endsFullCell = (set: SetTable, row: number): boolean =>
  set.cells.some((cell) => {
    const height = sum(set.heights.slice(cell.row, row));
    const free = height - 2 * pad - textLines(set, cell).length * lineHeight;
    return cell.rowSpan > 1 && cell.row + cell.rowSpan === row && free < lineHeight;
  });

/** Whether one cell stands on the left of all rows from one page end to the next. */
export const isOneCell = ({ cells }: SetTable, from: number, to: number): boolean =>
  cells.some((cell) => cell.column === 0 && cell.row <= from && cell.row + cell.rowSpan >= to);

/** Whether nothing is written from one page end to the next. */
export const isBlank = ({ cells }: SetTable, from: number, to: number): boolean =>
  cells.every((cell) => cell.row < from || cell.row >= to || cell.text === '');

/** Whether a page end behind `row` runs through a cell over several rows. */
export const cutsCell = ({ cells }: SetTable, row: number): boolean =>
  cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row);

const isSideways = (look: TableLook, { row, column, rowSpan, text }: PlacedCell): boolean =>
  look.upright &&
  column === 0 &&
  rowSpan > 2 &&
  text.length <= rowSpan * 2 &&
  look.breaks.every((end) => end <= row || end >= row + rowSpan);

function textLines({ xs, look }: Pick<SetTable, 'xs' | 'look'>, cell: PlacedCell): string[] {
  if (isSideways(look, cell)) return [cell.text];
  const width = (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0) - 2 * pad;
  return wrap(cell.text, width);
}

/** A row on a page, or the part of it that the page end leaves there. */
interface Strip {
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
  /** Lines of text from and to which it shows. */
  readonly from: number;
  readonly to: number;
}

/** The lines of a cell that stand on this page: a cell over several rows goes on where it has to. */
function linesHere(
  set: SetTable,
  cell: PlacedCell,
  all: readonly string[],
  { row, from, to }: Strip,
  height: number,
): readonly string[] {
  if (cell.rowSpan === 1) return from === 0 && to > all.length ? all : all.slice(from, to);
  const before = set.written.get(cell) ?? 0;
  // Heads begin anew on each page.
  if (row < set.table.headerRows) return all;
  const lines = all.slice(before, before + Math.floor((height - 2 * pad) / lineHeight));
  set.written.set(cell, before + lines.length);
  return lines;
}

const alignmentOf = ({ look, table }: SetTable, { row, column }: PlacedCell) => {
  if (row < table.headerRows)
    return look.rules === 'none' && table.headerRows === 1 ? look.align : 'center';
  return column === 0 ? 'left' : look.align;
};

function writeCell(pen: TablePen, set: SetTable, cell: PlacedCell, strips: readonly Strip[]): void {
  const [first] = strips;
  const last = strips.at(-1);
  if (!first || !last) return;
  const left = set.xs[cell.column] ?? 0;
  const width = (set.xs[cell.column + cell.columnSpan] ?? 0) - left;
  if (isSideways(set.look, cell)) {
    if (first.row === cell.row)
      pen.write(cell.text, left + width / 2 - letter * 0.4, first.top + pad, letter, true);
    return;
  }
  const all = textLines(set, cell);
  const height = last.bottom - first.top;
  const lines = linesHere(set, cell, all, first, height);
  const isWhole = lines.length === all.length;
  const room =
    set.look.middle && isWhole ? Math.max(pad, (height - lines.length * lineHeight) / 2) : pad;
  for (const [at, line] of lines.entries()) {
    const free = width - 2 * pad - widthOf(line);
    const align = alignmentOf(set, cell);
    const inset = align === 'left' ? 0 : align === 'center' ? free / 2 : free;
    pen.write(line, left + pad + inset, first.top + room + letter + at * lineHeight, letter);
  }
}

function shadeStrip(
  pen: TablePen,
  { table, look, xs }: SetTable,
  { row, top, bottom }: Strip,
): void {
  const isHead = row < table.headerRows;
  const shaded = look.shade === 'head' ? isHead : look.shade === 'alternate' && row % 2 === 1;
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  if (shaded) pen.bar(left, top, right - left, bottom - top, 0.85);
}

/** Prints strips below each other; cells that began on an earlier page are open boxes. */
function printStrips(pen: TablePen, set: SetTable, strips: readonly Strip[], ends: PageEnds): void {
  for (const strip of strips) shadeStrip(pen, set, strip);
  const rules: Rule[] = [];
  for (const cell of set.cells) {
    const own = strips.filter(({ row }) => row >= cell.row && row < cell.row + cell.rowSpan);
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) continue;
    writeCell(pen, set, cell, own);
    const { column, columnSpan } = cell;
    const box = [
      set.xs[column] ?? 0,
      first.top,
      set.xs[column + columnSpan] ?? 0,
      last.bottom,
    ] as const;
    rules.push(...linesOf(set, cell, box, ends));
  }
  for (const rule of rules) strokeRule(pen, set.look.stroke, rule);
}

/** Rows of a page from `top` down. */
function stripsOf(
  set: SetTable,
  rows: readonly number[],
  top: number,
  cut: { first?: number; last?: number },
): Strip[] {
  const strips: Strip[] = [];
  let y = top;
  for (const row of rows) {
    const isFirst = row === rows[0] && cut.first !== undefined;
    const isLast = row === rows.at(-1) && cut.last !== undefined;
    const from = isFirst ? (cut.first ?? 0) : 0;
    const to = isLast ? (cut.last ?? 0) : 99;
    const lines = (isLast ? to : linesIn(set, row)) - from;
    const height = isFirst || isLast ? lines * lineHeight + 2 * pad : (set.heights[row] ?? 0);
    strips.push({ row, top: y, bottom: y + height, from, to });
    y += height;
  }
  return strips;
}

/** Most lines of a cell of the row. */
const linesIn = (set: SetTable, row: number): number =>
  set.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1)
    .reduce((most, cell) => Math.max(most, textLines(set, cell).length), 1);

/** A row can be cut where one of its cells has several lines and none stands over several rows. */
const canCut = (set: SetTable, row: number): boolean =>
  row >= set.table.headerRows &&
  linesIn(set, row) > 1 &&
  set.cells.every((cell) => cell.row + cell.rowSpan <= row || cell.row > row || cell.rowSpan === 1);

export const heightOf = (set: SetTable): number => sum(set.heights);

/** The rows of each page, with the line of text at which a page end cuts the first and the last. */
function pagesOf(set: SetTable): { rows: number[]; first?: number; last?: number }[] {
  const { look, table } = set;
  const count = table.rows.length;
  const starts = [0, ...look.breaks];
  const cutAt = (end: number): number | undefined =>
    end < count && look.cut && canCut(set, end) ? 1 : undefined;
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? count;
    const first = start === 0 ? undefined : cutAt(start);
    const last = cutAt(end);
    return {
      rows: range(start, last === undefined ? end : end + 1),
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
    };
  });
}

/**
 * @param turn Begins the next page and gives its top.
 * @returns Where the table ends on its last page.
 */
export function printTable(
  pen: TablePen,
  set: SetTable,
  start: number,
  turn: () => number,
): number {
  const head = range(0, set.table.headerRows);
  let top = start;
  for (const [page, { rows, ...cut }] of pagesOf(set).entries()) {
    if (page > 0) top = turn();
    const again = page > 0 && set.look.repeatHead ? stripsOf(set, head, top, {}) : [];
    const own = stripsOf(set, rows, again.at(-1)?.bottom ?? top, cut);
    const ends = { top, bottom: own.at(-1)?.bottom ?? top };
    printStrips(pen, set, again, ends);
    printStrips(pen, set, own, ends);
    top = ends.bottom;
  }
  return top;
}
