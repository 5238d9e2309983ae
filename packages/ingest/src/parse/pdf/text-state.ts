/**
 * The text state of a page description and the places of its glyphs (ISO 32000-2 §9.3, §9.4).
 *
 * pdf.js resolves fonts and encodings; what is left is the arithmetic of where each glyph stands.
 */
import type { Glyph } from '../paged/glyph.ts';
import { apply, identity, type Matrix, multiply } from '../paged/matrix.ts';

/** What the arithmetic needs of a font of pdf.js. */
export interface Font {
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Width of a thousandth of the letter height, mostly 0.001. */
  readonly unit: number;
}

/** A glyph as pdf.js lists it in `showText`. */
export interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

export interface TextState {
  ctm: Matrix;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  red: boolean;
  white: boolean;
}

export function initialState(ctm: Matrix): TextState {
  return {
    ctm,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    red: false,
    white: false,
  };
}

export function placeText(state: TextState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.lineX = 0;
  state.y = state.lineY = 0;
}

export function moveText(state: TextState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

// A glyph is printed, so a control character in its place is a map that does not know it.
const control = /^(?![\t\n\r])\p{Cc}$/u;
/** Stands for a glyph whose character the file does not tell. */
const unknown = '\uFFFD';

/** Above and below the baseline, as parts of the letter height. */
const above = 0.88;
const below = 0.12;

/** How far the point moves from one glyph to the next, along the line or down the column. */
function stepOf(
  { size, charSpacing, wordSpacing }: TextState,
  font: Font,
  item: ShownGlyph,
): number {
  const advance = advanceOf(item, font, size);
  const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
  return font.vertical ? advance - spacing : advance + spacing;
}

const advanceOf = (item: ShownGlyph, font: Font, size: number): number =>
  (font.vertical ? heightOf(item) : item.width) * size * font.unit;

/** The glyphs of one `showText`, and the state moved behind them. */
export function show(state: TextState, shown: readonly (ShownGlyph | number)[]): Glyph[] {
  const { font, size } = state;
  if (!font || size === 0) return [];
  const glyphs: Glyph[] = [];
  let along = 0;
  for (const item of shown) {
    if (typeof item === 'number') {
      along += ((font.vertical ? 1 : -1) * item * size) / 1000;
    } else {
      if (item.unicode !== '') glyphs.push(glyphAt(state, font, item, along));
      along += stepOf(state, font, item);
    }
  }
  if (font.vertical) state.y -= along;
  else state.x += along * state.scale;
  return glyphs;
}

const heightOf = (glyph: ShownGlyph): number => -(glyph.vmetric?.[0] ?? -1000);

function glyphAt(state: TextState, font: Font, item: ShownGlyph, along: number): Glyph {
  const to = multiply(state.ctm, state.textMatrix);
  const { size } = state;
  // A vertical glyph hangs below its point, centred on it.
  const left = font.vertical ? state.x - size / 2 : state.x + along * state.scale;
  const width = font.vertical ? size : advanceOf(item, font, size) * state.scale;
  const base = font.vertical ? state.y - along - size * above : state.y + state.rise;
  const corners = [
    apply(to, left, base - below * size),
    apply(to, left + width, base - below * size),
    apply(to, left, base + above * size),
    apply(to, left + width, base + above * size),
  ] as const;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const origin = apply(to, left, base);
  return {
    text: control.test(item.unicode) ? unknown : item.unicode,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    baseline: origin[1],
    size: Math.abs(size) * Math.hypot(to[2], to[3]),
    bold: font.bold,
    red: state.red,
    angle: (Math.atan2(to[1] * Math.sign(size), to[0] * Math.sign(size)) * 180) / Math.PI,
  };
}
