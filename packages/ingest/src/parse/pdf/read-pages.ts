/** All pages of a document, one after the other: text pages, and images of those that have no text. */
import { setImmediate } from 'node:timers/promises';
import type { Block } from '@xxgk/extract/document';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ScanPage, TextPage } from '../../stage.ts';
import { asideGlyphs } from '../paged/aside.ts';
import { blocksOf } from '../paged/join-pages.ts';
import { layOut } from '../paged/layout.ts';
import type { ParseContext } from '../parser.ts';
import { embeddedFiles } from './beside/embedded-files.ts';
import { signaturesOf } from './beside/signatures.ts';
import type { PagesToDraw } from './open/pages-to-draw.ts';
import { type DocumentSide, type PageRead, readPage } from './read-page.ts';
import { watermarksOf } from './watermarks.ts';

/** A page with its image, if it has to be read by OCR. */
export interface Read extends PageRead {
  readonly scan: ScanPage | undefined;
  /** Whether an image of the page could not be decoded and is missing in the drawing. */
  readonly lostImage: boolean;
}

/** How a document is read. */
export interface Reading extends ParseContext {
  /** Address of the file, for relative links. */
  readonly url: string | null;
  /** The pages of the same document, for those that have no usable text. */
  readonly toDraw: PagesToDraw;
}

/** Fewer letters do not tell how a page has to be turned. */
const enoughToTurn = 20;

/** The image of a page that has no usable text. */
async function scanOf(
  page: PDFPageProxy,
  { verdict, turn, hidden, inked, asides }: PageRead,
  { toDraw, scratch }: Reading,
): Promise<Pick<Read, 'scan' | 'lostImage'>> {
  // The canvas is loaded for pages that need it only.
  const { renderPage } = await import('./scan/render.ts');
  const { lostImage } = await import('./scan/lost-images.ts');
  const certain = hidden + inked.ink.glyphs.length >= enoughToTurn;
  // What the file says and what OCR reads instead are both kept.
  const aside = { role: 'dropped', label: 'garbled-text' } as const;
  const replaced =
    verdict.kind === 'garbled' ? asideGlyphs(inked.ink.glyphs, aside, inked.number) : [];
  const drawing = {
    reason: `${verdict.kind}: ${verdict.why}`,
    scratch,
    rotation: (page.rotate - (certain ? turn : 0) + 360) % 360,
    beside: certain || turn === 0 ? [...asides, ...replaced] : [],
  };
  const drawn = await toDraw.page(page.pageNumber);
  // Of two documents: its images need not be there twice.
  if (drawn !== page) page.cleanup();
  const scan = await renderPage(drawn, drawing);
  const lost = lostImage(drawn);
  drawn.cleanup();
  return { scan, lostImage: lost };
}

async function readOne(page: PDFPageProxy, side: DocumentSide, reading: Reading): Promise<Read> {
  const read = await readPage(page, side);
  if (read.verdict.kind !== 'text') return { ...read, ...(await scanOf(page, read, reading)) };
  page.cleanup();
  return { ...read, scan: undefined, lostImage: false };
}

export async function readPages(pdf: PDFDocumentProxy, reading: Reading): Promise<Read[]> {
  const layers = await pdf.getOptionalContentConfig();
  const side: DocumentSide = {
    isVisible: (layer) => layers.isVisible(layer),
    signatures: await signaturesOf(pdf),
    url: reading.url,
  };
  const read: Read[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    // After a page that was drawn, the next one mostly is too: an image that has been decoded to be
    // read is not decoded again to be drawn, if both ask the same document.
    const drawn = read.at(-1)?.scan !== undefined;
    const page = await (drawn ? reading.toDraw.page(number) : pdf.getPage(number));
    read.push(await readOne(page, side, reading));
    // pdf.js goes on in microtasks only: without a turn of the loop nothing shows that we are alive.
    await setImmediate();
  }
  return read;
}

/** The blocks of each page; what a page end cuts is joined. */
export async function pagesOf(
  pdf: PDFDocumentProxy,
  read: readonly Read[],
): Promise<(TextPage | ScanPage)[]> {
  const texts = read.filter(({ scan }) => !scan);
  const marks = watermarksOf(texts);
  const clean = texts.map(({ inked }) =>
    marks.blocks.has(inked.number)
      ? {
          ...inked,
          ink: {
            ...inked.ink,
            glyphs: inked.ink.glyphs.filter((glyph) => !marks.glyphs.has(glyph)),
          },
        }
      : inked,
  );
  const blocks = blocksOf(layOut(clean));
  const files = await embeddedFiles(pdf);
  return read.map(({ inked, scan, asides, verdict }) => {
    const { number, width, height } = inked;
    const own: readonly Block[] = number === 1 ? files : [];
    if (scan)
      return own.length === 0 ? scan : { ...scan, beside: [...(scan.beside ?? []), ...own] };
    const all = [...(blocks.get(number) ?? []), ...(marks.blocks.get(number) ?? []), ...asides];
    return {
      kind: 'text',
      number,
      width,
      height,
      unit: 'pt',
      readBy: 'text',
      reason: `${verdict.kind}: ${verdict.why}`,
      blocks: [...all, ...own],
    };
  });
}
