/** What of a page is to be seen, and how the page has to be read. */
import type { Block } from '@xxgk/extract/document';
import { asideGlyphs } from '../../paged/aside.ts';
import type { Glyph, PageInk } from '../../paged/glyph.ts';
import { inside } from '../../paged/page-table.ts';
import { coversPage, judgePage, plausibleOf, type Verdict } from '../../paged/usable.ts';
import type { OfdPage } from './page.ts';
import type { OfdInk, Picture } from './page-ink.ts';

export interface Print {
  /** Without what cannot be seen. */
  readonly ink: PageInk;
  /** What cannot be seen, as blocks that are no text. */
  readonly unseen: readonly Block[];
  readonly verdict: Verdict;
}

const straight = new Set(['S', 'M', 'L', 'C']);
/** A rectangle takes six steps at most; a letter flattened to lines takes more. */
const fewSteps = 9;

/** Filled shapes that may be letters drawn as outlines. */
export const drawnLetters = ({ drawings }: OfdInk): number =>
  drawings.filter(
    (each) =>
      each.kind === 'shape' &&
      each.fill !== undefined &&
      (each.steps.length > fewSteps || each.steps.some(({ operator }) => !straight.has(operator))),
  ).length;

/** Glyphs under the images that make up the page. */
function coveredIn({ ink, width, height }: OfdPage): Set<Glyph> {
  const pictures = ink.drawings.filter(
    (each): each is Picture => each.kind === 'picture' && each.opaque,
  );
  const boxes = pictures.map(({ box }) => box);
  if (!coversPage(boxes, width, height)) return new Set();
  return new Set(
    ink.glyphs.filter((glyph, at) =>
      pictures.some(({ box, after }) => after > at && inside(box, glyph)),
    ),
  );
}

/** Sorts what a page prints. */
export function printOf(page: OfdPage): Print {
  const { number, width, height, ink } = page;
  const covered = coveredIn(page);
  const glyphs = covered.size === 0 ? ink.glyphs : ink.glyphs.filter((each) => !covered.has(each));
  const seen = { glyphs, rulings: ink.rulings, images: ink.images };
  const texts = (all: Iterable<Glyph>): string[] => [...all].map(({ text }) => text);
  const verdict = judgePage({
    ink: seen,
    width,
    height,
    fonts: [plausibleOf(texts(glyphs))],
    hidden: plausibleOf(texts([...ink.invisible, ...covered])),
    shapes: drawnLetters(ink),
    lost: 0,
  });
  return {
    ink: seen,
    unseen: [
      ...asideGlyphs(ink.invisible, { role: 'dropped', label: 'invisible-text' }, number),
      ...asideGlyphs([...covered], { role: 'dropped', label: 'covered-text' }, number),
    ],
    verdict,
  };
}
