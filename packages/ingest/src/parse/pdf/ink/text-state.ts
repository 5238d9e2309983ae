/**
 * The text state of a page description and the places of its glyphs (ISO 32000-2 §9.3, §9.4).
 *
 * pdf.js resolves fonts and encodings; what is left is the arithmetic of where each glyph stands.
 */
import type { Box } from '@xxgk/extract/document';
import { countHan } from '../../../chinese/han.ts';
import { isRed } from '../../paged/color.ts';
import { type Matrix, multiply } from '../../paged/matrix.ts';
import type { Font } from './fonts.ts';
import { channels, lightness, type PaintState } from './paint-state.ts';
import type { PrintedGlyph } from './printed.ts';

/** A glyph as pdf.js lists it in `showText`. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode?: number;
  readonly vmetric?: readonly number[] | null;
}

// A glyph is printed, so a control character in its place is a map that does not know it.
const control = /^(?![\t\n\r])\p{Cc}$/u;
const afterControls = 0xa0;
/** Stands for a glyph whose character the file does not tell. */
const unknown = '\uFFFD';

/** Above and below the baseline, as parts of the letter height. */
const above = 0.88;
const below = 0.12;

/** Han characters are square and digits half as wide; what is narrower comes from a wrong table. */
const narrowest = 0.4;
const narrowestDigit = 0.25;
const digit = /^[0-9]$/;

/** How far the point moves from one glyph to the next, along the line or down the column. */
function stepOf(
  { size, charSpacing, wordSpacing }: PaintState,
  font: Font,
  item: ShownGlyph,
): number {
  const advance = advanceOf(item, font, size);
  const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
  return font.vertical ? advance - spacing : advance + spacing;
}

const advanceOf = (item: ShownGlyph, font: Font, size: number): number =>
  (font.vertical ? heightOf(item) : item.width) * size * font.unit;

const heightOf = (glyph: ShownGlyph): number => -(glyph.vmetric?.[0] ?? -1000);

/** What all glyphs of one `showText` have in common. */
interface Pen {
  readonly state: PaintState;
  readonly font: Font;
  /** From the space of the text to the page. */
  readonly to: Matrix;
  /** Letter height in the space of the text, and points on the page. */
  readonly size: number;
  readonly height: number;
  readonly red: boolean;
  readonly angle: number;
  readonly light: number;
}

/** The colour by which letters are told from the paper: of an edge and its inside the darker one. */
function inkOf({ mode, fill, stroke }: PaintState): number {
  if (mode === 0 || mode === 3) return fill;
  return mode === 1 || lightness(stroke, 1) < lightness(fill, 1) ? stroke : fill;
}

function penOf(state: PaintState, font: Font): Pen {
  const to = multiply(state.ctm, state.textMatrix);
  const size = state.size * font.em;
  const color = inkOf(state);
  const sign = Math.sign(size);
  return {
    state,
    font,
    to,
    size,
    height: Math.abs(size) * Math.hypot(to[2], to[3]),
    red: isRed(channels(color)),
    angle: (Math.atan2(to[1] * sign, to[0] * sign) * 180) / Math.PI,
    light: Math.round(lightness(color, state.alpha)),
  };
}

/** The glyphs of one `showText`, and the state moved behind them. */
export function show(
  state: PaintState,
  font: Font,
  shown: readonly (ShownGlyph | number | null)[],
): PrintedGlyph[] {
  const { size } = state;
  const pen = penOf(state, font);
  const glyphs: PrintedGlyph[] = [];
  let along = 0;
  for (const item of shown) {
    if (typeof item === 'number') {
      along += ((font.vertical ? 1 : -1) * item * size) / 1000;
    } else if (item !== null) {
      if (item.unicode !== '') glyphs.push(glyphAt(pen, item, along));
      along += stepOf(state, font, item);
    }
  }
  if (font.vertical) state.y -= along;
  else state.x += along * state.scale;
  return glyphs;
}

function textOf({ unicode, originalCharCode }: ShownGlyph, font: Font): string {
  if (font.symbols !== null) {
    const symbol = font.symbols.get(originalCharCode ?? -1) ?? font.symbols.get(codeOf(unicode));
    if (symbol !== undefined) return symbol;
  }
  return unicode.charCodeAt(0) < afterControls && control.test(unicode) ? unknown : unicode;
}

const codeOf = (text: string): number => text.codePointAt(0) ?? 0;

/** Width of the printed letter along the line, at least what the letter needs. */
function widthOf(state: PaintState, font: Font, item: ShownGlyph): number {
  const told = advanceOf(item, font, state.size);
  const em = Math.abs(state.size);
  if (Math.abs(told) >= narrowest * em) return told * state.scale;
  if (countHan(item.unicode) > 0) return state.size * state.scale;
  const thin = Math.abs(told) < narrowestDigit * em && digit.test(item.unicode);
  return (thin ? state.size / 2 : told) * state.scale;
}

/** The box around a rectangle of the space of the text. */
function boxOf([a, b, c, d, e, f]: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const left = Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e;
  const top = Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f;
  const right = Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e;
  const bottom = Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f;
  return [left, top, right, bottom];
}

function glyphAt(pen: Pen, item: ShownGlyph, along: number): PrintedGlyph {
  const { state, font, to, size } = pen;
  // A vertical glyph hangs below its point, centred on it.
  const left = font.vertical ? state.x - size / 2 : state.x + along * state.scale;
  const width = font.vertical ? size : widthOf(state, font, item);
  const base = font.vertical ? state.y - along - size * above : state.y + state.rise;
  return {
    text: textOf(item, font),
    box: boxOf(to, left, base - below * size, left + width, base + above * size),
    baseline: to[1] * left + to[3] * base + to[5],
    size: pen.height,
    bold: font.bold,
    red: pen.red,
    angle: pen.angle,
    light: pen.light,
  };
}
