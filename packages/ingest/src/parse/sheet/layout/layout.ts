/**
 * What a sheet shows: titles and notes over its tables, the tables, notes under them.
 *
 * Empty rows divide a sheet; a part that goes on with numbers below a table, in its columns, still
 * belongs to it. Empty columns divide only what is a table on both sides.
 */
import type { Block, TextBlock } from '@xxgk/extract/document';
import { bottom, distinct, right, type SheetCell, type SheetGrid } from './grid.ts';
import { cellsOf, type Edges, edgesOf, type Line, linesOf } from './lines.ts';
import { sectionsOf } from './sections.ts';
import { tableOf } from './table.ts';
import { leading, trailing } from './text-lines.ts';

/** Share of the sheet's columns that a centred title is merged over. */
const wide = 0.6;
/** Running text and what is numbered is never a title. */
const noTitle = /[：:。；]|^[（(]?[\d一二三四五六七八九十]{1,3}[、.．）)]/u;

type Cells = readonly SheetCell[];

/** Parts between empty lines of one direction. */
function parted(cells: Cells, start: (cell: SheetCell) => number, end: typeof start): Cells[] {
  const parts: SheetCell[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const cell of cells.toSorted((a, b) => start(a) - start(b))) {
    if (start(cell) > reach) parts.push([]);
    parts.at(-1)?.push(cell);
    reach = Math.max(reach, end(cell));
  }
  return parts;
}

interface Band {
  readonly cells: SheetCell[];
  readonly edges: Edges;
  readonly hasTable: boolean;
}

function bandOf(cells: Cells): Band {
  const lines = linesOf(cells);
  return {
    cells: [...cells],
    edges: edgesOf(lines),
    hasTable: leading(lines) < lines.length,
  };
}

/** Rows of numbers in the columns of the table above an empty row. */
function goesOn(above: Band, below: Band): boolean {
  const top = below.cells[0]?.row;
  const first = below.cells.filter((cell) => cell.row === top);
  if (first.length < 2 || !first.some((cell) => cell.numeric)) return false;
  const within = below.edges.left >= above.edges.left && below.edges.right <= above.edges.right;
  return within && above.hasTable;
}

function bands(cells: Cells): Cells[] {
  const joined: Band[] = [];
  for (const part of parted(cells, (cell) => cell.row, bottom)) {
    const band = bandOf(part);
    const above = joined.at(-1);
    if (above && goesOn(above, band)) {
      for (const cell of part) above.cells.push(cell);
    } else {
      joined.push(band);
    }
  }
  return joined.map((band) => band.cells);
}

/** Tables beside each other, left to right; one when an empty column is only a gap. */
function beside(cells: Cells): Cells[] {
  const parts = parted(cells, (cell) => cell.column, right);
  const isTable = (part: Cells): boolean =>
    distinct(part.map((cell) => cell.row)).length > 1 &&
    distinct(part.map((cell) => cell.column)).length > 1;
  return parts.every(isTable) ? parts : [cells];
}

class Layout {
  readonly #grid: SheetGrid;
  readonly #columns: number;

  constructor(grid: SheetGrid) {
    this.#grid = grid;
    const columns = distinct(grid.cells.map((cell) => cell.column));
    this.#columns = Math.max((columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1, 1);
  }

  #paragraph(cell: SheetCell, above: boolean): TextBlock {
    const { text, columnSpan } = cell;
    const merged = columnSpan > 1 && columnSpan >= wide * this.#columns;
    const centred = above && merged && !noTitle.test(text);
    const path = this.#grid.address(cell.row, cell.column);
    const align = centred ? { align: 'center' as const } : {};
    return { kind: 'paragraph', role: 'body', text, path, ...align };
  }

  band(cells: Cells): Block[] {
    return sectionsOf(linesOf(cells)).flatMap((lines) => this.#section(lines));
  }

  #section(lines: readonly Line[]): Block[] {
    const from = leading(lines);
    const to = Math.max(from, trailing(lines));
    const body = cellsOf(lines.slice(from, to));
    const parts = body.length > 0 ? beside(body) : [];
    const single = parts.length === 1;
    return [
      ...cellsOf(lines.slice(0, from)).map((cell) => this.#paragraph(cell, true)),
      ...parts.flatMap((part) => (single ? [tableOf(part, this.#grid)] : this.band(part))),
      ...cellsOf(lines.slice(to)).map((cell) => this.#paragraph(cell, false)),
    ];
  }
}

/** The blocks of a sheet in reading order. */
export function blocksOf(grid: SheetGrid): Block[] {
  const layout = new Layout(grid);
  return bands(grid.cells).flatMap((cells) => layout.band(cells));
}
