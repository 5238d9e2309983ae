/** The printed rows of a form, whatever shape it arrived in: a ruled table or a run of lines. */
import type { Quotable } from '../evidence.ts';
import type { Item, Line, TableItem } from '../reading.ts';
import { cellAddress } from '../reading.ts';
import type { Span } from '../trace.ts';

/** Text that stands in one cell, or stood in one before the table was flattened. */
export interface FormCell extends Quotable {
  readonly text: string;
  /** Of the text inside `traced.text`. */
  readonly span: Span;
  /** Leftmost column that the cell covers, from 0. */
  readonly column: number;
  /** Rightmost column that the cell covers. */
  readonly lastColumn: number;
  /** Whether the cell began in an earlier row. */
  readonly continued: boolean;
}

/** A row, left to right; a cell that spans rows stands in each of them. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly item: Item;
}

/** The rows of a ruled table. */
export function tableRows(item: TableItem): readonly FormRow[] {
  const rows: FormCell[][] = Array.from({ length: item.table.rows }, () => []);
  for (const cell of item.table.cells) {
    const base = {
      text: cell.text,
      at: cellAddress(item.at, cell),
      traced: cell,
      span: { start: 0, end: cell.text.length },
      column: cell.column,
      lastColumn: cell.column + cell.columnSpan - 1,
    };
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      rows[row]?.push({ ...base, continued: row > cell.row });
    }
  }
  return rows.map((cells) => ({ cells: cells.sort((a, b) => a.column - b.column), item }));
}

/** A piece of a line as a cell. */
export function lineCell(line: Line, span: Span, column: number): FormCell {
  return {
    text: line.text.slice(span.start, span.end),
    at: line.at,
    traced: line.traced,
    span,
    column,
    lastColumn: column,
    continued: false,
  };
}
