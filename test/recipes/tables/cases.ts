/** Printed tables by seed: what they hold, how they look, and pages with them. */
import { dice } from '../random.ts';
import type { ScriptTable } from '../script.ts';
import { openLook, ruledLook, type TableLook } from './look.ts';
import {
  cutsCell,
  endsFullCell,
  isBlank,
  isOneCell,
  letter,
  printTable,
  setTable,
  wrap,
} from './print-table.ts';
import { plainShape, ruledShape } from './shapes.ts';
import type { Sheet, TablePen } from './table-pen.ts';

/** Points. */
const margin = 60;

export interface TableCase {
  /** What makes it hard, for the name of a test. */
  readonly name: string;
  readonly look: TableLook;
  /** In reading order. */
  readonly tables: readonly ScriptTable[];
}

const nameOf = ({ rules, stroke, page, beside, breaks, cut, repeatHead }: TableLook): string =>
  [
    rules,
    stroke,
    page,
    beside,
    ...(breaks.length > 0 ? [`${breaks.length} page ends`] : []),
    ...(breaks.length > 0 && cut ? ['rows cut'] : []),
    ...(breaks.length > 0 && repeatHead ? ['head repeated'] : []),
  ].join(', ');

/** Page ends at which a reader of the page can tell what goes on. */
function readableBreaks(table: ScriptTable, look: TableLook): readonly number[] {
  const set = setTable(table, look, margin, sheetOf(look).width - 2 * margin);
  const kept = look.breaks.filter((end) => !endsFullCell(set, end));
  const ends = [0, ...kept, table.rows.length];
  const any = (test: (from: number, to: number) => boolean): boolean =>
    ends.slice(1).some((end, at) => test(ends[at] ?? 0, end));
  if (any((from, to) => isBlank(set, from, to))) return [];
  if (look.rules !== 'open frame') return kept;
  // Without a frame, what no line touches cannot be seen to be of the table.
  const lonely = any((from, to) => isOneCell(set, from, to));
  return lonely || kept.some((end) => cutsCell(set, end)) ? [] : kept;
}

/** Two tables side by side need room for the letters of their columns. */
const fits = (tables: readonly ScriptTable[]): boolean =>
  tables.every(({ widths }) => widths.length <= 8);

/** A table with lines in both directions. */
export function ruledCase(seed: number): TableCase {
  const random = dice(seed * 7919 + 1);
  const table = ruledShape(seed, random);
  const drawn = ruledLook(random, table.rows.length, table.headerRows);
  const second = drawn.beside === 'table' || drawn.beside === 'table below';
  const tables = second ? [table, ruledShape(seed + 1, random)] : [table];
  const beside = fits(tables) || drawn.beside === 'table below' ? drawn.beside : 'text around';
  const look: TableLook = { ...drawn, beside, breaks: readableBreaks(table, drawn) };
  return { name: nameOf(look), look, tables: beside === drawn.beside ? tables : [table] };
}

/** A table that lines rule in part, or not at all. */
export function openCase(seed: number): TableCase {
  const random = dice(seed * 104_729 + 3);
  const look = openLook(random);
  const nested = random.roll(0, 2) === 0;
  const long = random.roll(0, 1) === 1;
  // Without lines, a head of two rows is known by where its names stand.
  const middle = look.middle || (nested && look.rules === 'none');
  const tables = [plainShape(random, { nested, long })];
  return { name: nameOf(look), look: { ...look, middle }, tables };
}

/** Running text that stands beside tables; its paragraphs are indented by two letters. */
export const prose =
  '本表所列事项由各承办单位按照职责分工办理，办理情况按季度汇总后向社会公开，接受群众监督。各单位应当对所报内容的真实性负责，逾期未报的予以通报。';

function sheetOf({ page }: TableLook): Sheet {
  const turn = page === 'rotated' ? 'entry' : page === 'sideways' ? 'sideways' : 'none';
  // High enough for the longest table: page ends fall where the look says.
  return page === 'portrait'
    ? { width: 595, height: 1600, turn }
    : { width: 842, height: 1600, turn };
}

/** The paragraphs around the tables of a case, in reading order. */
export function proseOf({ look: { beside } }: TableCase): string[] {
  if (beside === 'text around') return [prose, prose];
  return beside === 'text left' || beside === 'text right' ? [prose.repeat(2)] : [];
}

function writeProse(
  pen: TablePen,
  left: number,
  top: number,
  width: number,
  times: number,
): number {
  const lines = wrap(`　　${prose.repeat(times)}`, width);
  for (const [at, line] of lines.entries()) pen.write(line, left, top + letter + at * 17, letter);
  return top + lines.length * 17;
}

/** Prints a case and gives the file. */
export function printCase({ look, tables }: TableCase, pen: TablePen): Buffer {
  const sheet = sheetOf(look);
  const width = sheet.width - 2 * margin;
  const half = (width - 30) / 2;
  const [first, second] = tables;
  if (!first) throw new TypeError('A case needs a table');
  const turn = (): number => {
    pen.page(sheet);
    return margin + 40;
  };
  const top = turn();
  const right = margin + half + 30;
  const { beside } = look;
  const narrow = beside === 'table' || beside === 'text left' || beside === 'text right';
  const left = beside === 'text left' ? right : margin;
  const start = beside === 'text around' ? writeProse(pen, margin, top, width, 1) + 12 : top;
  const set = setTable(first, look, left, narrow ? half : width);
  const end = printTable(pen, set, start, turn);
  if (beside === 'text around') writeProse(pen, margin, end + 12, width, 1);
  if (beside === 'text left') writeProse(pen, margin, top, half, 2);
  if (beside === 'text right') writeProse(pen, right, top, half, 2);
  if (second) {
    const at = beside === 'table' ? right : margin;
    printTable(
      pen,
      setTable(second, look, at, narrow ? half : width),
      beside === 'table' ? top : end + 14,
      turn,
    );
  }
  return pen.bytes();
}
