/**
 * Page furniture: what is printed on pages for the sake of the paper, not of the text.
 *
 * Page numbers stand alone in the margin (GB/T 9704-2012 §7.5: `— 1 —`); a running head or foot
 * is one line repeated at one height of at least three pages, of all or of every other one.
 */
import type { Role } from '@xxgk/extract/document';
import { folio } from '../../look.ts';
import { type Line, piecesOf } from '../lines.ts';

export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** Part of the page height at top and bottom in which furniture stands. */
const margin = 0.12;
/** So many pages repeat a line; so large a part of all pages, or of the odd or the even ones. */
const fewest = 3;
const ofAll = 0.5;
const ofSide = 0.8;
/** Letter heights between the pieces of a line; more pieces than these are the head of a table. */
const gap = 1;
const mostPieces = 2;

const digits = /\d+/g;

const middle = ({ box }: Line): number => (box[1] + box[3]) / 2;

const place = (line: Line, height: number): 'top' | 'bottom' | undefined => {
  if (middle(line) < height * margin) return 'top';
  return middle(line) > height * (1 - margin) ? 'bottom' : undefined;
};

/** The same line of several pages: its text without the page's number, and its height. */
const signature = (line: Line): string =>
  `${Math.round(line.baseline / 4)} ${line.text.replace(digits, '#')}`;

/** On how many odd and even pages each line stands in the margin. */
function counted(pages: readonly PageLines[]): Map<string, [even: number, odd: number]> {
  const counts = new Map<string, [number, number]>();
  for (const { number, height, lines } of pages) {
    for (const each of new Set(lines.filter((line) => place(line, height)).map(signature))) {
      const [even, odd] = counts.get(each) ?? [0, 0];
      counts.set(each, number % 2 === 0 ? [even + 1, odd] : [even, odd + 1]);
    }
  }
  return counts;
}

/** Lines that stand in the margin of enough pages. */
function running(pages: readonly PageLines[]): Set<string> {
  const evens = pages.filter(({ number }) => number % 2 === 0).length;
  const enough = (count: number, most: number): boolean => count >= Math.max(fewest, most);
  const repeated = [...counted(pages)].filter(
    ([, [even, odd]]) =>
      enough(even + odd, ofAll * pages.length) ||
      enough(even, ofSide * evens) ||
      enough(odd, ofSide * (pages.length - evens)),
  );
  return new Set(repeated.map(([each]) => each));
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
    if (!repeated.has(signature(line)) || piecesOf(line, gap).length > mostPieces) return undefined;
    return where === 'top' ? 'header' : 'footer';
  };
}
