/** Tables of a word processor: cells of paragraphs, tables inside of cells, frames around text. */
import type { Role, Table } from '@xxgk/extract/document';
import { columnCount, placeCells } from '../tables/place-cells.ts';
import type { Item } from './paragraph.ts';

export interface WordCell {
  /** Paragraphs, pictures and tables of the cell in order. */
  readonly items: readonly Item[];
  readonly columnSpan: number;
  /** It continues the cell above it. */
  readonly goesOn: boolean;
  readonly path: string;
}

export interface WordRow {
  /** Columns left out before the first cell. */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

const endsInSign = /[\d.,%A-Za-z]$/;
const beginsWithSign = /^[\d.,A-Za-z]/;

/** Lines of a cell as one text: labels are broken to fit, but two numbers stay two. */
function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const apart = endsInSign.test(text) && beginsWithSign.test(line);
    text += apart ? `\n${line}` : line;
  }
  return text;
}

const isText = (item: Item): boolean => 'size' in item;

const textOf = ({ items }: WordCell): string =>
  joinLines(items.flatMap((item) => ('size' in item ? [item.block.text] : [])));

/** Whether the table only lays out a page: a frame of one cell, or one column around tables. */
function isLayout(rows: readonly WordRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length <= 1) return true;
  const oneColumn = rows.every((row) => row.cells.length <= 1);
  return oneColumn && cells.some(({ items }) => items.some(({ block }) => block.kind === 'table'));
}

function grid(rows: readonly WordRow[], role: Role, path: string): Table {
  const given = rows.map(({ before, cells }) => ({
    before,
    cells: cells.map((cell) => ({
      text: textOf(cell),
      columnSpan: cell.columnSpan,
      goesOn: cell.goesOn,
      path: cell.path,
    })),
  }));
  const cells = placeCells(given);
  return { kind: 'table', role, rows: rows.length, columns: columnCount(cells), cells, path };
}

/** A table as blocks: the grid, then what stands in its cells besides text. */
export function tableItems(rows: readonly WordRow[], role: Role, path: string): Item[] {
  const inside = rows.flatMap((row) => row.cells).flatMap(({ items }) => items);
  if (isLayout(rows)) return inside;
  return [{ block: grid(rows, role, path) }, ...inside.filter((item) => !isText(item))];
}
