/** Colours of graphic objects (GB/T 33190-2016 §8.3). */
import { child, type XmlElement } from '../../package/xml.ts';
import type { Rgb } from '../../paged/color.ts';
import { numberOf } from '../package/numbers.ts';
import type { Resources } from '../package/resources.ts';

const space = /\s+/u;

/** How far drawing parameters may inherit from each other. */
const chain = 8;

const channel = (word: string): number =>
  word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number(word);

function rgbOf(values: readonly number[], type: string): Rgb | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (!values.every(Number.isFinite)) return undefined;
  if (type === 'CMYK' || values.length === 4) {
    const ink = (part: number): number => 255 * (1 - part / 255) * (1 - d / 255);
    return [ink(a), ink(b), ink(c)];
  }
  if (type === 'GRAY' || values.length === 1) return [a, a, a];
  return values.length === 3 ? [a, b, c] : undefined;
}

/** The element that says the colour: the object's own, or that of its drawing parameters. */
function colorElement(
  object: XmlElement,
  name: 'FillColor' | 'StrokeColor',
  { drawParams }: Resources,
): XmlElement | undefined {
  let found = child(object, name);
  let next = object.attributes['DrawParam'];
  for (let step = 0; !found && next !== undefined && step < chain; step += 1) {
    const param = drawParams.get(next);
    found = child(param, name);
    next = param?.attributes['Relative'];
  }
  return found;
}

/** Undefined when the object leaves it open, or paints with a pattern. */
export function colorOf(
  object: XmlElement,
  name: 'FillColor' | 'StrokeColor',
  resources: Resources,
): Rgb | undefined {
  const color = colorElement(object, name, resources);
  const value = color?.attributes['Value'];
  if (value === undefined) return undefined;
  const values = value.trim().split(space).map(channel);
  return rgbOf(values, resources.colorSpaces.get(color?.attributes['ColorSpace'] ?? '') ?? '');
}

/** How much the paint covers, 0 to 1. */
export function opacityOf(
  object: XmlElement,
  name: 'FillColor' | 'StrokeColor',
  resources: Resources,
): number {
  const color = colorElement(object, name, resources);
  const full = 255;
  const own = numberOf(object.attributes['Alpha']) ?? full;
  const paint = numberOf(color?.attributes['Alpha']) ?? full;
  return Math.min(1, Math.max(0, (own / full) * (paint / full)));
}
