/** The points of an interpretation: its numbered statements of the first level, as whole sentences. */
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import type { Interpretation } from '../../record.ts';
import { first } from '../../rule.ts';
import { pointText } from '../../rules/point-text.ts';

export function pointsOf({ outline, book }: KindContext): Interpretation['points'] {
  const top = Math.min(...outline.sections.map(({ heading }) => heading.level));
  const sections = outline.sections.filter(({ heading }) => heading.level === top);
  return sections.flatMap(({ heading: { line } }, at) => {
    const match = first(pointText, line.text);
    if (!match) return [];
    book.add(`points.${at}`, [evidenceFor(line, match, pointText.id, 0.95)]);
    return [{ ...match.value }];
  });
}
