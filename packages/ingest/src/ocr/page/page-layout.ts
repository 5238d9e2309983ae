/** The places of text, tables and seals on a page, once the passes have prepared it. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../engine.ts';
import { sealsOf } from '../seal/seal.ts';
import { withoutSealRests } from '../seal/under-seal.ts';
import { type Grid, gridsOf } from '../table/grid.ts';
import { erased, rulingsOf } from '../table/rulings.ts';
import { type InkLine, textLines, usualLineHeight } from '../text/text-lines.ts';
import { overlaps } from './box.ts';
import type { ColorImage } from './color-image.ts';
import { inkOf, type Mask } from './ink.ts';
import { type Preparation, passed } from './passes/index.ts';
import type { PassName } from './passes/names.ts';
import type { GreySeal } from './passes/pass.ts';
import { whitened } from './whitened.ts';

/** Height of characters that is assumed until the lines have been found. */
const assumedEm = 30;

export interface PageLayout {
  /** Radians by which the page was turned to level its lines. */
  readonly angle: number;
  /** Height of the running text's characters in pixels. */
  readonly em: number;
  /** Without red and without ruled lines. */
  readonly black: GreyImage;
  /** Letters alone: without seals and ruled lines. */
  readonly red: GreyImage;
  /** All that is red. */
  readonly redInk: GreyImage;
  readonly tables: readonly Grid[];
  readonly seals: readonly Box[];
  readonly greySeals: readonly GreySeal[];
  /** Level lines that belong to no table. */
  readonly rules: readonly Box[];
  /** Outside of tables. */
  readonly blackLines: readonly InkLine[];
  /** Outside of seals. */
  readonly redLines: readonly InkLine[];
  /** Ink of `black`, tables included. */
  readonly mask: Mask;
  /** What the passes did to the page. */
  readonly did: readonly Preparation[];
}

/** @param without Passes that are switched off. */
export function layoutOf(
  image: ColorImage,
  without: ReadonlySet<PassName> = new Set(),
): PageLayout {
  const { sheet, did } = passed(image, without);
  const { black, angle } = sheet;
  const ink = inkOf(black);
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
  const red = redOf(sheet.red, em);
  // What JPEG leaves of red letters in the black layer is no text of its own.
  const redText = without.has('red-rests') ? [] : red.lines.map(({ box }) => box);
  const found = textLines(erased(mask, [...boxes, ...redText], Math.round(em / 4)), page, em);
  const sealRests = without.has('seal-rests') ? [] : red.seals;
  return {
    angle,
    em,
    black: whitened(black, lines, rim),
    mask,
    tables,
    rules: [...rules, ...red.rules],
    seals: red.seals,
    greySeals: sheet.greySeals,
    red: red.image,
    redInk: sheet.red,
    blackLines: found.flatMap((line) => withoutSealRests(black, line, sealRests)),
    redLines: red.lines,
    did,
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
