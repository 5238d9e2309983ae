/** Numbers, boxes and transforms as OFD writes them in attributes (GB/T 33190-2016 §7.3). */
import type { Box } from '@xxgk/extract/document';
import type { XmlElement } from '../../package/xml.ts';
import { apply, identity, type Matrix, matrixOf, multiply } from '../../paged/matrix.ts';

const space = /\s+/u;

/** Numbers between spaces; none when one of them is no number. */
export function numbersOf(value: string | undefined): number[] {
  const numbers = (value ?? '').split(space).filter(Boolean).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
}

/** One number; undefined when there is none. */
export const numberOf = (value: string | undefined): number | undefined => numbersOf(value)[0];

/** ST_Box: left, top, width, height; millimetres. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function areaOf(value: string | undefined): Area | undefined {
  const [x, y, width, height] = numbersOf(value);
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return undefined;
  }
  return { x, y, width, height };
}

/** From the space inside a graphic object to that around it: its CTM, then its place (§8.5). */
export function placing({ attributes }: XmlElement): Matrix {
  const { x, y } = areaOf(attributes['Boundary']) ?? { x: 0, y: 0 };
  const inner = matrixOf(numbersOf(attributes['CTM'])) ?? identity;
  return multiply([1, 0, 0, 1, x, y], inner);
}

/** An area as a box of page points. */
export function boxIn({ x, y, width, height }: Area, view: Matrix): Box {
  const [x0, y0] = apply(view, x, y);
  const [x1, y1] = apply(view, x + width, y + height);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
