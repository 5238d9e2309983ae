/** A numbered statement: its number, and the whole of what follows on the line. */
import { first, type Rule } from '../rule.ts';
import { heading } from './heading.ts';

export interface Point {
  readonly number: string | null;
  readonly text: string;
}

export const pointText: Rule<Point> = {
  id: 'interpretation/point',
  cite: 'seen on agency pages: points of an interpretation are whole sentences',
  *find(text) {
    const match = first(heading, text);
    if (!match) return;
    const { number } = match.value;
    const behind = text.slice(match.start + number.length).trim();
    const end = text.trimEnd().length;
    if (behind !== '') yield { value: { number, text: behind }, start: match.start, end };
  },
};
