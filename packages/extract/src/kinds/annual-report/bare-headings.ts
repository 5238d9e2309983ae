/**
 * Chapters whose headings carry no numbers: 概述, 主动公开政府信息情况, each on a line of its own.
 *
 * Only where the report has hardly any numbered chapter, so that a short line inside a chapter starts none.
 */
import type { Outline, OutlineSection } from '../../outline.ts';
import { type Item, isLine, type Line } from '../../reading.ts';
import { sectionKeyOf } from './section-keys.ts';

const LONGEST = 32;
const TITLE = /^[^。；，,;：:!?！？]+$/u;
const TITLE_END = /(?:情况|概述|概况|事项|措施|问题|不足|计划|打算|安排)$/u;
/** Fewer lines like titles are none. */
const ENOUGH = 3;
/** With as many numbered chapters the numbers are to be trusted. */
const NUMBERED = 2;
const SIGN = /[^\s\u3000]/u;

function isTitle(item: Item): item is Line {
  if (!isLine(item)) return false;
  const text = item.text.trim();
  return (
    text.length <= LONGEST &&
    TITLE.test(text) &&
    TITLE_END.test(text) &&
    sectionKeyOf(text) !== null
  );
}

function sectionOf(line: Line, items: readonly Item[]): OutlineSection {
  const title = line.text.trim();
  const start = Math.max(line.text.search(SIGN), 0);
  const span = { start, end: start + title.length };
  const heading = { level: 1, number: null, title, line, span, runsOn: false };
  return { heading, items, rest: '' };
}

/** The outline with its bare headings; the outline itself where its headings have numbers. */
export function withBareHeadings(outline: Outline): Outline {
  const keyed = outline.sections.filter(({ heading }) => sectionKeyOf(heading.title) !== null);
  const starts = outline.preamble.flatMap((item, index) => (isTitle(item) ? [index] : []));
  if (keyed.length >= NUMBERED || starts.length < ENOUGH) return outline;
  const bare = starts.flatMap((start, index): OutlineSection[] => {
    const line = outline.preamble[start];
    const end = starts[index + 1] ?? outline.preamble.length;
    return line && isLine(line) ? [sectionOf(line, outline.preamble.slice(start + 1, end))] : [];
  });
  return {
    preamble: outline.preamble.slice(0, starts[0]),
    sections: [...bare, ...outline.sections],
  };
}
