/** Reads the body of an answer whole, within the deadline of its exchange. */
import { Readable } from 'node:stream';
import { BrokenAnswerError } from './faults.ts';

/**
 * The SDK's own reader has no deadline: a server that stalls in the middle would be waited for
 * for ever.
 *
 * @param length Bytes that the server announced.
 * @throws {BrokenAnswerError} when the body ends early.
 */
export async function readBody(
  body: unknown,
  length: number | undefined,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new BrokenAnswerError('the answer has no body');
  const stop = (): void => {
    body.destroy(new BrokenAnswerError('the body stalled'));
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(Buffer.from(chunk));
    const bytes = Buffer.concat(chunks);
    if (length !== undefined && bytes.byteLength !== length) {
      throw new BrokenAnswerError(`${bytes.byteLength} bytes came instead of ${length}`);
    }
    return bytes;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
