/** Draws a ruled table on paper: spans, wrapped cells, head repeated after a page end. */
import type { ScriptTable } from '../script.ts';
import { type PlacedCell, placeCells } from '../script-grid.ts';
import { type Paper, paper, wrap } from './sheets.ts';

/** Points: letters, from line to line, and between a cell's edge and its text. */
export interface TableSize {
  readonly points: number;
  readonly lineHeight: number;
  readonly pad: number;
}

const usual: TableSize = { points: 10.5, lineHeight: 15, pad: 4 };

class Drawing {
  readonly #on: Paper;
  readonly #table: ScriptTable;
  readonly #cells: readonly PlacedCell[];
  readonly #edges: readonly number[];
  readonly #size: TableSize;

  constructor(on: Paper, table: ScriptTable, size: TableSize) {
    this.#on = on;
    this.#table = table;
    this.#size = size;
    this.#cells = placeCells(table);
    const total = table.widths.reduce((sum, width) => sum + width, 0);
    let x = paper.left;
    this.#edges = [
      x,
      ...table.widths.map((width) => {
        x += (width / total) * paper.measure;
        return x;
      }),
    ];
  }

  draw(): void {
    for (let row = 0; row < this.#table.rows.length; row += 1) {
      const height = this.#height(row);
      if (this.#on.y + height > paper.bottom) {
        this.#close(row);
        this.#on.turn();
        for (let head = 0; head < this.#table.headerRows; head += 1) {
          this.#row(head, this.#height(head), false);
        }
      }
      this.#row(row, height, this.#on.y === paper.top);
    }
    this.#close(this.#table.rows.length);
  }

  #edge(column: number): number {
    return this.#edges[column] ?? paper.left + paper.measure;
  }

  #lines(cell: PlacedCell): string[] {
    const { points, pad } = this.#size;
    this.#on.use('text', points);
    const width = this.#edge(cell.column + cell.columnSpan) - this.#edge(cell.column) - 2 * pad;
    return wrap(this.#on.pen, cell.text, width, width);
  }

  #height(row: number): number {
    const own = this.#cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    const most = Math.max(1, ...own.map((cell) => this.#lines(cell).length));
    return most * this.#size.lineHeight + 2 * this.#size.pad;
  }

  /** Draws the cells that begin in a row, and the sides of those that run through it. */
  #row(row: number, height: number, openTop: boolean): void {
    const y = this.#on.take(height);
    for (const cell of this.#cells) {
      if (cell.row > row || cell.row + cell.rowSpan <= row) continue;
      const left = this.#edge(cell.column);
      const right = this.#edge(cell.column + cell.columnSpan);
      const begins = cell.row === row;
      this.#on.pen.line(left, y, left, y + height);
      this.#on.pen.line(right, y, right, y + height);
      if (begins || openTop) this.#on.pen.line(left, y, right, y);
      if (begins) this.#write(cell, left, y);
    }
  }

  #write(cell: PlacedCell, left: number, y: number): void {
    const { points, lineHeight, pad } = this.#size;
    for (const [index, line] of this.#lines(cell).entries()) {
      this.#on.use('text', points);
      this.#on.pen.write(line, left + pad, y + pad + points + index * lineHeight);
    }
  }

  #close(row: number): void {
    const y = this.#on.y;
    for (const cell of this.#cells) {
      if (cell.row < row && cell.row + cell.rowSpan >= row) {
        this.#on.pen.line(this.#edge(cell.column), y, this.#edge(cell.column + cell.columnSpan), y);
      }
    }
  }
}

export function drawTable(on: Paper, table: ScriptTable, size = usual): void {
  new Drawing(on, table, size).draw();
}
