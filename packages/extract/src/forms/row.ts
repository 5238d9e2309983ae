/** The printed rows of a form, whatever shape it arrived in: a ruled table or a run of lines. */
import type { Cell, OtherReading, Table, Traced } from '../document.ts';
import type { Quotable } from '../evidence.ts';
import type { Item, Line, TableItem } from '../reading.ts';
import { cellAddress } from '../reading.ts';
import { rawOf, rawSpan, readingConfidence, type Span } from '../trace.ts';

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
  /** What the engines made of the ink; absent in a digital table. */
  readonly scan?: ScanReading;
}

/** How sure a cell was read by OCR. */
export interface ScanReading {
  /** 0 to 1, the lowest of its characters; 1 where there was no ink. */
  readonly confidence: number;
  readonly others: readonly OtherReading[];
}

/** A row, left to right; a cell that spans rows stands in each of them. */
export interface FormRow {
  readonly cells: readonly FormCell[];
  readonly item: Item;
}

const isScanned = ({ confidence, segments = [] }: Traced): boolean =>
  confidence !== undefined || segments.some((segment) => segment.confidence !== undefined);

/** A blank cell has no confidence of its own; that its table was scanned, its neighbours tell. */
const scanOf = (cell: Cell): ScanReading => ({
  confidence: readingConfidence(cell, { start: 0, end: rawOf(cell).length }),
  others: cell.alternatives ?? [],
});

const wasScanned = ({ cells }: Table): boolean => cells.some(isScanned);

/** The rows of a ruled table. */
export function tableRows(item: TableItem): readonly FormRow[] {
  const rows: FormCell[][] = Array.from({ length: item.table.rows }, () => []);
  const scanned = wasScanned(item.table);
  for (const cell of item.table.cells) {
    const base = {
      text: cell.text,
      at: cellAddress(item.at, cell),
      traced: cell,
      span: { start: 0, end: cell.text.length },
      column: cell.column,
      lastColumn: cell.column + cell.columnSpan - 1,
      ...(scanned && { scan: scanOf(cell) }),
    };
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      rows[row]?.push({ ...base, continued: row > cell.row });
    }
  }
  return rows.map((cells) => ({ cells: cells.sort((a, b) => a.column - b.column), item }));
}

/** Of a piece of a line that was read by OCR. */
function scanOfLine({ traced }: Line, span: Span): { scan?: ScanReading } {
  const confidence = readingConfidence(traced, rawSpan(traced, span));
  return isScanned(traced) ? { scan: { confidence, others: [] } } : {};
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
    ...scanOfLine(line, span),
  };
}
