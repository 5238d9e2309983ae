/** Operators that show text or say how (ISO 32000-2 §9.3, §9.4), as pdf.js lists them. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { matrixOf } from '../../paged/matrix.ts';
import { count } from '../../paged/plausible.ts';
import { moveText, type PaintState, placeText } from './paint-state.ts';
import type { PrintedGlyph, Unseen } from './printed.ts';
import { type ShownGlyph, show } from './text-state.ts';
import { type Handler, number, useOf, type Walk } from './walk.ts';

/** Neither filled nor stroked; the other modes from 4 on also clip. */
const invisible = 3;
/** Only clips: what is painted next is seen through the letters. */
const clipping = 7;
/** Letters lower than this, in points, are not read by anybody. */
const smallest = 1.2;
/** Ink and ground so close in lightness look the same. */
const alike = 10;

export const setFont = (walk: Walk, name: unknown, size: unknown): void => {
  walk.state.font = typeof name === 'string' ? walk.around.fontOf(name) : null;
  walk.state.size = number(size);
};

const outside = ([left, top, right, bottom]: readonly number[], x: number, y: number): boolean =>
  x < (left ?? 0) || y < (top ?? 0) || x > (right ?? 0) || y > (bottom ?? 0);

/** Why a glyph that is painted now cannot be seen. */
function unseenBy(walk: Walk, { box, size, light }: PrintedGlyph): Unseen | null {
  const { state, around, layers } = walk;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  if (state.mode === invisible || layers.at(-1) === false) return 'invisible-text';
  if (outside([0, 0, around.width, around.height], x, y)) return 'off-page-text';
  if (state.clip && outside(state.clip, x, y)) return 'clipped-text';
  if (size < smallest) return 'tiny-text';
  const pale = light > 255 - alike && !state.patterned;
  if (pale && Math.abs(walk.covers.below(box) - light) <= alike) return 'invisible-text';
  return null;
}

const showText: Handler = (walk, [shown]) => {
  if (!Array.isArray(shown)) return;
  const { state } = walk;
  const items = shown as (ShownGlyph | number | null)[];
  if (!state.font) {
    walk.lost += items.filter((item) => typeof item === 'object' && item !== null).length;
    return;
  }
  if (state.size === 0) return;
  const use = useOf(walk, state.font);
  const own = walk.annotation === undefined ? undefined : walk.annotations.get(walk.annotation);
  for (const glyph of show(state, state.font, items)) {
    const unseen = unseenBy(walk, glyph);
    if (own) {
      if (unseen === null) own.push(glyph);
      continue;
    }
    if (unseen === null) count(use, glyph.text);
    walk.covers.add(glyph, walk.glyphs.length);
    walk.glyphs.push(glyph);
    walk.unseen.push(unseen);
  }
};

/** An operator that sets one number of the state. */
const setting =
  (change: (value: number) => Partial<PaintState>): Handler =>
  ({ state }, [value]) => {
    Object.assign(state, change(number(value)));
  };

export const textOperators: readonly (readonly [number, Handler])[] = [
  [OPS.beginText, ({ state }) => placeText(state, [1, 0, 0, 1, 0, 0])],
  [
    OPS.setTextMatrix,
    ({ state }, args) => {
      const matrix = matrixOf(args.length === 1 ? args[0] : args);
      if (matrix) placeText(state, matrix);
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
  [OPS.setTextRenderingMode, setting((value) => ({ mode: value === clipping ? 0 : value & 3 }))],
  [OPS.setFont, (walk, [name, size]) => setFont(walk, name, size)],
  [OPS.showText, showText],
];
