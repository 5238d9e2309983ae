/** The state of the walk over the operators of a page, and what it has found so far. */
import type { Box } from '@xxgk/extract/document';
import type { Ruling } from '../../paged/glyph.ts';
import { type Matrix, matrixOf, multiply } from '../../paged/matrix.ts';
import { noPlausible } from '../../paged/plausible.ts';
import type { Covers } from './covers.ts';
import type { Font } from './fonts.ts';
import type { PaintState } from './paint-state.ts';
import type { FontUse, Picture, PrintedGlyph, Unseen } from './printed.ts';

/** What the walk has to know besides the operators. */
export interface Surroundings {
  /** The transform from PDF space to the page as displayed. */
  readonly view: Matrix;
  /** Points, as displayed. */
  readonly width: number;
  readonly height: number;
  /** Font by the name that `setFont` uses; null when it does not load. */
  readonly fontOf: (name: string) => Font | null;
  /** Whether a layer (optional content, as pdf.js describes it) is switched on. */
  readonly isVisible: (layer: unknown) => boolean;
}

export interface Walk {
  readonly around: Surroundings;
  state: PaintState;
  readonly stack: PaintState[];
  /** One entry for each open marked content: whether its layer, and those around it, are on. */
  readonly layers: boolean[];
  /** Id of the annotation whose appearance is painted. */
  annotation: string | undefined;
  /** A clipping operator waits for the path that it clips to. */
  clips: boolean;
  readonly glyphs: PrintedGlyph[];
  readonly unseen: (Unseen | null)[];
  readonly covers: Covers;
  readonly rulings: Ruling[];
  readonly pictures: Picture[];
  readonly annotations: Map<string, PrintedGlyph[]>;
  readonly fonts: Map<Font, FontUse>;
  shapes: number;
  lost: number;
}

export type Handler = (walk: Walk, args: readonly unknown[]) => void;

/** A hostile file nests deeper; what is below is painted with the state it has then. */
const deepest = 10_000;

export const save: Handler = (walk) => {
  if (walk.stack.length < deepest) walk.stack.push({ ...walk.state });
};

export const restore: Handler = (walk) => {
  // The first entry is the page's own state.
  if (walk.stack.length > 1) walk.state = walk.stack.pop() ?? walk.state;
};

export const concat = (walk: Walk, value: unknown): void => {
  const matrix = matrixOf(value);
  if (matrix) walk.state.ctm = multiply(walk.state.ctm, matrix);
};

/** What both boxes hold; empty boxes have no extent. */
export const intersection = (a: Box | null, b: Box): Box =>
  a === null
    ? b
    : [
        Math.max(a[0], b[0]),
        Math.max(a[1], b[1]),
        Math.max(Math.max(a[0], b[0]), Math.min(a[2], b[2])),
        Math.max(Math.max(a[1], b[1]), Math.min(a[3], b[3])),
      ];

/** The counts of the font in use. */
export function useOf(walk: Walk, font: Font): FontUse {
  const found = walk.fonts.get(font);
  if (found) return found;
  const made = { ...noPlausible(), name: font.name };
  walk.fonts.set(font, made);
  return made;
}

export const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
