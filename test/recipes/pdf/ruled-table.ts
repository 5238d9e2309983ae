/** Ruled tables as PDF, with the page ends where the recipe wants them. */
import PDFDocument from 'pdfkit';
import type { ScriptTable } from '../script.ts';
import { type PlacedCell, placeCells } from '../script-grid.ts';

/** How the lines are drawn: by strokes, by thin filled bars, or without the outer sides. */
export type Ruling = 'strokes' | 'bars' | 'open sides';

export interface TablePaper {
  readonly font: { readonly path: string; readonly face: string };
  readonly ruling: Ruling;
  /** Rows that begin a new page. */
  readonly breaks: readonly number[];
  /** Whether the head is printed again on each page. */
  readonly repeatHead: boolean;
  /** Printed above the table. */
  readonly title?: string;
}

type Pdf = InstanceType<typeof PDFDocument>;

const size = 10.5;
const lineHeight = 15;
const padding = 4;
const left = 60;
const top = 90;

/** Lines of `text` in a cell of `width` points; Chinese text breaks anywhere. */
function wrap(pdf: Pdf, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (pdf.widthOfString(line + character) > width - 2 * padding) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

interface Sheet {
  readonly pdf: Pdf;
  readonly xs: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly PlacedCell[];
  readonly ruling: Ruling;
}

const widthOf = (xs: readonly number[], cell: PlacedCell): number =>
  (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0);

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Tall enough for the text of every cell; what a tall cell lacks is given to its last row. */
function rowHeights(pdf: Pdf, rows: number, xs: readonly number[], cells: readonly PlacedCell[]) {
  const heights = Array.from({ length: rows }, () => lineHeight + 2 * padding);
  for (const cell of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const needed = wrap(pdf, cell.text, widthOf(xs, cell)).length * lineHeight + 2 * padding;
    const own = heights.slice(cell.row, cell.row + cell.rowSpan);
    const last = cell.row + cell.rowSpan - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, needed - sum(own));
  }
  return heights;
}

function edges({ pdf, ruling, xs }: Sheet, x: number, y: number, width: number, height: number) {
  if (ruling === 'bars') {
    pdf.rect(x - 0.25, y, 0.5, height).rect(x + width - 0.25, y, 0.5, height);
    pdf
      .rect(x, y - 0.25, width, 0.5)
      .rect(x, y + height - 0.25, width, 0.5)
      .fill('#000');
    return;
  }
  const open = ruling === 'open sides';
  const isFirst = Math.abs(x - (xs[0] ?? 0)) < 1;
  const isLast = Math.abs(x + width - (xs.at(-1) ?? 0)) < 1;
  pdf.moveTo(x, y).lineTo(x + width, y);
  pdf.moveTo(x, y + height).lineTo(x + width, y + height);
  if (!(open && isFirst)) pdf.moveTo(x, y).lineTo(x, y + height);
  if (!(open && isLast)) pdf.moveTo(x + width, y).lineTo(x + width, y + height);
  pdf.lineWidth(0.5).stroke('#000');
}

/** Draws the rows `rows` from `y` down; a cell that began on an earlier page is drawn empty. */
function drawRows(sheet: Sheet, rows: readonly number[], y: number): number {
  const { pdf, xs, heights, cells } = sheet;
  const topOf = (row: number): number =>
    y + sum(rows.filter((each) => each < row).map((each) => heights[each] ?? 0));
  const [first = 0] = rows;
  for (const cell of cells) {
    const shown = rows.filter((row) => row >= cell.row && row < cell.row + cell.rowSpan);
    const [begin] = shown;
    if (begin === undefined) continue;
    const height = sum(shown.map((row) => heights[row] ?? 0));
    const x = xs[cell.column] ?? 0;
    edges(sheet, x, topOf(begin), widthOf(xs, cell), height);
    if (cell.row < first) continue;
    pdf.fillColor('#000');
    for (const [at, line] of wrap(pdf, cell.text, widthOf(xs, cell)).entries()) {
      const options = { lineBreak: false };
      pdf.text(line, x + padding, topOf(begin) + padding + at * lineHeight, options);
    }
  }
  return y + sum(rows.map((row) => heights[row] ?? 0));
}

async function bytesOf(pdf: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Rows of each page. */
function pagesOf(rows: number, breaks: readonly number[]): number[][] {
  const starts = [0, ...breaks, rows];
  return starts.slice(0, -1).map((start, at) => {
    const end = starts[at + 1] ?? rows;
    return Array.from({ length: end - start }, (_, index) => start + index);
  });
}

export async function ruledTablePdf(table: ScriptTable, paper: TablePaper): Promise<Buffer> {
  const pdf = new PDFDocument({ size: [595, 1400], margin: 0 });
  pdf.registerFont('text', paper.font.path, paper.font.face).font('text').fontSize(size);
  const cells = placeCells(table);
  const scale = 475 / sum(table.widths);
  const xs = [0, ...table.widths].map((_, at) => left + sum(table.widths.slice(0, at)) * scale);
  const heights = rowHeights(pdf, table.rows.length, xs, cells);
  const sheet: Sheet = { pdf, xs, heights, cells, ruling: paper.ruling };
  const head = Array.from({ length: table.headerRows }, (_, row) => row);
  for (const [page, rows] of pagesOf(table.rows.length, paper.breaks).entries()) {
    if (page > 0) pdf.addPage();
    else if (paper.title) pdf.text(paper.title, left, top - 40, { lineBreak: false });
    const y = page > 0 && paper.repeatHead ? drawRows(sheet, head, top) : top;
    drawRows(sheet, rows, y);
  }
  return bytesOf(pdf);
}
