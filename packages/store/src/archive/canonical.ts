/**
 * One value, one text: JSON after RFC 8785 (keys sorted by UTF-16 code units, no blanks) and a gzip
 * without time or machine in it, so that writing the same thing twice writes the same bytes.
 */
import { gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';

/** @throws {TypeError} for numbers that JSON does not have, and for what is no data. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`JSON has no number ${value}`);
  }
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function scalar(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`Expected JSON data, got a ${typeof value}`);
  return text;
}

/** Canonical JSON with a line end, as UTF-8. */
export const canonicalBytes = (value: unknown): Uint8Array =>
  Buffer.from(`${canonicalJson(value)}\n`);

/**
 * Compressed by a library in plain JavaScript: the native zlib of Node chooses its matches by the
 * abilities of the processor, so that two machines give different bytes for one document.
 */
export const compress = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { mtime: 0, level: 6 });

/** @throws {Error} when the bytes are no gzip, are cut off, or fail their checksum. */
export const decompress = (bytes: Uint8Array): Uint8Array => gunzipSync(bytes);

/** @throws {SyntaxError} */
export const parseJson = (bytes: Uint8Array): unknown =>
  JSON.parse(Buffer.from(bytes).toString('utf8'));
