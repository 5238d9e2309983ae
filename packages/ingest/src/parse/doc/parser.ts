/** DOC: the text of legacy Word files (also written by WPS), with tables rebuilt. */
import type { Block, Role } from '@xxgk/extract/document';
import { EncryptedError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import { folio } from '../look.ts';
import type { Parser } from '../parser.ts';
import { blocksOf, paragraphs } from './body.ts';
import { directoryOf } from './ole.ts';

const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const otherName = /\.(?:xls|xlt|et|ppt|pps|dps|msg|vsd|mpp)$/i;
const digit = /\d/;

/** What is used of the library; its own types leave out the options. */
interface Extracted {
  getBody(options: { filterUnicode: boolean }): string;
  getHeaders(options: { filterUnicode: boolean; includeFooters: boolean }): string;
  getFooters(options: { filterUnicode: boolean }): string;
  getFootnotes(options: { filterUnicode: boolean }): string;
  getEndnotes(options: { filterUnicode: boolean }): string;
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
}

const recognises: Parser['recognises'] = (head, { fileName }) =>
  Buffer.from(head.subarray(0, mark.length)).equals(mark) && !otherName.test(fileName ?? '');

async function extract(bytes: Uint8Array): Promise<Extracted> {
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return (await new WordExtractor().extract(buffer)) as unknown as Extracted;
  } catch (error) {
    throw new UnreadableError('DOC', error instanceof Error ? error.message : String(error));
  }
}

/** Furniture once each: Word stores it for every section and kind of page. */
function furniture(text: string, role: Role): Block[] {
  const seen = new Set<string>();
  return paragraphs(text.replaceAll('\t', ' '))
    .filter(({ text: line }) => !seen.has(line) && seen.add(line))
    .map((block) => {
      const isFolio = digit.test(block.text) && folio.test(block.text.trim());
      return { ...block, role: isFolio ? 'folio' : role };
    });
}

function check(bytes: Uint8Array): void {
  const { names, encrypted } = directoryOf(bytes);
  if (names.has('EncryptedPackage')) throw new EncryptedError('DOCX');
  if (!names.has('WordDocument')) {
    throw new UnreadableError('DOC', 'it holds no Word document');
  }
  if (encrypted) throw new EncryptedError('DOC');
}

async function parse(file: Decoded): Promise<Parsed> {
  check(file.bytes);
  const word = await extract(file.bytes);
  const exact = { filterUnicode: false };
  const blocks = [
    ...furniture(word.getHeaders({ ...exact, includeFooters: false }), 'header'),
    ...blocksOf(word.getBody(exact)),
    ...paragraphs(word.getTextboxes({ ...exact, includeHeadersAndFooters: false })),
    ...furniture(`${word.getFootnotes(exact)}\n${word.getEndnotes(exact)}`, 'note'),
    ...furniture(word.getFooters(exact), 'footer'),
  ];
  return {
    pages: [{ kind: 'text', number: 1, readBy: 'text', blocks }],
    pageCount: null,
    cms: null,
    provenance: 'unknown',
    repairs: [],
    diagnostics: [],
    stages: { 'parse.doc': docParser.version },
  };
}

export const docParser: Parser = {
  name: 'doc',
  version: '1',
  mediaType: 'application/msword',
  textual: false,
  recognises,
  parse,
};
