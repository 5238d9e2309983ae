/** A script as a sheet: a row for each line, merged over the width of its widest table. */
import type { Script, ScriptTable } from '../script.ts';
import { placeCells } from '../script-grid.ts';
import type { Merge, SheetEntry, SheetRecipe } from '../sheet/workbook.ts';

const number = /^\d{1,9}(?:\.\d{1,4})?$/;

const entry = (text: string): SheetEntry => (number.test(text) ? Number(text) : text);

/** The lines of a table and the cells that are merged in it, from a row of the sheet on. */
function tableRows(table: ScriptTable, top: number, width: number): [SheetEntry[][], Merge[]] {
  const rows = table.rows.map(() => Array<SheetEntry>(width).fill(null));
  const placed = placeCells(table);
  for (const { text, row, column } of placed) {
    const line = rows[row];
    if (line) line[column] = entry(text);
  }
  const merges = placed
    .filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }): Merge => {
      const first = top + row;
      return [first, column, first + rowSpan - 1, column + columnSpan - 1];
    });
  return [rows, merges];
}

export function asSheet(script: Script): SheetRecipe {
  const widths = script.blocks.map((block) => ('table' in block ? block.table.widths.length : 1));
  const width = Math.max(...widths);
  const rows: SheetEntry[][] = [];
  const merges: Merge[] = [];
  for (const block of script.blocks) {
    if ('table' in block) {
      const [lines, merged] = tableRows(block.table, rows.length, width);
      rows.push(...lines);
      merges.push(...merged);
    } else if (!('pageBreak' in block)) {
      merges.push([rows.length, 0, rows.length, width - 1]);
      rows.push([Object.values(block).join('')]);
    }
  }
  return { name: 'Sheet1', rows, merges };
}
