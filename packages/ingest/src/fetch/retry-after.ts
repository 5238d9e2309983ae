/** `Retry-After` (RFC 9110 §10.2.3): how long a host wants to be left alone. */

const seconds = /^\d{1,12}$/;
const day = 86_400_000;

/**
 * Milliseconds from `now` (ms since 1970), at most a day; null where the header is absent, garbage
 * or in the past.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = seconds.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  // `Date.parse` reads "-7" and other garbage as some date of the past.
  return wait > 0 ? Math.min(wait, day) : null;
}
