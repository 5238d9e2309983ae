/**
 * Page furniture: what is printed on pages for the sake of the paper, not of the text.
 *
 * Page numbers stand alone in the margin (GB/T 9704-2012 §7.5: `— 1 —`); a running head or foot
 * is one line repeated at one height of at least three pages.
 */
import type { Role } from '@xxgk/extract/document';
import { folio } from '../look.ts';
import type { Line } from './lines.ts';

export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Part of the page height at top and bottom in which furniture stands. */
const margin = 0.12;
const digits = /\d+/g;

const middle = ({ box }: Line): number => (box[1] + box[3]) / 2;

const place = (line: Line, height: number): 'top' | 'bottom' | undefined => {
  if (middle(line) < height * margin) return 'top';
  return middle(line) > height * (1 - margin) ? 'bottom' : undefined;
};

/** The same line of several pages: its text without the page's number, and its height. */
const signature = (line: Line): string =>
  `${Math.round(line.baseline / 4)} ${line.text.replace(digits, '#')}`;

/** Lines that stand in the margin of at least three pages, half of them or more. */
function running(pages: readonly PageLines[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { height, lines } of pages) {
    const seen = new Set(lines.filter((line) => place(line, height)).map(signature));
    for (const each of seen) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([each]) => each));
}

/** Tells the role of a line that is furniture, undefined for the text. */
export function furniture(
  pages: readonly PageLines[],
): (line: Line, height: number) => Role | undefined {
  const repeated = running(pages);
  return (line, height) => {
    const where = place(line, height);
    if (!where) return undefined;
    if (folio.test(line.text)) return 'folio';
    if (!repeated.has(signature(line))) return undefined;
    return where === 'top' ? 'header' : 'footer';
  };
}
