/** Doing again what failed for a passing reason, with growing pauses and an end. */
import { setTimeout as pause } from 'node:timers/promises';

export interface RetryPolicy {
  /** Calls in all, the first included. */
  readonly attempts: number;
  /** Milliseconds before the second call; doubled before each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** With these, a server that restarts within about 20 s is waited for. */
export const patient: RetryPolicy = { attempts: 8, firstPauseMs: 200, longestPauseMs: 8_000 };

/** What to do about one failure. */
export interface Fault {
  readonly passing: boolean;
  /** Milliseconds that the server asked for (`Retry-After`). */
  readonly waitMs?: number | undefined;
}

/** Calls until it succeeds, the fault is lasting or the attempts are used up; throws the last error. */
export async function withRetries<T>(
  policy: RetryPolicy,
  judge: (error: unknown) => Fault,
  call: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const { passing, waitMs = 0 } = judge(error);
      if (!passing || attempt >= policy.attempts) throw error;
      const backOff = policy.firstPauseMs * 2 ** (attempt - 1);
      const wanted = Math.max(waitMs, backOff * (0.5 + Math.random() / 2));
      await pause(Math.min(wanted, policy.longestPauseMs));
    }
  }
}
