/** The passages of the chapter about problems, with the numbers of its own headings. */
import type { Outline } from '../../outline.ts';
import type { Item } from '../../reading.ts';
import type { ProblemPassage } from './narrative.ts';
import { keyedSections, type Passage, passagesIn } from './passages.ts';

/** In reading order; the chapter's own heading tells nothing and is left out. */
export function problemPassages(
  outline: Outline,
  forms: ReadonlySet<Item>,
): readonly ProblemPassage[] {
  const chapter = keyedSections(outline).filter(({ key }) => key === 'problems');
  const top = Math.min(...chapter.map(({ section }) => section.heading.level));
  const numbers = new Map(
    chapter.map(({ section: { heading } }) => [
      heading.line,
      heading.level > top ? heading.number : null,
    ]),
  );
  return passagesIn(outline, forms)
    .filter((passage) => passage.section === 'problems')
    .map((passage) => withoutTitle(passage, numbers.get(passage.line) ?? null))
    .filter(({ passage: { span } }) => span.end > span.start);
}

/** The chapter's heading keeps only what runs on behind its title. */
function withoutTitle(passage: Passage, number: string | null): ProblemPassage {
  if (!passage.heading || number !== null) return { passage, number };
  const start = passage.span.start + (passage.title?.length ?? 0);
  return { passage: { ...passage, span: { start, end: passage.span.end } }, number };
}
