/** What every failure looks like to the user: a code and a sentence, or the same as JSON. */
import { failureOf } from './worker/failure.ts';

export interface Reported {
  /** File, address or step that failed; null when it is the command itself. */
  readonly subject: string | null;
  readonly code: string;
  readonly message: string;
}

export function reported(subject: string | null, error: unknown): Reported {
  const { code, message } = failureOf(error);
  return { subject, code, message };
}

/** One line, without its end. */
export function failureLine({ subject, code, message }: Reported, json: boolean): string {
  if (json) return JSON.stringify({ subject, code, message });
  return subject === null ? `xxgk: ${message} [${code}]` : `xxgk: ${subject}: ${message} [${code}]`;
}
