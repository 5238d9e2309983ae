/** A web archive: its page as any web page; where that holds only pictures, the pictures. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { aboutCharset } from '../../charset/about-charset.ts';
import { decodeText } from '../../charset/charset.ts';
import { UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import { readHtml } from '../html/read-html.ts';
import type { ParseContext } from '../parser.ts';
import { pagesOf } from '../word/pages.ts';
import type { Item } from '../word/paragraph.ts';
import { type Part, partsOf, rootOf, savedFrom } from './mime.ts';

const page = /^(text\/html|application\/xhtml\+xml)$/;
const picture = /^image\/(?!svg|x-emf|x-wmf|gif)/;
const address = /^https?:\/\//i;
const letter = /[\p{L}\p{N}]/u;

/** The part that the message names, else the first page. */
function mainPart(parts: readonly Part[], root: string): Part | undefined {
  const named = root === '' ? undefined : parts.find(({ id }) => id === root);
  return named ?? parts.find(({ type }) => page.test(type));
}

const isWritten = (block: Block): boolean =>
  block.role === 'body' &&
  block.kind !== 'figure' &&
  (block.kind === 'table' || letter.test(block.text));

const asItem = ({ location, content }: Part, at: number): Item => {
  const path = location || `picture ${at + 1}`;
  const block = { kind: 'figure', role: 'body', text: '', path } as const;
  return { block, picture: { name: path, width: 0, height: 0, read: () => content } };
};

const brokenOff: Diagnostic = {
  code: 'parse/truncated',
  severity: 'error',
  message: 'This web archive breaks off before its end: fetch it again, what follows is missing.',
  place: null,
};

/** @throws {UnreadableError} when the archive holds no page. */
export async function readMhtml(
  file: Decoded,
  context: ParseContext,
  version: string,
): Promise<Parsed> {
  const { bytes } = file;
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { parts, cutOff } = partsOf(message);
  const main = mainPart(parts, rootOf(message));
  if (!main) throw new UnreadableError('MHTML', 'it is cut off or holds no page');
  const from = main.location || savedFrom(message);
  const url = file.url ?? (address.test(from) ? from : null);
  const stages = { 'parse.mhtml': version };
  const decoded = decodeText(main.content, main.parameters.get('charset') ?? null);
  const { text, charset } = decoded;
  const html = readHtml({ ...file, url, text, charset }, version);
  const told = [...aboutCharset(decoded), ...(cutOff ? [brokenOff] : [])];
  const read = { ...html, stages, diagnostics: [...html.diagnostics, ...told] };
  const written = read.pages.some((each) => each.kind === 'text' && each.blocks.some(isWritten));
  const pictures = parts.filter(({ type }) => picture.test(type));
  if (written || pictures.length === 0) return read;
  const paged = await pagesOf(pictures.map(asItem), context);
  return { ...read, pages: paged.pages, diagnostics: [...read.diagnostics, ...paged.diagnostics] };
}
