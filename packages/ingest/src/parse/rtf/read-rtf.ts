/** One RTF file: headers, the body, notes, footers. */
import { UnreadableError } from '../../errors.ts';
import { diagnosticsOf, nothingFound } from '../word/found.ts';
import { furniture } from '../word/furniture.ts';
import type { WordText } from '../word/parsed.ts';
import { Reader } from './reader.ts';
import { readTokens } from './tokens.ts';

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
  const diagnostics = diagnosticsOf(found, []);
  if (whole) return { items, diagnostics };
  const message = 'The file breaks off before its end: fetch it again, what follows is missing.';
  const cut = { code: 'decode/truncated', severity: 'warning', message, place: null } as const;
  return { items, diagnostics: [...diagnostics, cut] };
}
