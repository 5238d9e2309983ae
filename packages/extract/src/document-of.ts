/** Documents for tests: made of lines and tables as a reader would write them down. */
import type { Block, Cell, Document, Table, TextBlock } from './document.ts';

/** A cell of a test table: text, or text that covers several rows or columns. */
export type CellOf =
  | string
  | {
      readonly text: string;
      readonly rows?: number;
      readonly columns?: number;
      readonly sure?: number;
    };

/** Columns and rows that the cells above cover already. */
class Grid {
  readonly #taken = new Set<string>();

  free(row: number, from: number): number {
    let column = from;
    while (this.#taken.has(`${row},${column}`)) column += 1;
    return column;
  }

  take({ row, column, rowSpan, columnSpan }: Cell): void {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) this.#taken.add(`${r},${c}`);
    }
  }
}

function cellOf(given: CellOf, row: number, column: number): Cell {
  const { text, rows = 1, columns = 1, sure } = typeof given === 'string' ? { text: given } : given;
  const cell = { row, column, rowSpan: rows, columnSpan: columns, text };
  return sure === undefined ? cell : { ...cell, confidence: sure };
}

/** A table of rows of cells; spans push the following cells on, as in HTML. */
export function tableOf(rows: readonly (readonly CellOf[])[]): Table {
  const grid = new Grid();
  const cells: Cell[] = [];
  for (const [row, given] of rows.entries()) {
    let column = 0;
    for (const one of given) {
      const cell = cellOf(one, row, grid.free(row, column));
      grid.take(cell);
      cells.push(cell);
      column = cell.column + cell.columnSpan;
    }
  }
  const columns = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  return { kind: 'table', role: 'body', rows: rows.length, columns, cells };
}

const lineOf = (text: string): TextBlock => ({ kind: 'paragraph', role: 'body', text });

/** A one-page document of lines (strings) and blocks, in reading order. */
export function documentOf(...parts: readonly (string | Block)[]): Document {
  const blocks = parts.map((part) => (typeof part === 'string' ? lineOf(part) : part));
  return {
    schema: 'xxgk.document/1',
    source: {
      url: null,
      host: null,
      fetched_at: null,
      file_name: null,
      media_type: 'text/plain',
      sha256: '0'.repeat(64),
      bytes: 0,
      charset: null,
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'unknown',
    },
    pages: [{ number: 1, readBy: 'text', blocks }],
    repairs: [],
    diagnostics: [],
    stages: {},
  };
}
