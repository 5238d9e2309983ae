/** A head that is printed again on each page of a table. */
import type { PageCell, PageTable } from '../page-table.ts';

const blanks = /\s/gu;

const shapeOf = ({ row, column, rowSpan, columnSpan, text }: PageCell): string =>
  `${row} ${column} ${rowSpan} ${columnSpan} ${text.replace(blanks, '')}`;

export const rowCount = (table: PageTable): number => table.grid.ys.length - 1;

/** Rows at the top of `next` that repeat the head of `first`. */
export function repeatedRows(first: PageTable, next: PageTable): number {
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
