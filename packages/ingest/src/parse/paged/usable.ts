/** Whether the text layer of a page can be trusted, or the page has to be read as an image. */
import type { Box } from '@xxgk/extract/document';
import type { PageInk } from './glyph.ts';
import { count, implausible, noPlausible, type Plausible } from './plausible.ts';

/**
 * What a page holds.
 *
 * - `text`: letters with their meaning, or nothing at all.
 * - `scan`: images of letters; a text that somebody's OCR laid under them may be there.
 * - `garbled`: letters whose meaning the file tells wrongly or not at all.
 * - `vector`: letters drawn as outlines.
 */
export type PageKind = 'text' | 'scan' | 'garbled' | 'vector';

export interface Verdict {
  readonly kind: PageKind;
  /** A phrase for {@link Page.reason}. */
  readonly why: string;
}

/** What is on a page, as far as it tells how the page has to be read. */
export interface PageEvidence {
  readonly ink: PageInk;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** Characters of the page that it shows, by font. */
  readonly fonts: readonly Plausible[];
  /** Characters that the page does not show: what OCR lays under an image. */
  readonly hidden: Plausible;
  /** Outlines that are no lines and no boxes. */
  readonly shapes: number;
  /** Characters whose font does not load. */
  readonly lost: number;
}

/** Below so many characters a text layer may be a stamp or a page number on a scan. */
const few = 40;
/** Part of the page that images have to cover to be the page. */
const most = 0.6;
/** So many characters of a page, or so large a part, may have no meaning. */
const fewUnknown = 3;
const unknownShare = 0.02;
/** So many outlines are letters when a page has no text, and so many when it has some. */
const fewShapes = 30;
const manyShapes = 200;
/** More outlines for each character: the letters are a page number below a text of outlines. */
const shapesEach = 20;
/** Fonts that print less are judged with the page only. */
const fewOfFont = 4;

const blank = /^\s*$/u;
// Private use, replacement, unassigned: what a font without a good ToUnicode map yields. The signs
// of symbol fonts (bullets, ticks) lie at F000 to F0FF and are no harm.
const senseless = /^[[\p{Co}\p{Cn}\uFFFD]--[\uF000-\uF0FF]]/v;

/** Printed characters of which the file does not tell what they are. */
export const unknownIn = (ink: PageInk): number =>
  ink.glyphs.filter((glyph) => senseless.test(glyph.text)).length;

const area = ([left, top, right, bottom]: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** Scanners also cut a page into strips. */
export const coversPage = (images: readonly Box[], width: number, height: number): boolean =>
  images.reduce((sum, box) => sum + area(box), 0) >= most * width * height;

const printedIn = (ink: PageInk): number =>
  ink.glyphs.filter((glyph) => !blank.test(glyph.text)).length;

function sum(all: readonly Plausible[]): Plausible {
  const total = noPlausible();
  for (const each of all) {
    total.printed += each.printed;
    total.han += each.han;
    total.common += each.common;
    total.frequent += each.frequent;
    total.odd += each.odd;
  }
  return total;
}

/** A font in which most characters stand in no text: the page reads well, its title does not. */
const isOdd = ({ printed, odd }: Plausible): boolean => printed >= fewOfFont && odd * 2 > printed;

/** Why the characters that a page shows are not those that the file tells. */
function whyGarbled({ ink, fonts, lost }: PageEvidence): string | undefined {
  const total = sum(fonts);
  if (lost > Math.max(fewUnknown, unknownShare * total.printed)) {
    return `the font of ${lost} characters does not load`;
  }
  const broken = unknownIn(ink);
  if (broken > Math.max(fewUnknown, unknownShare * total.printed)) {
    return `${broken} of ${total.printed} characters of the text layer have no meaning`;
  }
  const odd = sum(fonts.filter(isOdd));
  if (odd.printed > 0) {
    return `a font prints ${odd.printed} characters of which ${odd.odd} stand in no text`;
  }
  const why = implausible(total);
  return why === undefined ? undefined : `the text layer is no text: ${why}`;
}

/** Of a page that shows no text, or hardly any. */
function whenBare(evidence: PageEvidence, printed: number): Verdict | undefined {
  const { ink, hidden, shapes, width, height } = evidence;
  const only = printed === 0 ? 'no text layer' : `only ${printed} characters in the text layer`;
  if (coversPage(ink.images, width, height)) {
    return hidden.printed >= few
      ? whenHidden(hidden)
      : { kind: 'scan', why: `${only}, images cover the page` };
  }
  if (shapes >= (printed === 0 ? fewShapes : Math.max(manyShapes, shapesEach * printed))) {
    return { kind: 'vector', why: `${only}, ${shapes} outlines are drawn that may be letters` };
  }
  if (printed > 0) return undefined;
  if (ink.images.length > 0) return { kind: 'scan', why: `${only}, the page holds images` };
  return hidden.printed > 0
    ? {
        kind: 'text',
        why: `nothing is printed on the page but ${hidden.printed} hidden characters`,
      }
    : { kind: 'text', why: 'nothing is printed on the page' };
}

/** A text under the image is somebody's OCR: what the page shows is the image. */
function whenHidden(hidden: Plausible): Verdict {
  const why = implausible(hidden);
  const judged = why === undefined ? 'is plausible' : `is no text (${why})`;
  return {
    kind: 'scan',
    why: `images cover the page; the hidden text below them (${hidden.printed} characters) ${judged}`,
  };
}

/** Judges how a page has to be read, from what is on it. */
export function judgePage(evidence: PageEvidence): Verdict {
  const printed = printedIn(evidence.ink);
  if (printed < few) {
    const bare = whenBare(evidence, printed);
    if (bare) return bare;
  }
  const why = whyGarbled(evidence);
  if (why !== undefined) return { kind: 'garbled', why };
  return { kind: 'text', why: 'text layer' };
}

/** Counts of the characters of texts. */
export function plausibleOf(texts: Iterable<string>): Plausible {
  const counts = noPlausible();
  for (const text of texts) count(counts, text);
  return counts;
}
