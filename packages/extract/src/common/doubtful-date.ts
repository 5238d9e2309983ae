/** Dates that cannot be: later than the reading of the page, or read badly and against the document. */

import type { Diagnostic } from '../document.ts';
import { confidenceOf, type Found } from '../evidence.ts';
import type { Part } from '../part.ts';
import { isLine } from '../reading.ts';
import { first } from '../rule.ts';
import { docNumber } from '../rules/doc-number.ts';
import { imprint } from '../rules/imprint.ts';
import { readingConfidence } from '../trace.ts';
import type { Zones } from '../zones.ts';

/** At or below this, a date of scanned text has to agree with what else the document says. */
const DOUBTFUL = 0.85;
/** Numbers of December are signed in January. */
const YEARS_APART = 1;
const CHINA_MS = 8 * 3_600_000;

/** A date that is given, or why none is. */
export interface Judged {
  readonly found: Found<string> | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Day of an instant in China. */
const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 10);

/** Whether a day lies behind the day on which the page was fetched, where that is known. */
export const hasNotCome = (date: string, { reading }: Part): boolean => {
  const { fetched_at: fetched } = reading.document.source;
  return fetched !== null && date > dayOf(fetched);
};

/** The year of the own number, from the head. */
function numberYear({ head }: Zones): number | null {
  for (const { text } of head) {
    const number = first(docNumber, text);
    if (number) return number.value.year;
  }
  return null;
}

function printedOn({ items }: Part): string | undefined {
  for (const item of items) {
    const printed = isLine(item) ? first(imprint, item.text) : undefined;
    if (printed) return printed.value.date;
  }
  return undefined;
}

/** What the document says against a date, in words. */
function against(date: string, part: Part, zones: Zones): string | undefined {
  const numbered = numberYear(zones);
  if (numbered !== null && Math.abs(numbered - yearOf(date)) > YEARS_APART)
    return `the document's number is of ${numbered}`;
  const printed = printedOn(part);
  if (printed === undefined) return undefined;
  const apart = date > printed || yearOf(printed) - yearOf(date) > YEARS_APART;
  return apart ? `the document was printed on ${printed}` : undefined;
}

/** Whether some character of the evidence was read by OCR. */
function isScanned({ evidence }: Found<string>, zones: Zones): boolean {
  const line = zones.signature.date;
  if (!line) return false;
  return evidence.some(
    ({ place }) =>
      place.page === line.at.page &&
      place.block === line.at.block &&
      readingConfidence(line.traced, place) < 1,
  );
}

const doubtful = (found: Found<string>, why: string): Judged => {
  const [evidence] = found.evidence;
  return {
    found: undefined,
    diagnostics: [
      {
        code: 'extract/date-doubtful',
        severity: 'warning',
        message: `The date reads "${evidence?.quote ?? ''}", but ${why}: it is left out. Compare it with the original.`,
        place: evidence?.place ?? null,
      },
    ],
  };
};

/** Judges a date that the page gives, signed or not. */
export function judged(found: Found<string> | undefined, part: Part): Judged {
  if (found && hasNotCome(found.value, part))
    return doubtful(found, 'that day had not come when the page was fetched');
  return { found, diagnostics: [] };
}

/** Judges the day of signature. A date that contradicts the document is never mended. */
export function judgedIssue(found: Found<string> | undefined, part: Part, zones: Zones): Judged {
  if (found && isScanned(found, zones) && confidenceOf(found.evidence) <= DOUBTFUL) {
    const why = against(found.value, part, zones);
    if (why !== undefined) return doubtful(found, why);
  }
  return judged(found, part);
}
