/** The running text of a report, each stretch with the section that it stands in. */
import type { Outline, OutlineSection } from '../../outline.ts';
import type { Item, Line } from '../../reading.ts';
import { isLine } from '../../reading.ts';
import type { Span } from '../../trace.ts';
import { type SectionKey, sectionKeyOf } from './section-keys.ts';

export interface Passage {
  readonly line: Line;
  /** Of the passage inside `line.text`. */
  readonly span: Span;
  /** Key of the section, or of the one that it belongs to. */
  readonly section: SectionKey | null;
  /** Title of the nearest heading. */
  readonly title: string | null;
  /** Whether the passage is a heading (with what runs on behind it). */
  readonly heading: boolean;
}

/** A section with the key that it has or inherits. */
export interface KeyedSection {
  readonly section: OutlineSection;
  readonly key: SectionKey | null;
}

/** Gives each section its own key or that of the section above; what stands under problems stays there. */
export function keyedSections(outline: Outline): readonly KeyedSection[] {
  const above: { level: number; key: SectionKey | null }[] = [];
  return outline.sections.map((section) => {
    const { level, title } = section.heading;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1)?.key ?? null;
    const key = parent === 'problems' ? parent : (sectionKeyOf(title) ?? parent);
    above.push({ level, key });
    return { section, key };
  });
}

const plain = (item: Item): readonly Passage[] =>
  isLine(item)
    ? [
        {
          line: item,
          span: { start: 0, end: item.text.length },
          section: null,
          title: null,
          heading: false,
        },
      ]
    : [];

function passagesOf({ section, key }: KeyedSection): readonly Passage[] {
  const { line, span, title } = section.heading;
  const head: Passage = {
    line,
    span: { start: span.start, end: line.text.length },
    section: key,
    title,
    heading: true,
  };
  const body = section.items
    .filter((item) => item !== line)
    .flatMap(plain)
    .map((passage) => ({ ...passage, section: key, title }));
  return [head, ...body];
}

/** Every passage in reading order, without the lines and tables that forms are made of. */
export function passagesIn(outline: Outline, forms: ReadonlySet<Item>): readonly Passage[] {
  return [...outline.preamble.flatMap(plain), ...keyedSections(outline).flatMap(passagesOf)].filter(
    (passage) => !forms.has(passage.line),
  );
}
