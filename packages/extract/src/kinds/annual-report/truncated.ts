/** Whether a part that the preamble promises is missing: the copy was cut off. */
import { labelKey } from '../../forms/label.ts';
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

function isThere(part: string, headings: readonly string[]): boolean {
  const key = sectionKeyOf(part);
  return headings.some(
    (heading) => (key !== null && sectionKeyOf(heading) === key) || alike(part, heading) >= ALIKE,
  );
}

/** The promised parts for which there is no heading. */
export function missingParts(
  parts: readonly string[],
  headings: readonly string[],
  hasTable: boolean,
): readonly string[] {
  return parts.filter((part) => {
    if (hasTable && sectionKeyOf(part) === 'statistics_table') return false;
    return !isThere(part, headings);
  });
}
