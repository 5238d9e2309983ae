/** The passes over the pixels of a page, in order, and the places of text, tables and seals. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';
import { sealsOf } from '../seal/seal.ts';
import { withoutSealEdges, withoutSealRests } from '../seal/under-seal.ts';
import { type Grid, gridsOf } from '../table/grid.ts';
import { erased, rulingsOf } from '../table/rulings.ts';
import { type InkLine, textLines, usualLineHeight } from '../text/text-lines.ts';
import { bordersOf } from './border.ts';
import { overlaps } from './box.ts';
import { type ColorImage, separated } from './color.ts';
import { evened } from './even.ts';
import { levelled } from './grey.ts';
import { inkOf, type Mask } from './ink.ts';
import { skewOf } from './skew.ts';

/** Height of characters that is assumed until the lines have been found. */
const assumedEm = 30;

export interface PageLayout {
  /** Radians by which the page was turned to level its lines. */
  readonly angle: number;
  /** Height of the running text's characters in pixels. */
  readonly em: number;
  /** Without red and without ruled lines. */
  readonly black: GreyImage;
  readonly red: GreyImage;
  readonly tables: readonly Grid[];
  readonly seals: readonly Box[];
  /** Level lines that belong to no table. */
  readonly rules: readonly Box[];
  /** Outside of tables. */
  readonly blackLines: readonly InkLine[];
  /** Outside of seals. */
  readonly redLines: readonly InkLine[];
  /** Ink of `black`, tables included. */
  readonly mask: Mask;
}

export function layoutOf(image: ColorImage): PageLayout {
  const layers = separated(image);
  const even = evened(layers.black);
  const angle = skewOf(even);
  const turned = levelled(even, angle);
  const turnedRed = levelled(layers.red, angle);
  const clean = whitened(turned, bordersOf(inkOf(turned)), 2);
  const upright = withoutSealEdges(clean, sealsOf(inkOf(turnedRed), assumedEm));
  const ink = inkOf(upright);
  const page: Box = [0, 0, ink.width, ink.height];
  const first = rulingsOf(ink, assumedEm);
  const em = usualLineHeight(erased(ink, [...first.level, ...first.upright]), page) || assumedEm;
  const rulings = rulingsOf(ink, em);
  const tables = gridsOf(rulings, em);
  const boxes = tables.map(({ box }) => box);
  const rules = rulings.level.filter((line) => !boxes.some((box) => overlaps(box, line)));
  const lines = [
    ...rules,
    ...rulings.level,
    ...rulings.upright.filter((line) => boxes.some((box) => overlaps(box, line))),
  ];
  // The blurred edge of a line is as grey as a thin stroke.
  const rim = Math.max(1, Math.round(em / 14));
  const mask = erased(ink, lines, rim);
  const red = redOf(turnedRed, em);
  // What JPEG leaves of red letters in the black layer is no text of its own.
  const redText = red.lines.map(({ box }) => box);
  return {
    angle,
    em,
    black: whitened(upright, lines, rim),
    mask,
    tables,
    rules: [...rules, ...red.rules],
    seals: red.seals,
    red: red.image,
    blackLines: textLines(
      erased(mask, [...boxes, ...redText], Math.round(em / 4)),
      page,
      em,
    ).flatMap((line) => withoutSealRests(upright, line, red.seals)),
    redLines: red.lines,
  };
}

function redOf(image: GreyImage, em: number) {
  const ink = inkOf(image);
  const seals = sealsOf(ink, em);
  // The letters of a letterhead are up to four times as large as the text: only longer lines rule.
  const rules = rulingsOf(ink, 3 * em).level;
  const mask = erased(ink, [...seals, ...rules], 2);
  const lines = textLines(mask, [0, 0, ink.width, ink.height], em).filter(
    ({ box }) => box[3] - box[1] > 0.6 * em,
  );
  return { image: whitened(image, [...seals, ...rules], 2), seals, rules, lines };
}

/** The image with paper in place of some boxes. */
function whitened(image: GreyImage, boxes: readonly Box[], rim: number): GreyImage {
  if (boxes.length === 0) return image;
  const data = image.data.slice();
  for (const [x0, y0, x1, y1] of boxes) {
    const [left, right] = [Math.max(0, x0 - rim), Math.min(image.width, x1 + rim)];
    for (let y = Math.max(0, y0 - rim); y < Math.min(image.height, y1 + rim); y++) {
      data.fill(255, y * image.width + left, y * image.width + right);
    }
  }
  return { ...image, data };
}
