/** Clean reading text: paragraphs by line, tables as lines of cells parted by TAB. */
import type { Table } from '../document.ts';
import { type Item, isLine } from '../reading.ts';

const BREAKS = /\s*\n\s*/gu;

/** One line a row; a cell that spans several stands where it begins. */
export function tableText(table: Table): string {
  const rows = Array.from({ length: table.rows }, () => Array<string>(table.columns).fill(''));
  for (const { row, column, text } of table.cells) {
    const cells = rows[row];
    if (cells && column < cells.length) cells[column] = text.trim().replace(BREAKS, ' ');
  }
  return rows.map((cells) => cells.join('\t').trimEnd()).join('\n');
}

export const textOf = (items: readonly Item[]): string =>
  items.map((item) => (isLine(item) ? item.text.trim() : tableText(item.table))).join('\n');
