/** What a simulated site saw: every request, in the order in which they came. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Seen {
  /** Milliseconds on the server's monotonic clock when the request came … */
  readonly at: number;
  /** … and when its answer was complete; undefined where the client went away. */
  ended?: number;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  status: number;
}

/** Requests that came before the one before had ended, or less than `gap` ms after it had come. */
export function tooClose(log: readonly Seen[], gap: number): readonly string[] {
  return log.flatMap(({ at, path }, index) => {
    const before = log[index - 1];
    if (!before) return [];
    const overlaps = before.ended === undefined || at < before.ended;
    if (!overlaps && at - before.at >= gap) return [];
    return [`${path} came ${(at - before.at).toFixed(1)} ms after ${before.path}`];
  });
}
