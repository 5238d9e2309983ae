/** Rows as DOC and RTF hold them: every cell of every row, with its right edge and its merges. */
import type { Dice } from './random.ts';
import type { ScriptTable } from './script.ts';
import { type PlacedCell, placeCells } from './script-grid.ts';

export interface RowCell {
  readonly text: string;
  /** Right edge in twentieths of a point. */
  readonly right: number;
  /** Begins a cell over several rows, or goes on with the one above. */
  readonly up?: 'begins' | 'goes on';
}

const columnWidth = 1200;

const covers = ({ row, rowSpan }: PlacedCell, at: number): boolean =>
  at >= row && at < row + rowSpan;

function rowCell(cell: PlacedCell, row: number, shift: number): RowCell {
  const right = (cell.column + cell.columnSpan) * columnWidth + shift;
  if (cell.rowSpan === 1) return { text: cell.text, right };
  const first = cell.row === row;
  return { text: first ? cell.text : '', right, up: first ? 'begins' : 'goes on' };
}

/** @param random Edges are moved a little by it, as hands move them. */
export function wordRows(table: ScriptTable, random: Dice): RowCell[][] {
  const placed = placeCells(table);
  return table.rows.map((_, row) =>
    placed
      .filter((cell) => covers(cell, row))
      .toSorted((a, b) => a.column - b.column)
      .map((cell) => rowCell(cell, row, random.roll(0, 20))),
  );
}
