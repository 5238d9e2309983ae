/** WARC records from raw bytes (ISO 28500), with every mistake that a test wants in them. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface RecordParts {
  /** @default `1.1` */
  readonly version?: string;
  readonly type: string;
  /** Bytes as they are to stand there. */
  readonly url?: string | Uint8Array;
  /** @default noon of 1 June 2021 */
  readonly date?: string;
  readonly id?: string;
  readonly contentType?: string;
  /** Added to the named fields, in order. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly block: Uint8Array | string;
  /** Instead of the true length of the block. */
  readonly length?: string;
  /** Digest of the block; `false` for none. @default `sha1` in base 32 */
  readonly digest?: 'sha1' | 'sha256' | false;
}

const crlf = '\r\n';
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 §6 by bits in a string: slow, and written otherwise than the reader does it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

export const sha1 = (bytes: Uint8Array | string): string =>
  `sha1:${base32(createHash('sha1').update(bytes).digest())}`;

const sha256 = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export function warcRecord(parts: RecordParts): Buffer {
  const { version = '1.1', type, url, date = '2021-06-01T12:00:00Z', fields = {} } = parts;
  const { contentType, block, digest = 'sha1' } = parts;
  const bytes = Buffer.from(block);
  const id = parts.id ?? `urn:uuid:${createHash('md5').update(bytes).digest('hex')}`;
  const named: Record<string, string> = {
    'WARC-Type': type,
    'WARC-Date': date,
    'WARC-Record-ID': `<${id}>`,
    ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    ...(digest === false
      ? {}
      : { 'WARC-Block-Digest': digest === 'sha1' ? sha1(bytes) : sha256(bytes) }),
    ...fields,
    'Content-Length': parts.length ?? String(bytes.length),
  };
  const lines = Object.entries(named).map(([name, value]) => `${name}: ${value}${crlf}`);
  return Buffer.concat([
    Buffer.from(`WARC/${version}${crlf}`),
    ...(url === undefined
      ? []
      : [Buffer.from('WARC-Target-URI: '), Buffer.from(url), Buffer.from(crlf)]),
    Buffer.from(lines.join('') + crlf),
    bytes,
    Buffer.from(crlf + crlf),
  ]);
}

export interface AnswerParts {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** The block of a `response` record. */
export function httpAnswer({
  status = 200,
  type = 'text/html; charset=utf-8',
  headers = {},
  body,
}: AnswerParts): Buffer {
  const named = { 'Content-Type': type, ...headers };
  const lines = Object.entries(named).map(([name, value]) => `${name}: ${value}${crlf}`);
  const head = `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'No'}${crlf}${lines.join('')}${crlf}`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** A page or a file as a crawler records it. */
export function response(
  url: string | Uint8Array,
  answer: AnswerParts,
  more: Partial<RecordParts> = {},
): Buffer {
  const block = httpAnswer(answer);
  const body = Buffer.from(answer.body);
  return warcRecord({
    type: 'response',
    url,
    contentType: 'application/http; msgtype=response',
    block,
    ...more,
    fields: { 'WARC-Payload-Digest': sha1(body), ...more.fields },
  });
}

export const warcinfo = (version = '1.1'): Buffer =>
  warcRecord({
    version,
    type: 'warcinfo',
    contentType: 'application/warc-fields',
    block: 'software: a recipe\r\nformat: WARC File Format\r\n',
  });

export const request = (url: string): Buffer =>
  warcRecord({
    type: 'request',
    url,
    contentType: 'application/http; msgtype=request',
    block: `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`,
  });

/** One gzip member for each record, as the standard recommends. */
export const gzipped = (records: readonly Uint8Array[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

export function chunked(body: Uint8Array | string, size = 100): Buffer {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}
