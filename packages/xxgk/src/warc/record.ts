/** Writes WARC 1.1 records (ISO 28500:2017), each as a gzip member of its own. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export type RecordType = 'warcinfo' | 'response' | 'revisit' | 'metadata';

export interface RecordParts {
  readonly type: RecordType;
  /** RFC 3339, UTC. */
  readonly date: string;
  /** Without brackets. */
  readonly id: string;
  readonly contentType: string;
  /** More named fields, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly block: Uint8Array;
}

const crlf = '\r\n';
const breaks = /[\r\n]+/g;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const bitsPerLetter = 5;

export function warcRecord({ type, date, id, contentType, fields, block }: RecordParts): Buffer {
  const named = [
    ['WARC-Type', type],
    ['WARC-Record-ID', `<${id}>`],
    ['WARC-Date', date],
    ...fields,
    ['Content-Type', contentType],
    ['WARC-Block-Digest', sha1Digest(block)],
    ['Content-Length', String(block.byteLength)],
  ] as const;
  const head = named.map(([name, value]) => `${name}: ${value.replaceAll(breaks, ' ')}${crlf}`);
  const text = `WARC/1.1${crlf}${head.join('')}${crlf}`;
  return gzipSync(Buffer.concat([Buffer.from(text), block, Buffer.from(crlf + crlf)]));
}

/** Lines `name: value` as `warcinfo` and `metadata` records hold them. */
export const warcFields = (fields: readonly (readonly [string, string])[]): Uint8Array =>
  Buffer.from(
    fields.map(([name, value]) => `${name}: ${value.replaceAll(breaks, ' ')}${crlf}`).join(''),
  );

/** As other tools write and compare it: SHA-1 in base 32. It names bytes; it proves nothing. */
export function sha1Digest(bytes: Uint8Array): string {
  const digest = createHash('sha1').update(bytes).digest();
  // 160 bits are 32 letters, without padding.
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let text = '';
  for (let at = 0; at < bits.length; at += bitsPerLetter) {
    text += alphabet[Number.parseInt(bits.slice(at, at + bitsPerLetter), 2)];
  }
  return `sha1:${text}`;
}

const uuid = /^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/;

/** The same for the same name, so that a second export is the first one. */
export const recordId = (name: string): string =>
  `urn:uuid:${createHash('sha256').update(name).digest('hex').replace(uuid, '$1-$2-$3-$4-$5')}`;
