/** The characters of a TextObject with their places (GB/T 33190-2016 §11.2, §11.3). */
import { child, type XmlElement } from '../../package/xml.ts';
import { isRed } from '../../paged/color.ts';
import type { Glyph } from '../../paged/glyph.ts';
import { apply, type Matrix, multiply } from '../../paged/matrix.ts';
import { numberOf, numbersOf, placing } from '../package/numbers.ts';
import { named, textOf } from '../package/part.ts';
import type { Resources } from '../package/resources.ts';
import { colorOf } from './color.ts';
import { deltasOf } from './deltas.ts';
import { letterWidth } from './letter-width.ts';

/** Above and below the baseline, as parts of the letter height. */
const above = 0.88;
const below = 0.12;

const boldWeight = 700;
const lineBreaks = /[\r\n\t]/gu;
const control = /^\p{Cc}$/u;
/** Stands for a glyph whose character the file does not tell. */
const unknown = '\uFFFD';

/** What all characters of one object share. */
interface Setting {
  readonly to: Matrix;
  /** Millimetres, inside the object. */
  readonly size: number;
  readonly scale: number;
  /** Written from top to bottom. */
  readonly down: boolean;
  readonly bold: boolean;
  readonly red: boolean;
}

function settingOf(object: XmlElement, outer: Matrix, resources: Resources): Setting {
  const { attributes } = object;
  const color = colorOf(object, 'FillColor', resources);
  const weight = numberOf(attributes['Weight']) ?? 0;
  return {
    to: multiply(outer, placing(object)),
    size: numberOf(attributes['Size']) ?? 0,
    scale: numberOf(attributes['HScale']) ?? 1,
    down: numberOf(attributes['ReadDirection']) === 90,
    bold: weight >= boldWeight || resources.bold.get(attributes['Font'] ?? '') === true,
    red: color !== undefined && isRed(color),
  };
}

/** One character that begins at (x, y) on its baseline. */
function glyphAt(text: string, x: number, y: number, width: number, setting: Setting): Glyph {
  const { to, size, bold, red } = setting;
  const corners = [
    apply(to, x, y - above * size),
    apply(to, x + width, y - above * size),
    apply(to, x, y + below * size),
    apply(to, x + width, y + below * size),
  ] as const;
  const xs = corners.map(([left]) => left);
  const ys = corners.map(([, top]) => top);
  return {
    text: control.test(text) ? unknown : text,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    baseline: apply(to, x, y)[1],
    size: size * Math.hypot(to[2], to[3]),
    bold,
    red,
    angle: (Math.atan2(to[1], to[0]) * 180) / Math.PI,
  };
}

/** Glyphs of the embedded font for which the file gives no characters. */
const unnamed = (object: XmlElement): string[] =>
  named(object, 'CGTransform').flatMap((each) =>
    numbersOf(textOf(child(each, 'Glyphs'))).map(() => unknown),
  );

function codeGlyphs(
  code: XmlElement,
  characters: readonly string[],
  start: readonly [number, number],
  setting: Setting,
): Glyph[] {
  const { size, scale, down } = setting;
  const dx = deltasOf(code.attributes['DeltaX'], characters.length - 1);
  const dy = deltasOf(code.attributes['DeltaY'], characters.length - 1);
  let [x, y] = start;
  return characters.map((character, at) => {
    const width = letterWidth(character, size * scale, dx[at]);
    const glyph = glyphAt(character, x, y, width, setting);
    const placed = dx[at] !== undefined || dy[at] !== undefined;
    x += placed ? (dx[at] ?? 0) : down ? 0 : width;
    y += placed ? (dy[at] ?? 0) : down ? size : 0;
    return glyph;
  });
}

/** @param outer From the space around the object to page points. */
export function glyphsOf(object: XmlElement, outer: Matrix, resources: Resources): Glyph[] {
  const setting = settingOf(object, outer, resources);
  if (setting.size <= 0) return [];
  const glyphs: Glyph[] = [];
  let x = 0;
  let y = 0;
  for (const code of named(object, 'TextCode')) {
    // Where one is left out, the place of the code before goes on.
    x = numberOf(code.attributes['X']) ?? x;
    y = numberOf(code.attributes['Y']) ?? y;
    const text = textOf(code).replace(lineBreaks, '');
    const characters = text === '' ? unnamed(object) : [...text];
    for (const glyph of codeGlyphs(code, characters, [x, y], setting)) glyphs.push(glyph);
  }
  return glyphs;
}
