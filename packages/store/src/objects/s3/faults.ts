/** What the errors of an S3 server mean: pass by themselves, or tell the user something. */
import {
  DeniedError,
  FaultError,
  FullError,
  NoBucketError,
  NoCredentialsError,
  StoreError,
  UnreachableError,
} from '../../errors.ts';
import type { Fault } from './retry.ts';

/** The answer did not arrive whole, or does not hold what was sent: the call is made again. */
export class BrokenAnswerError extends Error {
  override readonly name = 'BrokenAnswerError';
}

/** An exchange took longer than its deadline. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'TimeoutError',
  'DeadlineError',
  'BrokenAnswerError',
]);
/** 4xx answers that pass: damaged on the way, clock set right by the client, too fast, a race lost. */
const passingNames = new Set([
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'IncompleteBody',
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'SlowDown',
  'Throttling',
  'TooManyRequests',
  'OperationAborted',
  'ConditionalRequestConflict',
  'InternalError',
  'ServiceUnavailable',
]);
const passingStatus = new Set([408, 409, 425, 429]);
const full = new Set(['QuotaExceeded', 'StorageFull', 'InsufficientStorage', 'EntityTooLarge']);
const credentials = new Set(['CredentialsProviderError', 'TokenProviderError']);

interface Facts {
  /** Name of the error, or the code of the socket's. */
  readonly name: string;
  readonly status: number | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
}

export function judge(error: unknown): Fault {
  const { name, status = 0, retryAfter } = factsOf(error);
  const passing =
    !full.has(name) &&
    (unreachable.has(name) || passingNames.has(name) || passingStatus.has(status) || status >= 500);
  return { passing: passing && status !== 501 && status !== 507, waitMs: retryAfter };
}

export const isMissing = (error: unknown): boolean => {
  const { name, status } = factsOf(error);
  return name === 'NoSuchKey' || name === 'NotFound' || (status === 404 && name !== 'NoSuchBucket');
};

/** Puts an error that has outlived its retries into words. */
export function asStoreError(
  store: string,
  endpoint: string,
  what: string,
  error: unknown,
): StoreError {
  if (error instanceof StoreError) return error;
  const { name, status } = factsOf(error);
  if (credentials.has(name)) return new NoCredentialsError(store, error);
  if (name === 'NoSuchBucket') return new NoBucketError(store, error);
  if (full.has(name) || status === 507) return new FullError(store, error);
  if (status === 401 || status === 403) return new DeniedError(store, what, error);
  if (unreachable.has(name)) return new UnreachableError(store, endpoint, error);
  return new FaultError(store, what, error);
}

function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { name: '', status: undefined, retryAfter: undefined };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const response: unknown = '$response' in error ? error.$response : undefined;
  return {
    name: unreachable.has(code) ? code : error.name,
    status: numberAt(metadata, 'httpStatusCode'),
    retryAfter: retryAfterOf(response),
  };
}

function numberAt(value: unknown, key: string): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'number' ? found : undefined;
}

/** Seconds only: storage servers send no dates, and the policy caps the pause in any case. */
function retryAfterOf(response: unknown): number | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  const headers: unknown = Reflect.get(response, 'headers');
  if (typeof headers !== 'object' || headers === null) return undefined;
  const seconds = Number(Reflect.get(headers, 'retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}
