/** One request and its answer; redirects are for the caller. */
import { type Dispatcher, errors } from 'undici';
import { IngestError } from '../errors.ts';
import type { BodyLength } from './answer.ts';
import { acceptEncoding, decompressed, readBody } from './body.ts';
import {
  BadAnswerError,
  CertificateError,
  FetchTimeoutError,
  IncompleteError,
  UnreachableError,
} from './errors.ts';
import type { FetchLimits } from './limits.ts';

export interface Exchange {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly length: BodyLength;
}

export interface ExchangeOptions {
  readonly dispatcher: Dispatcher;
  readonly limits: FetchLimits;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

const redirection: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether the answer of this status names another address. */
export const isRedirect = (status: number): boolean => redirection.has(status);

/**
 * GETs one address. The body of a redirect is not read.
 *
 * @throws {IngestError} `fetch/…`
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { dispatcher, limits, headers, signal } = options;
  const deadline = AbortSignal.timeout(limits.total);
  try {
    const answer = await dispatcher.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: { 'accept-encoding': acceptEncoding, ...headers },
      headersTimeout: limits.headers,
      bodyTimeout: limits.slowWindow,
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
    });
    return await received(url.href, answer, limits);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (deadline.aborted) throw new FetchTimeoutError(url.href, `after ${limits.total / 1000} s`);
    throw failure(url.href, error);
  }
}

async function received(
  address: string,
  answer: Dispatcher.ResponseData,
  limits: FetchLimits,
): Promise<Exchange> {
  const headers = flat(answer.headers);
  const status = answer.statusCode;
  const length = lengthOf(headers);
  if (isRedirect(status) || status === 304) {
    answer.body.on('error', () => undefined).destroy();
    return { status, headers, bytes: new Uint8Array(), length };
  }
  const wire = await wholeBody(answer.body, address, limits);
  const encoding = headers['content-encoding'] ?? '';
  const bytes = await decompressed(wire, encoding, address, limits.bytes);
  return { status, headers, bytes, length };
}

async function wholeBody(
  body: Dispatcher.ResponseData['body'],
  address: string,
  limits: FetchLimits,
): Promise<Buffer> {
  try {
    return await readBody(body, address, limits);
  } catch (error) {
    if (error instanceof errors.SocketError) throw new IncompleteError(address, 'cut off');
    throw error;
  }
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    // Cookies are not kept: they may open someone's session.
    value === undefined || name === 'set-cookie'
      ? []
      : [[name.toLowerCase(), [value].flat().join(', ')] as const],
  );
  return Object.fromEntries(entries);
}

/** Undici compares a declared length with the bytes that come, and refuses two declarations. */
function lengthOf(headers: Readonly<Record<string, string>>): BodyLength {
  if (headers['transfer-encoding'] !== undefined) return 'chunked';
  return headers['content-length'] === undefined ? 'close-delimited' : 'declared';
}

const dns = /^(ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL)$/;
const certificate = /CERT|SSL|TLS|ALTNAME|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)/;

/** Puts an error of the network into our words. */
function failure(address: string, error: unknown): Error {
  if (error instanceof IngestError) return error;
  if (!(error instanceof Error)) return new UnreachableError(address, String(error), error);
  const code = 'code' in error ? String(error.code) : '';
  if (error instanceof errors.HeadersTimeoutError)
    return new FetchTimeoutError(address, 'no answer');
  if (error instanceof errors.BodyTimeoutError)
    return new FetchTimeoutError(address, 'the answer stopped');
  if (error instanceof errors.ConnectTimeoutError)
    return new FetchTimeoutError(address, 'no connection');
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
    return new BadAnswerError(address, 'it breaks the rules of HTTP', error);
  }
  if (error instanceof errors.ResponseContentLengthMismatchError) {
    return new IncompleteError(address, 'not of its declared length');
  }
  if (certificate.test(code)) return new CertificateError(address, code, error);
  if (dns.test(code)) return new UnreachableError(address, 'its name is not known', error);
  return new UnreachableError(address, code || error.message, error);
}
