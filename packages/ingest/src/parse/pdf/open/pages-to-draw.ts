/** Pages as they are drawn: of a second document, for the one that is read has no outlines. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OpenPdf, openToDraw } from './open.ts';

/** Opened when the first page has to be drawn: most documents never are. */
export class PagesToDraw implements AsyncDisposable {
  readonly #bytes: Uint8Array;
  #opening: Promise<OpenPdf> | undefined;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @param number From 1; the same number gives the same page. */
  async page(number: number): Promise<PDFPageProxy> {
    this.#opening ??= openToDraw(this.#bytes);
    const { pdf } = await this.#opening;
    return await pdf.getPage(number);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Whoever asked for a page has been told why it did not open.
    const opened = await this.#opening?.catch(() => undefined);
    await opened?.[Symbol.asyncDispose]();
  }
}
