/** Reads a ruled table cell by cell; a cell without ink is never sent to the engine. */
import type { Box, Cell, OtherReading, Table } from '@xxgk/extract/document';
import type { Engines } from '../engines/start.ts';
import { inkBox } from '../page/ink.ts';
import type { PageLayout } from '../page/page-layout.ts';
import { composed } from '../text/compose.ts';
import { readLine } from '../text/read-line.ts';
import { textLines } from '../text/text-lines.ts';
import { type Reading, textOf } from '../text/witness.ts';
import { faintIn } from './faint.ts';
import type { Grid, GridCell } from './grid.ts';
import { looksNumeric, readNumber } from './read-number.ts';
import { signOf } from './sign.ts';

export interface TableContext {
  readonly layout: PageLayout;
  readonly engines: Engines;
  readonly page: number;
  /** From the levelled page to pixels of the page image. */
  readonly place: (box: Box) => Box;
}

/** A line of a cell, its ink and what it says. */
interface CellLine {
  readonly ink: Box;
  readonly reading: Reading;
}

interface ReadCell {
  readonly cell: GridCell;
  readonly lines: readonly CellLine[];
  /** Told by its shape, not by an engine. */
  readonly isSign: boolean;
  /** Nothing but paper is there. */
  readonly isBlank: boolean;
  readonly alternatives: readonly OtherReading[];
}

/** Wider ink than this many characters is no number that was read as text. */
const widestNumber = 4;

export async function readTable(grid: Grid, context: TableContext): Promise<Table> {
  const read: ReadCell[] = [];
  for (const cell of grid.cells) read.push(await readCell(cell, context));
  const cells: Cell[] = [];
  for (const one of read) {
    const { cell, lines, isBlank, alternatives } = await withNumbers(one, read, context);
    const { box, ...span } = cell;
    const placed = lines.map(({ reading }) =>
      reading.map((character) => ({ ...character, box: context.place(character.box) })),
    );
    // What nothing was read of is no blank cell: its text is unknown.
    const lost = !isBlank && lines.length === 0 && { confidence: 0 };
    cells.push({
      ...composed(placed, context.page),
      ...lost,
      ...span,
      box: context.place(box),
      ...(alternatives.length > 0 && { alternatives }),
    });
  }
  const { rows, columns, box } = grid;
  return { kind: 'table', role: 'body', rows, columns, cells, box: context.place(box) };
}

async function readCell(cell: GridCell, { layout, engines }: TableContext): Promise<ReadCell> {
  const { mask, black, em } = layout;
  const found = textLines(mask, insideOf(cell.box), em).flatMap(({ parts, box }) =>
    parts.map((part): Box => [part[0], box[1], part[2], box[3]]),
  );
  if (found.length === 0) return withoutInk(cell, layout);
  const [only] = found;
  const alone = found.length === 1 && only ? inkBox(mask, only) : null;
  const sign = alone && signOf(mask, alone, em);
  if (sign && alone) {
    const lines = [{ ink: alone, reading: [sign] }];
    return { cell, lines, isSign: true, isBlank: false, alternatives: [] };
  }
  const lines: CellLine[] = [];
  for (const line of found) {
    const ink = alone ?? line;
    const reading = await readLine(black, line, heightOf(line, em), engines[0], isNumberLike);
    if (reading.length > 0 || found.length === 1) lines.push({ ink, reading });
  }
  return { cell, lines, isSign: false, isBlank: false, alternatives: [] };
}

/** A cell without ink: blank for sure only where its paper shows nothing at all. */
function withoutInk(cell: GridCell, { black, em }: PageLayout): ReadCell {
  const faint = faintIn(black, insideOf(cell.box), em);
  const none = { cell, lines: [], isSign: false, isBlank: faint === null, alternatives: [] };
  if (faint === null || faint.sign === null) return none;
  return { ...none, lines: [{ ink: faint.box, reading: [faint.sign] }], isSign: true };
}

/** Lines that are numbers, or stand where numbers stand, are read again as such. */
async function withNumbers(
  one: ReadCell,
  all: readonly ReadCell[],
  context: TableContext,
): Promise<ReadCell> {
  if (one.isSign || !isNumberCell(one, all, context.layout.em)) return withText(one, one.lines);
  const { engines, layout } = context;
  const lines: CellLine[] = [];
  const alternatives: OtherReading[] = [];
  for (const { ink, reading } of one.lines) {
    const read = await readNumber(layout.black, ink, heightOf(ink, layout.em), engines, reading);
    lines.push({ ink, reading: read.reading });
    if (one.lines.length === 1) alternatives.push(...read.alternatives);
  }
  return { ...withText(one, lines), alternatives };
}

const withText = (one: ReadCell, lines: readonly CellLine[]): ReadCell => ({
  ...one,
  lines: lines.filter(({ reading }) => reading.length > 0),
});

/** By what was read, or, of one short line, by what stands in the rest of the column. */
function isNumberCell(one: ReadCell, all: readonly ReadCell[], em: number): boolean {
  const [first] = one.lines;
  if (first === undefined) return false;
  if (one.lines.every(({ reading }) => looksNumeric(textOf(reading)))) return true;
  const isShort = one.lines.length === 1 && first.ink[2] - first.ink[0] <= widestNumber * em;
  return isShort && inNumericColumn(one, all);
}

/** Whether most of the other filled cells of its column look like numbers or signs. */
function inNumericColumn({ cell }: ReadCell, all: readonly ReadCell[]): boolean {
  const others = all.filter(
    (other) => other.cell.column === cell.column && other.cell !== cell && other.lines.length > 0,
  );
  const numeric = others.filter(
    ({ lines: [line, more] }) => line && !more && looksNumeric(textOf(line.reading)),
  );
  return numeric.length > 0.5 * others.length;
}

/** Numbers are read again as such. */
const isNumberLike = (reading: Reading): boolean => looksNumeric(textOf(reading));

const heightOf = (line: Box, em: number): number => Math.max(0.75 * em, line[3] - line[1]);

/** Whole pixels between the lines around a cell. */
function insideOf([x0, y0, x1, y1]: Box): Box {
  const [left, top] = [Math.ceil(x0) + 2, Math.ceil(y0) + 2];
  return [left, top, Math.max(left, Math.floor(x1) - 2), Math.max(top, Math.floor(y1) - 2)];
}
