/** Opens a PDF with pdf.js, to be read or to be drawn, and says in our words why it does not open. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DynamicFormError, EncryptedError, IngestError, UnreadableError } from '../../../errors.ts';
import { fontPage, lendFontFace } from './font-face.ts';
import { hidePrograms } from './font-programs.ts';
import { nearWorker } from './near-worker.ts';

type Options = Extract<Parameters<typeof getDocument>[0], { readonly data?: unknown }>;

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

const always: Options = {
  // Paths, not addresses, and with a slash at the end: else Chinese text is silently empty.
  cMapUrl: `${library}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${library}/standard_fonts/`,
  wasmUrl: `${library}/wasm/`,
  iccUrl: `${library}/iccs/`,
  fontExtraProperties: true,
  // Those of this machine would make a text depend on it.
  useSystemFonts: false,
  stopAtErrors: false,
  enableXfa: false,
  verbosity: 0,
};

/** A document with all that pdf.js keeps for it, until it is disposed of. */
export interface OpenPdf extends AsyncDisposable {
  readonly pdf: PDFDocumentProxy;
}

/**
 * For text and places only: its letters have no outlines, so a page of it that is drawn has none.
 *
 * @throws {EncryptedError} when the empty password does not open it.
 * @throws {UnreadableError} when it is no PDF that pdf.js can repair.
 */
export async function openToRead(bytes: Uint8Array): Promise<OpenPdf> {
  await using kept = new AsyncDisposableStack();
  kept.use(lendFontFace());
  const worker = kept.adopt(nearWorker(), (each) => each.destroy());
  const purpose = { worker, disableFontFace: false, ownerDocument: fontPage() };
  // pdf.js takes the memory for itself, and no Buffer: it gets a copy.
  const data = new Uint8Array(bytes);
  hidePrograms(data);
  const { pdf } = kept.use(await open(data, purpose));
  const all = kept.move();
  return { pdf, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** The same once more, with the outlines of its letters; throws as {@link openToRead}. */
export const openToDraw = (bytes: Uint8Array): Promise<OpenPdf> =>
  open(new Uint8Array(bytes), { disableFontFace: true });

/** @param data Taken by pdf.js. */
async function open(data: Uint8Array, purpose: Options): Promise<OpenPdf> {
  const task = getDocument({ ...always, ...purpose, data });
  const close = (): Promise<void> => task.destroy().catch(() => undefined);
  try {
    return { pdf: await task.promise, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw asPdfError(error);
  }
}

/** Refuses what has no pages of its own: XFA without the fields of a form that is printed. */
export async function refuseDynamicForm(pdf: PDFDocumentProxy): Promise<void> {
  const { info } = await pdf.getMetadata();
  const about = info as Readonly<Record<string, unknown>>;
  if (about['IsXFAPresent'] === true && about['IsAcroFormPresent'] !== true) {
    throw new DynamicFormError();
  }
}

/** Errors of pdf.js as ours; errors of ours stay as they are. */
export function asPdfError(error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  if (error instanceof PasswordException) return new EncryptedError('PDF');
  return new UnreadableError('PDF', error instanceof Error ? error.message : String(error));
}
