/** Walks the operators of one page and notes what they print: glyphs, lines, images. */
import type { Box } from '@xxgk/extract/document';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { isRed, isWhite } from '../paged/color.ts';
import type { Glyph, PageInk, Ruling } from '../paged/glyph.ts';
import { apply, type Matrix, matrixOf, multiply } from '../paged/matrix.ts';
import { filled, stroked } from '../paged/rulings.ts';
import { outlines } from './paths.ts';
import {
  type Font,
  initialState,
  moveText,
  placeText,
  type ShownGlyph,
  show,
  type TextState,
} from './text-state.ts';

/** The operators of a page as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Walk {
  state: TextState;
  readonly stack: TextState[];
  readonly fontOf: (name: string) => Font | null;
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  readonly images: Box[];
}

type Handler = (walk: Walk, args: readonly unknown[]) => void;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);

const save: Handler = (walk) => {
  walk.stack.push({ ...walk.state });
};

const restore: Handler = (walk) => {
  walk.state = walk.stack.pop() ?? walk.state;
};

const concat = (walk: Walk, value: unknown): void => {
  const matrix = matrixOf(value);
  if (matrix) walk.state.ctm = multiply(walk.state.ctm, matrix);
};

const setFont = (walk: Walk, name: unknown, size: unknown): void => {
  walk.state.font = typeof name === 'string' ? walk.fontOf(name) : null;
  walk.state.size = number(size);
};

const showText: Handler = (walk, [shown]) => {
  if (!Array.isArray(shown)) return;
  // Entries of pdf.js without a glyph are null.
  const glyphs = shown.filter((item) => item !== null) as (ShownGlyph | number)[];
  for (const glyph of show(walk.state, glyphs)) walk.glyphs.push(glyph);
};

const path: Handler = (walk, [paint, parts]) => {
  const data: unknown = Array.isArray(parts) ? parts[0] : null;
  if (!ArrayBuffer.isView(data)) return;
  const numbers = data as unknown as ArrayLike<number>;
  const drawn = number(paint);
  if (strokes.has(drawn)) walk.rulings.push(...stroked(outlines(numbers, walk.state.ctm)));
  else if (fills.has(drawn) && !walk.state.white) {
    walk.rulings.push(...filled(outlines(numbers, walk.state.ctm)));
  }
};

const image: Handler = (walk) => {
  const corners = [apply(walk.state.ctm, 0, 0), apply(walk.state.ctm, 1, 1)] as const;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  walk.images.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
};

const rgb = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

const fillColor: Handler = (walk, [color]) => {
  const match = typeof color === 'string' ? rgb.exec(color) : null;
  const [red = 0, green = 0, blue = 0] = (match ?? [])
    .slice(1)
    .map((hex) => Number.parseInt(hex, 16));
  walk.state.red = isRed([red, green, blue]);
  walk.state.white = match !== null && isWhite([red, green, blue]);
};

const graphicsState: Handler = (walk, [pairs]) => {
  if (!Array.isArray(pairs)) return;
  for (const pair of pairs as unknown[]) {
    if (!Array.isArray(pair) || pair[0] !== 'Font' || !Array.isArray(pair[1])) continue;
    setFont(walk, pair[1][0], pair[1][1]);
  }
};

/** An operator that sets one number of the text state. */
const setting =
  (change: (value: number) => Partial<TextState>): Handler =>
  ({ state }, [value]) => {
    Object.assign(state, change(number(value)));
  };

const handlers = new Map<number, Handler>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (walk, args) => concat(walk, args)],
  [
    OPS.paintFormXObjectBegin,
    (walk, args) => {
      save(walk, args);
      concat(walk, args[0]);
    },
  ],
  [OPS.paintFormXObjectEnd, restore],
  [
    OPS.beginAnnotation,
    (walk, args) => {
      save(walk, args);
      const [first] = walk.stack;
      if (first) walk.state.ctm = first.ctm;
      concat(walk, args[2]);
      concat(walk, args[3]);
    },
  ],
  [OPS.endAnnotation, restore],
  [OPS.beginText, (walk) => placeText(walk.state, [1, 0, 0, 1, 0, 0])],
  [
    OPS.setTextMatrix,
    (walk, args) => {
      const matrix = matrixOf(args.length === 1 ? args[0] : args);
      if (matrix) placeText(walk.state, matrix);
    },
  ],
  [OPS.moveText, ({ state }, [x, y]) => moveText(state, number(x), number(y))],
  [
    OPS.setLeadingMoveText,
    ({ state }, [x, y]) => {
      state.leading = number(y);
      moveText(state, number(x), number(y));
    },
  ],
  [OPS.nextLine, ({ state }) => moveText(state, 0, state.leading)],
  [OPS.setLeading, setting((value) => ({ leading: -value }))],
  [OPS.setCharSpacing, setting((value) => ({ charSpacing: value }))],
  [OPS.setWordSpacing, setting((value) => ({ wordSpacing: value }))],
  [OPS.setHScale, setting((value) => ({ scale: value / 100 }))],
  [OPS.setTextRise, setting((value) => ({ rise: value }))],
  [OPS.setFont, (walk, [name, size]) => setFont(walk, name, size)],
  [OPS.setGState, graphicsState],
  [OPS.showText, showText],
  [OPS.constructPath, path],
  [OPS.setFillRGBColor, fillColor],
  [OPS.paintImageXObject, image],
  [OPS.paintInlineImageXObject, image],
  [OPS.paintImageMaskXObject, image],
]);

/**
 * @param view The transform from PDF space to the page as displayed.
 * @param fontOf Font by the name that `setFont` uses.
 */
export function inkOf(
  { fnArray, argsArray }: Operators,
  view: Matrix,
  fontOf: (name: string) => Font | null,
): PageInk {
  const walk: Walk = {
    state: initialState(view),
    stack: [initialState(view)],
    fontOf,
    glyphs: [],
    rulings: [],
    images: [],
  };
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    handlers.get(operator)?.(walk, Array.isArray(args) ? args : []);
  }
  return walk;
}
