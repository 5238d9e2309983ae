/** One RTF file: headers, the body, notes, footers. */
import type { Diagnostic } from '@xxgk/extract/document';
import { UnreadableError } from '../../errors.ts';
import { diagnosticsOf, nothingFound } from '../word/found.ts';
import { furniture } from '../word/furniture.ts';
import type { WordText } from '../word/parsed.ts';
import { Reader } from './reader.ts';
import { readTokens } from './tokens.ts';

const cut: Diagnostic = {
  code: 'decode/truncated',
  severity: 'warning',
  message: 'The file breaks off before its end: fetch it again, what follows is missing.',
  place: null,
};

const mismatched: Diagnostic = {
  code: 'parse/damaged-groups',
  severity: 'warning',
  message:
    'The groups of this RTF do not end where they should: it is damaged, text may be missing or out of place; compare with the original.',
  place: null,
};

/**
 * @throws {UnreadableError} when the file breaks off before any text.
 * @throws {TooLargeError} when it is nested too deep or too long.
 */
export function readRtf(source: Uint8Array): WordText {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const found = nothingFound();
  const reader = new Reader(bytes, found);
  readTokens(bytes, reader);
  const whole = reader.isClosed;
  const body = reader.items();
  const { headers, footers, notes } = reader.apart;
  const items = [...furniture(headers), ...body, ...notes, ...furniture(footers)];
  if (items.length === 0 && !whole) throw new UnreadableError('RTF', 'it is cut off');
  const told = [...diagnosticsOf(found, []), ...(reader.isMismatched ? [mismatched] : [])];
  return { items: [...reader.facts, ...items], diagnostics: [...told, ...(whole ? [] : [cut])] };
}
