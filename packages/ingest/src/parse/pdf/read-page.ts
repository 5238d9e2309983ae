/** One page: its ink, turned so that its text runs to the right. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { InkedPage } from '../paged/glyph.ts';
import { identity, type Matrix, matrixOf } from '../paged/matrix.ts';
import { turnOf } from '../paged/turn.ts';
import { fontsOf } from './fonts.ts';
import { inkOf, type Operators } from './page-ink.ts';

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
