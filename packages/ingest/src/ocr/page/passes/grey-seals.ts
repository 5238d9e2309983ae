/**
 * Finds seals that a copier has made grey or black: circles of 公章 size. Where the ring is paler than
 * the letters, the signature is freed of it; where it is as black, nothing can tell them apart:
 * the ring is taken away so that lines can be found, and what is read there is in doubt.
 */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../../engine.ts';
import { erased } from '../../table/rulings.ts';
import { cropped } from '../grey.ts';
import { inkOf, type Mask, paperLevel } from '../ink.ts';
import { patches } from '../patches.ts';
import { type Circle, circlesOf, ringWidth } from './circles.ts';
import type { GreySeal, Pass } from './pass.ts';

/** 国发〔1999〕25号: seals measure 42 to 50 mm; those for one use, and worn copies, from 38. */
const radii = [19, 25.5] as const;
const [inch, pageWidth] = [25.4, 210];
/** Grey levels by which a ring must be paler than the letters to be told from them. */
const paler = 40;
/** Of this distance, so much lies between the ring and what counts as letters: both are grainy. */
const margin = 0.3;
/** Part of the ink that is the core of strokes. */
const core = 0.25;

/** Radii in pixels; where the image does not say its resolution, its shorter side is that of an A4 sheet. */
function radiiOf({ width, height, dpi }: GreyImage): readonly [number, number] {
  const perMillimetre = dpi === null ? Math.min(width, height) / pageWidth : dpi / inch;
  return [radii[0] * perMillimetre, radii[1] * perMillimetre];
}

/** A ring prints no letters of its own into the signature. */
export const greySeals: Pass = {
  name: 'grey-seals',
  run(sheet) {
    const { black, hasRed } = sheet;
    // Where red was scanned as red, so was the seal.
    if (hasRed) return { sheet, did: null };
    const mask = inkOf(black, 0.8);
    const circles = circlesOf(mask, radiiOf(black));
    if (circles.length === 0) return { sheet, did: null };
    const text = levelOf(black, mask, outside(circles));
    const data = black.data.slice();
    const greySeals = circles.map((circle): GreySeal => {
      const box = boxOf(circle, black);
      const ring = levelOf(black, mask, onRing(circle));
      const apart = ring - text >= paler;
      if (apart) lift(black, data, box, Math.round(ring - margin * (ring - text)));
      else openRing(black, data, circle, ringWidth(mask, circle));
      return { box, apart };
    });
    const freed = greySeals.filter(({ apart }) => apart).length;
    return {
      sheet: { ...sheet, black: { ...black, data }, greySeals },
      did: `${circles.length} seals without colour found, ${freed} set apart from the text`,
    };
  },
};

type Where = (x: number, y: number) => boolean;

const distance = (x: number, y: number, circle: Circle): number =>
  Math.hypot(x - circle.x, y - circle.y);

const onRing =
  (circle: Circle): Where =>
  (x, y) =>
    Math.abs(distance(x, y, circle) - circle.radius) <= 2;

const outside =
  (circles: readonly Circle[]): Where =>
  (x, y) =>
    circles.every((circle) => distance(x, y, circle) > 1.1 * circle.radius);

function boxOf({ x, y, radius }: Circle, { width, height }: GreyImage): Box {
  const reach = radius * 1.06;
  return [
    Math.max(0, Math.floor(x - reach)),
    Math.max(0, Math.floor(y - reach)),
    Math.min(width, Math.ceil(x + reach)),
    Math.min(height, Math.ceil(y + reach)),
  ];
}

/** The level of the ink at some places: that of the darker strokes, for the edges of all are pale. */
function levelOf({ data }: GreyImage, { width, data: ink }: Mask, where: Where): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let i = 0; i < ink.length; i++) {
    if (!ink[i] || !where(i % width, Math.floor(i / width))) continue;
    counts[data[i] ?? 255] = (counts[data[i] ?? 255] ?? 0) + 1;
    all++;
  }
  let sum = 0;
  const middle = counts.findIndex((count) => {
    sum += count;
    return sum >= core * all && all > 0;
  });
  return middle < 0 ? 255 : middle;
}

/** Takes the ring away, and with it what crosses it: lines that it holds together would not be found. */
function openRing(
  { width, height }: GreyImage,
  data: Uint8Array,
  { x, y, radius }: Circle,
  [from, to]: readonly [number, number],
): void {
  const reach = Math.ceil(1.1 * radius);
  for (let v = Math.max(0, Math.floor(y) - reach); v < Math.min(height, y + reach); v++) {
    for (let u = Math.max(0, Math.floor(x) - reach); u < Math.min(width, x + reach); u++) {
      const r = Math.hypot(u - x, v - y);
      if (r >= from - rim && r <= to + rim) data[v * width + u] = 255;
    }
  }
}

/** Pixels from the core of a stroke within which its soft edges and thin ends lie. */
const edge = 2;

/** Inside the box, what is paler than a level and not the edge of a darker stroke becomes paper. */
function lift(image: GreyImage, data: Uint8Array, box: Box, level: number): void {
  const { width } = image;
  const limit = Math.min(level, paperLevel(image));
  const [x0, y0, x1, y1] = box;
  const dark = near(strokes(cropped(image, box), limit));
  for (let y = y0, at = 0; y < y1; y++) {
    for (let i = y * width + x0; i < y * width + x1; i++, at++) if (!dark[at]) data[i] = 255;
  }
}

/** Grains and crossings of the ring's own strokes are smaller in both directions. */
const smallest = 4;
/** Pixels beside a ring that are too pale for ink. */
const rim = 2;

/** What is darker than the limit, without specks. */
function strokes({ width, height, data }: GreyImage, limit: number): Mask {
  const mask = { width, height, data: data.map((level) => (level <= limit ? 1 : 0)) };
  const specks = patches(mask).filter(([x0, y0, x1, y1]) => Math.max(x1 - x0, y1 - y0) < smallest);
  return erased(mask, specks, 0);
}

/** Ink and what lies near it. */
function near({ width, height, data }: Mask): Uint8Array {
  const wide = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!data[y * width + x]) continue;
      for (let v = Math.max(0, y - edge); v <= Math.min(height - 1, y + edge); v++) {
        wide.fill(1, v * width + Math.max(0, x - edge), v * width + Math.min(width, x + edge + 1));
      }
    }
  }
  return wide;
}
