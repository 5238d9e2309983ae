/** The shortest run of clauses that still says the same: what is quoted as evidence. */
import type { Span } from '../trace.ts';
import type { Claim } from './claim.ts';
import { masked } from './mask.ts';
import { readStatement, type Setting } from './statement.ts';

const STOP = /[，,；;：:。（(]/gu;
const EDGES = /^[\s\u3000，,；;：:、]+|[\s\u3000，,；;、]+$/gu;
const INSIDE = /[^\s\u3000，,；;：:、]/u;

const says = (text: string, claim: Claim, setting: Setting): boolean =>
  readStatement(text, setting).claims.some(
    (other) =>
      other.key === claim.key && other.value === claim.value && other.status === claim.status,
  );

/** Shrinks to the characters between blanks and stops. */
function tidy(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const left = Math.max(slice.search(INSIDE), 0);
  const inner = slice.replace(EDGES, '');
  return { start: start + left, end: start + left + inner.length };
}

/**
 * Span of the quote inside the sentence; the sentence itself where nothing shorter will do. Who reads the
 * quote again does not know the report's year.
 */
export function smallestQuote(text: string, claim: Claim, { section }: Setting): Span {
  const setting: Setting = { section, year: null };
  const starts = [...masked(text).matchAll(STOP)]
    .map((match) => match.index + 1)
    .filter((index) => index <= claim.start)
    .reverse();
  for (const start of starts) {
    const span = tidy(text, { start, end: claim.end });
    if (says(text.slice(span.start, span.end), claim, setting)) return span;
  }
  const head = tidy(text, { start: 0, end: claim.end });
  if (says(text.slice(head.start, head.end), claim, setting)) return head;
  return tidy(text, { start: 0, end: text.length });
}
