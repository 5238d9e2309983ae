/**
 * Tables that run over a page end become one table.
 *
 * A continuation has the same columns. Its repeated head is dropped; a row that the page end cut
 * in two is joined; a cell that spans rows on both sides of the page end becomes one cell.
 */
import type { Cell, Table } from '@xxgk/extract/document';
import { aligned } from './columns.ts';
import { gapBetween } from './join-text.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { traced } from './text-blocks.ts';

const blanks = /\s/g;
const numbered =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、]|[①-⑳]|其中)/u;

const rowCount = (table: PageTable): number => table.grid.ys.length - 1;

const shapeOf = ({ row, column, rowSpan, columnSpan, text }: PageCell): string =>
  `${row} ${column} ${rowSpan} ${columnSpan} ${text.replace(blanks, '')}`;

/** Rows at the top of `next` that repeat the head of `first`. */
function repeatedRows(first: PageTable, next: PageTable): number {
  const most = Math.min(rowCount(first) - 1, rowCount(next));
  let repeated = 0;
  for (let rows = 1; rows <= most; rows += 1) {
    const head = first.cells.filter((cell) => cell.row < rows);
    // A head ends where no cell reaches over its last line.
    if (head.some((cell) => cell.row + cell.rowSpan > rows)) continue;
    const top = next.cells.filter((cell) => cell.row < rows);
    const same = head.map(shapeOf).join('\n') === top.map(shapeOf).join('\n');
    if (!same || head.every((cell) => cell.text === '')) break;
    repeated = rows;
  }
  return repeated;
}

/** A cell under construction: parts of one printed cell, page by page. */
interface Growing extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> {
  readonly parts: readonly { readonly page: number; readonly cell: PageCell }[];
}

/** The text reaches the right and the lower edge of its cell: more of it had no room. */
function endsFull({ box, lines }: PageCell): boolean {
  const last = lines.at(-1);
  if (!last) return false;
  return box[2] - last.box[2] < last.size * 2 && box[3] - last.box[3] < last.size * 1.2;
}

const startsAtTop = ({ box, lines: [first] }: PageCell): boolean =>
  first !== undefined && first.box[1] - box[1] < first.size * 1.2;

const lastPart = (cell: Growing): PageCell | undefined => cell.parts.at(-1)?.cell;

const bottom = (cells: readonly Growing[], rows: number): Growing[] =>
  cells.filter((cell) => cell.row + cell.rowSpan === rows);

/** The cells above and below the page end that share columns exactly. */
function facing(
  above: readonly Growing[],
  below: readonly PageCell[],
): [above: Growing, below: PageCell][] | undefined {
  const pairs: [Growing, PageCell][] = [];
  for (const cell of below) {
    const over = above.find(
      (each) => each.column === cell.column && each.columnSpan === cell.columnSpan,
    );
    if (!over) return undefined;
    pairs.push([over, cell]);
  }
  return pairs;
}

/**
 * Whether the page end cuts a row: the row below is empty, or its text only goes on where the text
 * above filled its cell, and no value stands on both sides.
 */
function cutsRow(pairs: readonly (readonly [Growing, PageCell])[]): boolean {
  if (pairs.every(([, below]) => below.text === '')) return true;
  return (
    pairs.some(([over, below]) => goesOn(over, below)) &&
    pairs.every(([over, below]) => isOneSided(over, below) || goesOn(over, below))
  );
}

const isOneSided = (over: Growing, below: PageCell): boolean =>
  below.text === '' || over.parts.every(({ cell }) => cell.text === '');

/** Text below goes on with the text above, which filled its cell. */
function goesOn(over: Growing, below: PageCell): boolean {
  const above = lastPart(over);
  if (!above || above.text === '' || below.text === '') return false;
  return endsFull(above) && startsAtTop(below) && !numbered.test(below.text);
}

const merged = (over: Growing, page: number, below: PageCell, more: number): Growing => ({
  ...over,
  rowSpan: over.rowSpan + more,
  parts: [...over.parts, { page, cell: below }],
});

const han = /\p{Script=Han}/u;

/** Never a value: an empty cell below a value is an empty value. */
const isLabel = (over: Growing): boolean => over.parts.some(({ cell }) => han.test(cell.text));

/** Labels of groups stand on the left: there an empty cell belongs to the label above. */
const isGroupLabel = (over: Growing, cells: readonly Growing[]): boolean =>
  over.column === 0 &&
  cells.some(
    (cell) => cell.column === 0 && cell.columnSpan === over.columnSpan && cell.rowSpan > 1,
  );

/**
 * Whether a spanning cell goes on below the page end: its text does, or it has ended and the part
 * below is empty. Text that first appears below is another cell's.
 */
function spansOn(over: Growing, below: PageCell, cells: readonly Growing[]): boolean {
  const spanning = over.rowSpan + below.rowSpan > 2;
  if (below.text === '') return isLabel(over) && (spanning || isGroupLabel(over, cells));
  return spanning && goesOn(over, below);
}

function append(
  cells: readonly Growing[],
  rows: number,
  table: PageTable,
  skip: number,
): { cells: Growing[]; rows: number } {
  const rest = table.cells.filter((cell) => cell.row >= skip);
  const top = rest.filter((cell) => cell.row === skip);
  const edge = bottom(cells, rows);
  const pairs = facing(edge, top);
  const cut = pairs !== undefined && cutsRow(pairs);
  const offset = rows - skip - (cut ? 1 : 0);
  const replaced = new Map<Growing, Growing>();
  const added: Growing[] = [];
  for (const cell of rest) {
    const over = edge.find((e) => e.column === cell.column && e.columnSpan === cell.columnSpan);
    const onto =
      cell.row === skip && over && (cut || spansOn(over, cell, cells)) ? over : undefined;
    if (onto) {
      replaced.set(onto, merged(onto, table.page, cell, cell.rowSpan - (cut ? 1 : 0)));
    } else {
      added.push({ ...place(cell), row: cell.row + offset, parts: [{ page: table.page, cell }] });
    }
  }
  const kept = cells.map((cell) => replaced.get(cell) ?? cell);
  return { cells: [...kept, ...added], rows: rowCount(table) + offset };
}

const place = ({ row, column, rowSpan, columnSpan }: PageCell) => ({
  row,
  column,
  rowSpan,
  columnSpan,
});

function finished({ parts, ...where }: Growing): Cell {
  const filled = parts.filter(({ cell }) => cell.text !== '');
  const [first = parts[0]] = filled;
  const lines = filled.map(({ page, cell }) => ({ page, lines: cell.lines }));
  return {
    ...where,
    ...(filled.length > 1
      ? traced(lines)
      : {
          text: filled.reduce(
            (text, { cell }) => text + gapBetween(text, cell.text) + cell.text,
            '',
          ),
        }),
    ...(first ? { page: first.page, box: first.cell.box } : {}),
  };
}

/** One table of its pages, in order. */
export function tableOf(parts: readonly PageTable[]): Table {
  const { tables, columns } = aligned(parts);
  const [first, ...others] = tables;
  if (!first) throw new TypeError('A table needs at least one page');
  let cells: Growing[] = first.cells.map((cell) => ({
    ...place(cell),
    parts: [{ page: first.page, cell }],
  }));
  let rows = rowCount(first);
  for (const table of others) {
    ({ cells, rows } = append(cells, rows, table, repeatedRows(first, table)));
  }
  return {
    kind: 'table',
    role: 'body',
    rows,
    columns,
    cells: cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(finished),
    box: first.grid.box,
  };
}
