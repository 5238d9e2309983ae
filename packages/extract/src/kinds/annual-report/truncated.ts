/** Whether parts that the preamble promises are missing: the copy was cut off. */
import { labelKey } from '../../forms/label.ts';
import type { Passage } from './passages.ts';
import { sectionKeyOf } from './section-keys.ts';

/** Share of a promised title's characters that a heading has to have. */
const ALIKE = 0.6;
/** Words that stand in every title and tell nothing. */
const COMMON = /政府|信息|公开|工作|情况|的|及|和|与|以及|等|主要|单位|本/gu;

const core = (title: string): string => labelKey(title).replace(COMMON, '');

/** Share of the characters of one title that stand in the other. */
function alike(promised: string, heading: string): number {
  const wanted = [...core(promised)];
  if (wanted.length === 0) return heading.includes(promised) ? 1 : 0;
  const there = new Set(core(heading));
  return wanted.filter((sign) => there.has(sign)).length / wanted.length;
}

function isThere(part: string, headings: readonly string[], hasTable: boolean): boolean {
  const key = sectionKeyOf(part);
  if (hasTable && key === 'statistics_table') return true;
  return headings.some(
    (heading) => (key !== null && sectionKeyOf(heading) === key) || alike(part, heading) >= ALIKE,
  );
}

/** Longer lines are no headings. */
const LONGEST_HEADING = 40;
const SENTENCE_END = /[。；，]$/u;

/** Titles of the headings, and the short lines that may be headings without a number. */
export const headingLines = (
  passages: readonly Passage[],
  headings: readonly string[],
): readonly string[] => [
  ...headings,
  ...passages
    .map(({ line }) => line.text.trim())
    .filter((text) => text.length <= LONGEST_HEADING && !SENTENCE_END.test(text)),
];

/** What stands last is left out or attached without a heading in complete reports. */
const OPTIONAL: readonly (string | null)[] = ['statistics_table', 'other'];
const APPENDED = /附[表件]|统计表|说明$/u;
const isOptional = (part: string): boolean =>
  OPTIONAL.includes(sectionKeyOf(part)) || APPENDED.test(part);

/**
 * Whether the report was cut off: the promised parts are missing from some point on.
 *
 * One part that is missing from the middle has most likely got another title.
 */
export function isTruncated(
  parts: readonly string[],
  headings: readonly string[],
  hasTable: boolean,
): boolean {
  const due = parts.filter((part) => !isOptional(part));
  const there = due.map((part) => isThere(part, headings, hasTable));
  const missing = there.filter((one) => !one).length;
  return there.at(-1) === false || missing > 1;
}
