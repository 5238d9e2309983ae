/** One page: its text, turned so that it runs to the right, what stands beside it, and what it is. */
import type { Block } from '@xxgk/extract/document';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { identity, type Matrix, matrixOf } from '../paged/matrix.ts';
import { turnOf } from '../paged/turn.ts';
import { judgePage, plausibleOf, type Verdict } from '../paged/usable.ts';
import { type Annotation, annotationsOf } from './beside/annotation.ts';
import { remarksOf } from './beside/remarks.ts';
import { type Signature, signatureBlocks } from './beside/signatures.ts';
import { fontsOf } from './ink/fonts.ts';
import { printOf } from './ink/page-print.ts';
import type { PagePrint, PrintedPage } from './ink/printed.ts';
import { sortPrint } from './sort-print.ts';

/** What belongs to the whole document. */
export interface DocumentSide {
  readonly isVisible: (layer: unknown) => boolean;
  readonly signatures: readonly Signature[];
  /** Address of the file, for relative links. */
  readonly url: string | null;
}

export interface PageRead {
  readonly inked: PrintedPage;
  /** What stands on the page and is not its text. */
  readonly asides: readonly Block[];
  readonly verdict: Verdict;
  /** Quarter turn by which the page has to be turned for its text to run to the right. */
  readonly turn: number;
  /** Outlines that are no lines and no boxes. */
  readonly shapes: number;
  /** Characters whose font does not load. */
  readonly lost: number;
  /** Characters of the file that the page does not show. */
  readonly hidden: number;
}

interface Turned {
  readonly print: PagePrint;
  readonly annotations: readonly Annotation[];
  readonly width: number;
  readonly height: number;
}

async function printed(page: PDFPageProxy, side: DocumentSide): Promise<Turned & { turn: number }> {
  const operators = await page.getOperatorList();
  const fontOf = fontsOf(page);
  const turned = async (rotation: number): Promise<Turned> => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation });
    const view: Matrix = matrixOf(transform) ?? identity;
    const around = { view, width, height, fontOf, isVisible: side.isVisible };
    const annotations = await annotationsOf(page, view);
    return { print: printOf(operators, around), annotations, width, height };
  };
  const upright = await turned(page.rotate);
  const turn = turnOf({ ...upright.print, images: [] });
  if (turn === 0) return { ...upright, turn };
  return { ...(await turned((page.rotate - turn + 360) % 360)), turn };
}

export async function readPage(page: PDFPageProxy, side: DocumentSide): Promise<PageRead> {
  const { print, annotations, width, height, turn } = await printed(page, side);
  const number = page.pageNumber;
  const { ink, asides, hidden } = sortPrint(print, annotations, { width, height, page: number });
  const verdict = judgePage({
    ink,
    width,
    height,
    fonts: print.fonts,
    hidden: plausibleOf(hidden.map(({ text }) => text)),
    shapes: print.shapes,
    lost: print.lost,
  });
  return {
    inked: { number, width, height, ink },
    asides: [
      ...asides,
      ...signatureBlocks(annotations, side.signatures, number),
      ...remarksOf(annotations, ink.glyphs, side.url, number),
    ],
    verdict,
    turn,
    shapes: print.shapes,
    lost: print.lost,
    hidden: hidden.length,
  };
}
