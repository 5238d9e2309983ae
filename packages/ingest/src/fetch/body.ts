/** Reads the body of an answer within its limits, and undoes its compression. */
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { BadAnswerError, FetchTimeoutError, FileTooLargeError, IncompleteError } from './errors.ts';
import type { FetchLimits } from './limits.ts';

type Limits = Pick<FetchLimits, 'bytes' | 'slowWindow' | 'slowBytes'>;

/**
 * The bytes as they came over the wire.
 *
 * @throws {FileTooLargeError | FetchTimeoutError} and whatever ends the stream.
 */
export async function readBody(body: Readable, address: string, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let before = 0;
  const clock = setInterval(() => {
    if (size - before < limits.slowBytes) {
      body.destroy(new FetchTimeoutError(address, 'the answer drips'));
    }
    before = size;
  }, limits.slowWindow);
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limits.bytes) throw new FileTooLargeError(address, limits.bytes);
      chunks.push(chunk);
    }
  } finally {
    clearInterval(clock);
    body.destroy();
  }
  return Buffer.concat(chunks, size);
}

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  // Named after the container of RFC 1950; some servers send the bare stream of RFC 1951.
  deflate: async (bytes, options) =>
    await ((bytes[0] ?? 0) % 16 === 8 ? promisify(inflate) : promisify(inflateRaw))(bytes, options),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

/** What is asked for; everything in {@link decoders} is understood. */
export const acceptEncoding = 'gzip, deflate, br';

const mostEncodings = 2;
const gzipMagic = [0x1f, 0x8b] as const;

/**
 * The bytes of the file itself.
 *
 * @param header `content-encoding`; encodings are undone from the last to the first.
 * @throws {BadAnswerError | FileTooLargeError | IncompleteError}
 */
export async function decompressed(
  bytes: Buffer,
  header: string,
  address: string,
  limit: number,
): Promise<Buffer> {
  const encodings = header
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > mostEncodings) {
    throw new BadAnswerError(address, `compressed ${encodings.length} times`);
  }
  let decoded = bytes;
  for (const name of encodings.reverse()) decoded = await undo(name, decoded, address, limit);
  return decoded;
}

async function undo(name: string, bytes: Buffer, address: string, limit: number): Promise<Buffer> {
  const decoder = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  if (!decoder) throw new BadAnswerError(address, `compressed with ${JSON.stringify(name)}`);
  if (bytes.length === 0) return bytes;
  // Servers that forget to compress what they label: nothing that is gzip begins otherwise.
  const plain = name.endsWith('gzip') && gzipMagic.some((byte, at) => bytes[at] !== byte);
  if (plain) return bytes;
  try {
    return await decoder(bytes, { maxOutputLength: limit });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FileTooLargeError(address, limit);
    if (code === 'Z_BUF_ERROR') throw new IncompleteError(address, `its ${name} data is cut off`);
    throw new BadAnswerError(address, `its ${name} data is damaged`, error);
  }
}
