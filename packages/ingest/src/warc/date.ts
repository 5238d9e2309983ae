/** `WARC-Date` (ISO 28500 §5.4): an instant in UTC, in WARC 1.1 down to nanoseconds or up to a year. */

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/** RFC 3339 in UTC with milliseconds; undefined for a day or a year, of which no instant is made. */
export function instantOf(date: string | null): string | undefined {
  if (date === null || !instant.test(date)) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
