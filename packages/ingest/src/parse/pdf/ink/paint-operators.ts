/** Operators that paint paths and pictures, clip, and set colours (ISO 32000-2 §8). */
import type { Box } from '@xxgk/extract/document';
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type Matrix, matrixOf } from '../../paged/matrix.ts';
import { filled, type Point, stroked } from '../../paged/rulings.ts';
import { colorOf, isOpaque, lightness } from './paint-state.ts';
import { drawn } from './paths.ts';
import { type Handler, intersection, number, type Walk } from './walk.ts';

const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** The box around a box of another space. */
export function boxIn(
  [left, bottom, right, top]: ArrayLike<number> & Iterable<number>,
  to: Matrix,
): Box {
  const corners = [
    apply(to, left ?? 0, bottom ?? 0),
    apply(to, right ?? 0, bottom ?? 0),
    apply(to, left ?? 0, top ?? 0),
    apply(to, right ?? 0, top ?? 0),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const numbersOf = (value: unknown): Float32Array | undefined =>
  value instanceof Float32Array ? value : undefined;

/** The box of an outline that is a rectangle along the edges of the page. */
function rectangleOf(points: readonly Point[]): Box | undefined {
  if (points.length < 4 || points.length > 6) return undefined;
  const straight = points.every(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    return Math.abs(x - nextX) < 0.5 || Math.abs(y - nextY) < 0.5;
  });
  if (!straight) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Fills outlines: they become a background, cover what is below, and thin ones are rulings. */
function fill(walk: Walk, outlines: readonly (readonly Point[])[]): void {
  const { state, covers } = walk;
  const light = lightness(state.fill, state.alpha);
  const opaque = isOpaque(state);
  for (const points of outlines) {
    const box = rectangleOf(points);
    if (!box) continue;
    const shown = intersection(state.clip, box);
    if (opaque) covers.cover(shown, walk.glyphs, walk.unseen);
    covers.paint(shown, state.patterned ? 128 : light);
  }
  if (walk.annotation === undefined && !(light >= 250 && !state.patterned)) {
    walk.rulings.push(...filled(outlines));
  }
}

/** Shapes with curves: below white letters they are a ground, unless the ground is white itself. */
function ground(walk: Walk, bounds: Float32Array): void {
  const { state, covers } = walk;
  const box = intersection(state.clip, boxIn(bounds, state.ctm));
  covers.paint(box, state.patterned ? 128 : lightness(state.fill, state.alpha));
}

/** Paints a path: areas and rulings of it, and how many outlines are neither. */
function paint(walk: Walk, how: number, numbers: Float32Array, bounds: Float32Array): void {
  const { outlines, shapes } = drawn(numbers, walk.state.ctm);
  if (fills.has(how)) {
    if (shapes > 0) ground(walk, bounds);
    fill(walk, outlines);
  }
  // Boxes around fields and remarks are no tables.
  if (walk.annotation !== undefined) return;
  if (strokes.has(how)) walk.rulings.push(...stroked(outlines));
  walk.shapes += shapes;
}

const path: Handler = (walk, [operator, parts, minMax]) => {
  const numbers = numbersOf(Array.isArray(parts) ? parts[0] : null);
  const bounds = numbersOf(minMax);
  const how = number(operator);
  if (numbers && bounds) {
    const paints = fills.has(how) || strokes.has(how);
    if (paints && walk.layers.at(-1) !== false) paint(walk, how, numbers, bounds);
    if (walk.clips) walk.state.clip = intersection(walk.state.clip, boxIn(bounds, walk.state.ctm));
  }
  walk.clips = false;
};

const unit = [0, 0, 1, 1];

const picture =
  (opaque: boolean): Handler =>
  (walk) => {
    if (walk.layers.at(-1) === false) return;
    const { state } = walk;
    const whole = boxIn(unit, state.ctm);
    const box = intersection(state.clip, whole);
    walk.covers.paint(box, 128);
    if (walk.annotation !== undefined) return;
    walk.pictures.push({ box, after: walk.glyphs.length, opaque: opaque && isOpaque(state) });
  };

const solid: Handler = (walk) => {
  const { state } = walk;
  walk.covers.paint(
    intersection(state.clip, boxIn(unit, state.ctm)),
    lightness(state.fill, state.alpha),
  );
};

const fillColor: Handler = ({ state }, [color]) => {
  Object.assign(state, { fill: colorOf(color), patterned: false });
};

const strokeColor: Handler = ({ state }, [color]) => {
  state.stroke = colorOf(color);
};

const clip: Handler = (walk) => {
  walk.clips = true;
};

/** Clips to a box of the current space. */
export function clipTo(walk: Walk, value: unknown): void {
  const bounds = matrixOf([...(numbersOf(value) ?? []), 0, 0]);
  if (!bounds) return;
  walk.state.clip = intersection(walk.state.clip, boxIn(bounds.slice(0, 4), walk.state.ctm));
}

export const paintOperators: readonly (readonly [number, Handler])[] = [
  [OPS.constructPath, path],
  [OPS.clip, clip],
  [OPS.eoClip, clip],
  [OPS.setFillRGBColor, fillColor],
  [OPS.setStrokeRGBColor, strokeColor],
  [OPS.setFillColorN, ({ state }) => Object.assign(state, { fill: 0, patterned: true })],
  [OPS.setFillTransparent, ({ state }) => Object.assign(state, { fill: 0, patterned: true })],
  [OPS.paintImageXObject, picture(true)],
  [OPS.paintInlineImageXObject, picture(true)],
  [OPS.paintImageMaskXObject, picture(false)],
  [OPS.paintSolidColorImageMask, solid],
];
