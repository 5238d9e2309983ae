/** Reads a ruled table cell by cell; a cell without ink is never sent to the engine. */
import type { Box, Cell, Table } from '@xxgk/extract/document';
import { composed } from './compose.ts';
import type { OcrEngine } from './engine.ts';
import type { Grid, GridCell } from './grid.ts';
import { inkBox } from './ink.ts';
import type { PageLayout } from './page-layout.ts';
import { readLine } from './read-line.ts';
import { looksNumeric, readNumber } from './read-number.ts';
import { signOf } from './sign.ts';
import { textLines } from './text-lines.ts';
import { type Reading, textOf } from './witness.ts';

export interface TableContext {
  readonly layout: PageLayout;
  readonly engine: OcrEngine;
  readonly page: number;
  /** From the levelled page to pixels of the page image. */
  readonly place: (box: Box) => Box;
}

/** A cell with its lines as read; `alone` is the ink of the only line of a cell. */
interface ReadCell {
  readonly cell: GridCell;
  readonly lines: readonly Reading[];
  readonly alone: Box | null;
  readonly hasInk: boolean;
}

/** Wider ink than this many characters is no number that was read as text. */
const widestNumber = 4;

export async function readTable(grid: Grid, context: TableContext): Promise<Table> {
  const read: ReadCell[] = [];
  for (const cell of grid.cells) read.push(await readCell(cell, context));
  const cells: Cell[] = [];
  for (const one of read) {
    const { cell, lines, hasInk } = await withNumber(one, read, context);
    const { box, ...span } = cell;
    const placed = lines.map((line) =>
      line.map((character) => ({ ...character, box: context.place(character.box) })),
    );
    // Ink that nothing was read of is no blank cell: its text is unknown.
    const lost = hasInk && lines.length === 0 && { confidence: 0 };
    cells.push({ ...composed(placed, context.page), ...lost, ...span, box: context.place(box) });
  }
  const { rows, columns, box } = grid;
  return { kind: 'table', role: 'body', rows, columns, cells, box: context.place(box) };
}

async function readCell(cell: GridCell, { layout, engine }: TableContext): Promise<ReadCell> {
  const { mask, black, em } = layout;
  const found = textLines(mask, insideOf(cell.box), em).flatMap(({ parts, box }) =>
    parts.map((part): Box => [part[0], box[1], part[2], box[3]]),
  );
  const [only] = found;
  const alone = found.length === 1 && only ? inkBox(mask, only) : null;
  const sign = alone && signOf(mask, alone, em);
  if (sign) return { cell, lines: [[sign]], alone: null, hasInk: true };
  const lines: Reading[] = [];
  for (const line of found) lines.push(await readLine(black, line, heightOf(line, em), engine));
  const hasInk = found.length > 0;
  return { cell, lines: lines.filter((line) => line.length > 0), alone, hasInk };
}

/** A short cell is read again as a number if it looks like one, or if its column holds numbers. */
async function withNumber(
  one: ReadCell,
  all: readonly ReadCell[],
  { layout, engine }: TableContext,
): Promise<ReadCell> {
  const { alone, lines } = one;
  if (alone === null || alone[2] - alone[0] > widestNumber * layout.em) return one;
  const plain = lines[0] ?? [];
  if (!looksNumeric(textOf(plain)) && !inNumericColumn(one, all)) return one;
  const height = heightOf(alone, layout.em);
  return { ...one, lines: [await readNumber(layout.black, alone, height, engine, plain)] };
}

/** Whether most of the other filled cells of its column look like numbers or signs. */
function inNumericColumn({ cell }: ReadCell, all: readonly ReadCell[]): boolean {
  const others = all.filter(
    (other) => other.cell.column === cell.column && other.cell !== cell && other.lines.length > 0,
  );
  const numeric = others.filter(
    ({ lines }) => lines.length === 1 && looksNumeric(textOf(lines[0] ?? [])),
  );
  return numeric.length > 0.5 * others.length;
}

const heightOf = (line: Box, em: number): number => Math.max(0.75 * em, line[3] - line[1]);

/** Whole pixels between the lines around a cell. */
function insideOf([x0, y0, x1, y1]: Box): Box {
  const [left, top] = [Math.ceil(x0) + 2, Math.ceil(y0) + 2];
  return [left, top, Math.max(left, Math.floor(x1) - 2), Math.max(top, Math.floor(y1) - 2)];
}
