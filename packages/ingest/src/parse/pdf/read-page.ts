/** One page: its ink, turned so that its text runs to the right. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fontsOf } from './fonts.ts';
import type { PageInk } from './glyph.ts';
import { identity, type Matrix, matrixOf } from './matrix.ts';
import { inkOf, type Operators } from './page-ink.ts';

export interface InkedPage {
  readonly number: number;
  /** Points, as turned. */
  readonly width: number;
  readonly height: number;
  readonly ink: PageInk;
}

const blank = /^\s*$/u;

/** The quarter turn in which most glyphs are written. */
function turnOf(ink: PageInk): number {
  const counts = new Map<number, number>();
  for (const { angle, text } of ink.glyphs) {
    const turn = (((Math.round(angle / 90) * 90) % 360) + 360) % 360;
    if (!blank.test(text)) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

export async function readPage(page: PDFPageProxy): Promise<InkedPage> {
  const operators: Operators = await page.getOperatorList();
  const fontOf = fontsOf(page);
  const inked = (rotation: number): InkedPage => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation });
    const view: Matrix = matrixOf(transform) ?? identity;
    return { number: page.pageNumber, width, height, ink: inkOf(operators, view, fontOf) };
  };
  const upright = inked(page.rotate);
  const turn = turnOf(upright.ink);
  return turn === 0 ? upright : inked((page.rotate - turn + 360) % 360);
}
