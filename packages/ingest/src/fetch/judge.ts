/** Whether an answer is the file that was asked for, or something that the server put in its place. */
import type { Answer } from './answer.ts';
import { blockedBecause } from './blocked.ts';
import {
  BlockedError,
  HostBusyError,
  NotFoundError,
  RefusedByServerError,
  ServerError,
} from './errors.ts';
import { retryAfter } from './retry-after.ts';
import { saysNotFound } from './soft-not-found.ts';
import { htmlTextOf } from './visible-text.ts';

const gone: ReadonlySet<number> = new Set([404, 410]);
const busy: ReadonlySet<number> = new Set([429, 503]);

/**
 * Returns for a file, and for 304.
 *
 * @throws {BlockedError | NotFoundError | HostBusyError | ServerError | RefusedByServerError}
 */
export function judge(answer: Answer): void {
  const { status, requested } = answer;
  if (status === 304) return;
  const page = htmlTextOf(answer.bytes);
  const blocked = blockedBecause(answer, page);
  if (blocked !== undefined) throw new BlockedError(requested, blocked);
  if (gone.has(status)) throw new NotFoundError(requested, `status ${status}`);
  if (busy.has(status)) {
    const wait = retryAfter(answer.headers['retry-after'], Date.parse(answer.fetchedAt));
    throw new HostBusyError(requested, status, wait);
  }
  if (status >= 500) throw new ServerError(requested, status);
  if (status !== 200 && status !== 203) throw new RefusedByServerError(requested, status);
  const missing = saysNotFound(answer, page);
  if (missing !== undefined) throw new NotFoundError(requested, missing);
}
