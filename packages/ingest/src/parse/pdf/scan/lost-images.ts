/** Images that pdf.js could not decode: it leaves them out of the drawing without a word. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** pdf.js names images so; those that several pages share have `g_…` before it. */
const image = /(?:^|_)img_/u;

/** What pdf.js keeps of a page's objects; its types leave the iterator out. */
type Objects = Iterable<readonly [id: string, data: unknown]>;

/**
 * Whether an image of a page that has been drawn is missing in the drawing. How many cannot be told:
 * pdf.js keeps one image under several names.
 */
export function lostImage(page: PDFPageProxy): boolean {
  const all = [...(page.objs as unknown as Objects), ...(page.commonObjs as unknown as Objects)];
  return all.some(([id, data]) => image.test(id) && data === null);
}
