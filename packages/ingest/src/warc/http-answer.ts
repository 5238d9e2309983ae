/** A `response` record as the answer that a fetch would have given. */
import type { Answer, BodyLength } from '../fetch/answer.ts';
import { decompressed } from '../fetch/body.ts';
import { BadAnswerError } from '../fetch/errors.ts';
import { unchunked } from './chunked.ts';
import { IncompleteRecordError } from './errors.ts';
import type { HttpBlock } from './http-block.ts';

/** Bytes of a file after decompression; the same bound as for what is fetched. */
export const largestFile = 100_000_000;

const digits = /^\d{1,15}$/;
const printed = /^\s{0,8}(?:<|%PDF|\{|\[)/;

type Stated = Pick<Answer, 'url' | 'fetchedAt'>;

/**
 * Undoes the codings of the transfer, as far as the recorder has not done so.
 *
 * @throws {IngestError} `fetch/…` or `warc/incomplete` for a body that is broken or cut off.
 */
export async function answerOf(
  { status, headers, body }: HttpBlock,
  { url, fetchedAt }: Stated,
): Promise<Answer> {
  const chunks = chunked(headers) ? unchunked(body) : undefined;
  if (chunks?.whole === false) throw new IncompleteRecordError(url, 'its last chunk is missing');
  const wire = chunks?.bytes ?? body;
  const bytes = await unpacked(wire, headers['content-encoding'] ?? '', url);
  if (!chunks && bytes === wire) checkLength(wire, headers['content-length'], url);
  const length = lengthOf(headers);
  return { requested: url, url, redirects: [], status, headers, bytes, length, fetchedAt };
}

const chunked = (headers: HttpBlock['headers']): boolean =>
  (headers['transfer-encoding'] ?? '').toLowerCase().includes('chunked');

/** Browsers hand their recorders bodies without the compression that the header still names. */
async function unpacked(wire: Buffer, encoding: string, url: string): Promise<Buffer> {
  try {
    return await decompressed(wire, encoding, url, largestFile);
  } catch (error) {
    const plain = printed.test(wire.toString('latin1', 0, 16));
    if (error instanceof BadAnswerError && plain) return wire;
    throw error;
  }
}

/** More than was declared is what a recorder has unpacked; less has got lost. */
function checkLength(wire: Buffer, declared: string | undefined, url: string): void {
  if (declared === undefined || !digits.test(declared) || wire.length >= Number(declared)) return;
  throw new IncompleteRecordError(url, `${wire.length} of ${declared} bytes`);
}

/** As in a fetch: how the end of the body was known. */
function lengthOf(headers: HttpBlock['headers']): BodyLength {
  if (headers['transfer-encoding'] !== undefined) return 'chunked';
  return headers['content-length'] === undefined ? 'close-delimited' : 'declared';
}
