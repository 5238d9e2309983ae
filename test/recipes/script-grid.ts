/** Where each cell of a script's table stands. */
import type { ScriptCell, ScriptTable } from './script.ts';

export interface PlacedCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const asCell = (cell: string | ScriptCell): ScriptCell =>
  typeof cell === 'string' ? { text: cell } : cell;

/** Gives each printed cell its row and column; a tall cell keeps the rows below from its columns. */
export function placeCells(table: ScriptTable): PlacedCell[] {
  const taken = new Set<string>();
  const placed: PlacedCell[] = [];
  for (const [row, cells] of table.rows.entries()) {
    let column = 0;
    for (const { text, rowSpan = 1, columnSpan = 1 } of cells.map(asCell)) {
      while (taken.has(`${row},${column}`)) column += 1;
      placed.push({ text, row, column, rowSpan, columnSpan });
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
      }
      column += columnSpan;
    }
  }
  return placed;
}
