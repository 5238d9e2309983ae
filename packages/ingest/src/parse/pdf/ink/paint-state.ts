/** The graphics state of a page description, as far as it tells what is seen and where. */
import type { Box } from '@xxgk/extract/document';
import type { Rgb } from '../../paged/color.ts';
import { identity, type Matrix } from '../../paged/matrix.ts';
import type { Font } from './fonts.ts';

export interface PaintState {
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
  /** Text rendering mode (ISO 32000-2 §9.3.6): 3 neither fills nor strokes. */
  mode: number;
  /** 0xRRGGBB. */
  fill: number;
  stroke: number;
  /** Filling is a pattern: it may let through what is below. */
  patterned: boolean;
  /** Opacity of fills, 0 to 1, with that of the groups around. */
  alpha: number;
  /** Opacity that the groups around leave. */
  groupAlpha: number;
  /** Blended with what is below, or through a mask. */
  blended: boolean;
  masked: boolean;
  /** What can be painted on, page points; null for the whole page. */
  clip: Box | null;
}

export const initialState = (ctm: Matrix): PaintState => ({
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
  mode: 0,
  fill: 0,
  stroke: 0,
  patterned: false,
  alpha: 1,
  groupAlpha: 1,
  blended: false,
  masked: false,
  clip: null,
});

export function placeText(state: PaintState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.lineX = 0;
  state.y = state.lineY = 0;
}

export function moveText(state: PaintState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

/** Whether a fill hides what is below it. */
export const isOpaque = ({ alpha, blended, masked, patterned }: PaintState): boolean =>
  alpha > 0.95 && !blended && !masked && !patterned;

export const channels = (color: number): Rgb => [color >> 16, (color >> 8) & 255, color & 255];

/** How light ink looks on white paper, 0 to 255 (weights of ITU-R BT.601). */
export function lightness(color: number, alpha: number): number {
  const [red, green, blue] = channels(color);
  return 255 - alpha * (255 - (0.299 * red + 0.587 * green + 0.114 * blue));
}

const hex = /^#[0-9a-f]{6}$/i;

/** A colour as pdf.js writes it; black for what it is not. */
export const colorOf = (value: unknown): number =>
  typeof value === 'string' && hex.test(value) ? Number.parseInt(value.slice(1), 16) : 0;
