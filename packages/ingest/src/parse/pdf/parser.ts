/** PDF: text with places, ruled tables, and images of the pages that have no usable text. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { NoPagesError, TooLargeError } from '../../errors.ts';
import type { Decoded, Parsed, ScanPage, TextPage } from '../../stage.ts';
import type { InkedPage } from '../paged/glyph.ts';
import type { ParseContext, Parser } from '../parser.ts';

const mark = Buffer.from('%PDF-');
/** Bytes that may stand before the header (ISO 32000-2 annex I). */
const headerWithin = 1024;
const pageLimit = 5000;

interface Read {
  readonly inked: InkedPage;
  readonly scan: ScanPage | undefined;
  /** Whether an image of the page could not be decoded and is missing in the drawing. */
  readonly lost: boolean;
}

const recognises = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, headerWithin)).includes(mark);

async function readOne(page: PDFPageProxy, context: ParseContext): Promise<Read> {
  const { readPage } = await import('./read-page.ts');
  const { whyUnusable } = await import('../paged/usable.ts');
  const inked = await readPage(page);
  const why = whyUnusable(inked.ink, inked.width, inked.height);
  if (why === undefined) return { inked, scan: undefined, lost: false };
  const { renderPage } = await import('./render.ts');
  const scan = await renderPage(page, why, context.scratch);
  const { lostImage } = await import('./lost-images.ts');
  return { inked, scan, lost: lostImage(page) };
}

async function readAll(pdf: PDFDocumentProxy, context: ParseContext): Promise<Read[]> {
  const read: Read[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    read.push(await readOne(page, context));
    page.cleanup();
  }
  return read;
}

async function pagesOf(read: readonly Read[]): Promise<(TextPage | ScanPage)[]> {
  const { layOut } = await import('../paged/layout.ts');
  const { blocksOf } = await import('../paged/join-pages.ts');
  const texts = read.filter(({ scan }) => !scan).map(({ inked }) => inked);
  const blocks = blocksOf(layOut(texts));
  return read.map(({ inked, scan }) => {
    if (scan) return scan;
    const { number, width, height, ink } = inked;
    const reason = ink.glyphs.length > 0 ? 'text layer' : 'nothing is printed on the page';
    const own = blocks.get(number) ?? [];
    return { kind: 'text', number, width, height, unit: 'pt', readBy: 'text', reason, blocks: own };
  });
}

/** Pages on which a few characters are printed that the file does not name. */
async function unmapped(read: readonly Read[]): Promise<Diagnostic[]> {
  const { unknownIn } = await import('../paged/usable.ts');
  return read
    .filter(({ inked, scan }) => !scan && unknownIn(inked.ink) > 0)
    .map(({ inked: { number, ink } }) => ({
      code: 'parse/unmapped-characters',
      severity: 'warning',
      message: `${unknownIn(ink)} characters of page ${number} have no meaning in the file (U+FFFD): look at the page.`,
      place: { page: number },
    }));
}

/** Pages of which OCR sees less than is printed. */
const undrawn = (read: readonly Read[]): Diagnostic[] =>
  read
    .filter(({ lost }) => lost)
    .map(({ inked: { number } }) => ({
      code: 'parse/unreadable-image',
      severity: 'error',
      message: `An image of page ${number} cannot be decoded, so what is on it was not read: look at the page, or fetch the file again.`,
      place: { page: number },
    }));

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { asPdfError, openPdf } = await import('./open.ts');
  const { repairedOf } = await import('./repaired.ts');
  const pdf = await openPdf(file.bytes);
  try {
    if (pdf.numPages === 0) throw new NoPagesError('PDF');
    if (pdf.numPages > pageLimit) {
      throw new TooLargeError(`A PDF of ${pdf.numPages} pages`, `${pageLimit} pages`);
    }
    const read = await readAll(pdf, context);
    return {
      pages: await pagesOf(read),
      pageCount: pdf.numPages,
      cms: null,
      provenance: 'unknown',
      repairs: [],
      diagnostics: [...repairedOf(file.bytes), ...(await unmapped(read)), ...undrawn(read)],
      stages: { 'parse.pdf': pdfParser.version },
    };
  } catch (error) {
    throw asPdfError(error);
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined);
  }
}

export const pdfParser: Parser = {
  name: 'pdf',
  version: '1',
  mediaType: 'application/pdf',
  textual: false,
  recognises,
  parse,
};
