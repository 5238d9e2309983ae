/** Opens a PDF with pdf.js, and says in our words why it does not open. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { EncryptedError, IngestError, UnreadableError } from '../../errors.ts';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * @throws {EncryptedError} when the empty password does not open it.
 * @throws {UnreadableError} when it is no PDF that pdf.js can repair.
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const task = getDocument({
    // pdf.js takes the memory for itself, and no Buffer: it gets a copy.
    data: new Uint8Array(bytes),
    // Paths, not addresses, and with a slash at the end: else Chinese text is silently empty.
    cMapUrl: `${library}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}/standard_fonts/`,
    wasmUrl: `${library}/wasm/`,
    iccUrl: `${library}/iccs/`,
    fontExtraProperties: true,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy().catch(() => undefined);
    throw asPdfError(error);
  }
}

/** Errors of pdf.js as ours; errors of ours stay as they are. */
export function asPdfError(error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  if (error instanceof PasswordException) return new EncryptedError('PDF');
  return new UnreadableError('PDF', error instanceof Error ? error.message : String(error));
}
