/** Finds circles of a known size among the ink of a page, whatever is written across them. */
import type { Mask } from '../ink.ts';

export interface Circle {
  /** Middle and radius in pixels of the mask. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The search runs on squares of this many pixels. */
const square = 10;
const voters = 32;
/** Part of a circle's outline that must vote for its middle, and that must then be found as ink. */
const [enoughVotes, enoughInk] = [0.7, 0.85];
/** Of each radius, so many middles are looked at. */
const likeliest = 6;
const directions = 90;
/** Directions in which nothing stands beside a ring. */
const mostlyPaper = 0.2;
/** Of the directions, those in which there is ink anywhere in a ring's width. */
const inked = 0.4;
/** A page has at most so many. */
const most = 3;

/** @param radii Smallest and largest, in pixels. */
export function circlesOf(
  mask: Mask,
  [least, largest]: readonly [number, number],
): readonly Circle[] {
  const rough = thinned(mask);
  const found: Circle[] = [];
  for (let radius = least / square; radius <= largest / square + 1; radius += 1) {
    for (const at of middles(rough, radius)) {
      const x = ((at % rough.width) + 0.5) * square;
      const y = (Math.floor(at / rough.width) + 0.5) * square;
      const exact = fitted(mask, { x, y, radius: radius * square });
      if (exact === null || !isRing(mask, exact) || found.length === most) continue;
      if (!found.some((other) => meets(other, exact))) found.push(exact);
    }
  }
  return found;
}

const meets = (a: Circle, b: Circle): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.radius;

/** Squares with ink. */
function thinned({ width, height, data }: Mask): Mask {
  const [w, h] = [Math.ceil(width / square), Math.ceil(height / square)];
  const ink = new Uint8Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square) * w;
    for (let x = 0; x < width; x++) if (data[y * width + x]) ink[row + Math.floor(x / square)] = 1;
  }
  return { width: w, height: h, data: ink };
}

/** Squares for which most of a circle around them votes, most votes first. */
function middles({ width, height, data }: Mask, radius: number): readonly number[] {
  const steps = Array.from({ length: voters }, (_, i) => {
    // Far ones first: text that is no circle is given up soon.
    const angle = (2 * Math.PI * ((i * 11) % voters)) / voters;
    return Math.round(radius * Math.sin(angle)) * width + Math.round(radius * Math.cos(angle));
  });
  const candidates: { at: number; votes: number }[] = [];
  const reach = Math.ceil(radius);
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const votes = votesFor(data, y * width + x, steps);
      if (votes > 0) candidates.push({ at: y * width + x, votes });
    }
  }
  return candidates
    .sort((a, b) => b.votes - a.votes)
    .slice(0, likeliest)
    .map(({ at }) => at);
}

/** Squares with ink on a circle; 0 when they are too few. */
function votesFor(data: Uint8Array, at: number, steps: readonly number[]): number {
  let missing = 0;
  const most = (1 - enoughVotes) * steps.length;
  for (let i = 0; i < steps.length; i++) {
    if (data[at + (steps[i] ?? 0)]) continue;
    missing++;
    if (missing > most) return 0;
  }
  return steps.length - missing;
}

/** The circle near a rough one that most ink lies on; null when its outline is not there. */
export function fitted(mask: Mask, rough: Circle): Circle | null {
  let best = { circle: rough, depth: depthOf(mask, rough) };
  for (const step of [4, 1.5]) {
    for (const circle of around(best.circle, step)) {
      const depth = depthOf(mask, circle);
      if (depth > best.depth) best = { circle, depth };
    }
  }
  return clearness(mask, best.circle) >= enoughInk ? best.circle : null;
}

/** How much of a ring's width lies on a circle: most where both have one middle. */
const depthOf = (mask: Mask, { x, y, radius }: Circle): number =>
  [-2, 0, 2].reduce((sum, off) => sum + shareOf(mask, x, y, (at) => at(radius + off)), 0);

const moves = [-2, -1, 0, 1, 2];

const around = ({ x, y, radius }: Circle, step: number): readonly Circle[] =>
  moves.flatMap((dx) =>
    moves.flatMap((dy) =>
      moves.map((dr) => ({ x: x + dx * step, y: y + dy * step, radius: radius + dr * step })),
    ),
  );

/** Share of the directions in which ink lies on the outline. */
const clearness = (mask: Mask, { x, y, radius }: Circle): number =>
  shareOf(mask, x, y, (at) => at(radius) || at(radius - 1.5) || at(radius + 1.5));

/** Inside and outside of a ring lies paper, here and there with letters; of a dark picture, none. */
const isRing = (mask: Mask, { x, y, radius }: Circle): boolean =>
  shareOf(mask, x, y, (at) => !at(0.91 * radius) && !at(1.09 * radius)) >= mostlyPaper;

/** From where to where a ring's ink reaches, in pixels from its middle. */
export function ringWidth(mask: Mask, { x, y, radius }: Circle): readonly [number, number] {
  const isInked = (r: number): boolean => shareOf(mask, x, y, (at) => at(r)) >= inked;
  let [from, to] = [radius, radius];
  while (from > 0.9 * radius && isInked(from - 1)) from--;
  while (to < 1.1 * radius && isInked(to + 1)) to++;
  return [from, to];
}

type IsInk = (radius: number) => boolean;

/** Share of the directions in which something is true of what lies at some distances from a point. */
function shareOf(
  { width, data }: Mask,
  x: number,
  y: number,
  test: (at: IsInk) => boolean,
): number {
  let count = 0;
  for (let i = 0; i < directions; i++) {
    const angle = (2 * Math.PI * i) / directions;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    if (test((r) => data[Math.round(y + r * sin) * width + Math.round(x + r * cos)] === 1)) count++;
  }
  return count / directions;
}
