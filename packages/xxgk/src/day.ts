/** Days and times as the user gives them. */
import { UsageError } from './errors.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A day in Beijing, from its beginning, or an RFC 3339 time; as RFC 3339 in UTC.
 *
 * @param option For the message: `--since`.
 * @throws {UsageError}
 */
export function instantOf(text: string, option = '--since'): string {
  const time = Date.parse(day.test(text) ? `${text}T00:00:00+08:00` : text);
  if (Number.isNaN(time)) {
    throw new UsageError(`${option} ${text} is no date: give one such as 2026-03-01.`);
  }
  return new Date(time).toISOString();
}
