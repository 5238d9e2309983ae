/** Walks the graphic objects of a page and notes what they print: characters, lines, images. */
import type { Box } from '@xxgk/extract/document';
import { TooLargeError } from '../../../errors.ts';
import { child, elements, type XmlElement } from '../../package/xml.ts';
import { isWhite, type Rgb } from '../../paged/color.ts';
import type { Glyph, PageInk, Ruling } from '../../paged/glyph.ts';
import { apply, type Matrix, multiply } from '../../paged/matrix.ts';
import { filled, stroked } from '../../paged/rulings.ts';
import { areaOf, numberOf, placing } from '../package/numbers.ts';
import { textOf } from '../package/part.ts';
import type { Resources } from '../package/resources.ts';
import { colorOf, opacityOf } from './color.ts';
import { outlines, type PathStep, stepsOf } from './path-data.ts';
import { glyphsOf } from './text-object.ts';

/** An image on the page: the part that holds it, and the place of its unit square in page points. */
export interface Picture {
  readonly kind: 'picture';
  /** Undefined when the package does not name it. */
  readonly part: string | undefined;
  readonly to: Matrix;
  readonly box: Box;
  /** How many glyphs of the page were painted before it. */
  readonly after: number;
  /** What is below it cannot be seen. */
  readonly opaque: boolean;
}

/** A colour and how much it covers, 0 to 1. */
export interface Paint {
  readonly color: Rgb;
  readonly opacity: number;
}

/** A drawn shape, for pages that have to be drawn again. */
export interface Shape {
  readonly kind: 'shape';
  readonly steps: readonly PathStep[];
  /** From the space of the steps to page points. */
  readonly to: Matrix;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  readonly rule: 'evenodd' | 'nonzero';
  /** Width of the stroke, in the space of the steps. */
  readonly lineWidth: number;
}

export interface OfdInk extends PageInk {
  /** In the order in which they are painted. */
  readonly drawings: readonly (Picture | Shape)[];
  /** Painted without any colour that covers: text that somebody's OCR laid on a scan. */
  readonly invisible: readonly Glyph[];
}

const objectLimit = 2_000_000;
/** Graphics inside graphics. */
const depthLimit = 16;

interface Walk {
  readonly resources: Resources;
  readonly glyphs: Glyph[];
  readonly invisible: Glyph[];
  readonly rulings: Ruling[];
  readonly images: Box[];
  readonly drawings: (Picture | Shape)[];
  objects: number;
}

type Handler = (walk: Walk, object: XmlElement, outer: Matrix, depth: number) => void;

/** Letters are filled where nothing else is said (GB/T 33190-2016 §11.2). */
function isSeen(object: XmlElement, resources: Resources): boolean {
  const fill = object.attributes['Fill'] !== 'false' && opacityOf(object, 'FillColor', resources);
  const stroke =
    object.attributes['Stroke'] === 'true' && opacityOf(object, 'StrokeColor', resources);
  return Number(fill) > 0 || Number(stroke) > 0;
}

const text: Handler = (walk, object, outer) => {
  const onto = isSeen(object, walk.resources) ? walk.glyphs : walk.invisible;
  for (const glyph of glyphsOf(object, outer, walk.resources)) onto.push(glyph);
};

const black: Rgb = [0, 0, 0];
const usualLineWidth = 0.353;

const path: Handler = ({ resources, rulings, drawings }, object, outer) => {
  const { attributes } = object;
  const steps = stepsOf(textOf(child(object, 'AbbreviatedData')));
  const to = multiply(outer, placing(object));
  const paint = (name: 'FillColor' | 'StrokeColor', drawn: boolean): Paint | undefined => {
    const opacity = drawn ? opacityOf(object, name, resources) : 0;
    return opacity > 0 ? { color: colorOf(object, name, resources) ?? black, opacity } : undefined;
  };
  const stroke = paint('StrokeColor', attributes['Stroke'] !== 'false');
  const fill = paint('FillColor', attributes['Fill'] === 'true');
  const lineWidth = numberOf(attributes['LineWidth']) ?? usualLineWidth;
  const rule = attributes['Rule'] === 'Even-Odd' ? 'evenodd' : 'nonzero';
  drawings.push({ kind: 'shape', steps, to, fill, stroke, rule, lineWidth });
  const shape = outlines(steps, to);
  for (const line of stroke && !isWhite(stroke.color) ? stroked(shape) : []) rulings.push(line);
  for (const line of fill && !isWhite(fill.color) ? filled(shape) : []) rulings.push(line);
};

const image: Handler = ({ resources, glyphs, images, drawings }, object, outer) => {
  // Without a CTM the image fills its boundary.
  const { width, height } = areaOf(object.attributes['Boundary']) ?? { width: 0, height: 0 };
  const inner = placing(object);
  const filling: Matrix = [width, 0, 0, height, inner[4], inner[5]];
  const to = multiply(outer, object.attributes['CTM'] === undefined ? filling : inner);
  const corners = [apply(to, 0, 0), apply(to, 1, 0), apply(to, 0, 1), apply(to, 1, 1)] as const;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  images.push(box);
  drawings.push({
    kind: 'picture',
    part: resources.images.get(object.attributes['ResourceID'] ?? ''),
    to,
    box,
    after: glyphs.length,
    opaque: opacityOf(object, 'FillColor', resources) === 1,
  });
};

const composite: Handler = (walk, object, outer, depth) => {
  const content = walk.resources.graphics.get(object.attributes['ResourceID'] ?? '');
  if (content) walkInto(walk, content, multiply(outer, placing(object)), depth + 1);
};

const handlers: Readonly<Record<string, Handler>> = {
  TextObject: text,
  PathObject: path,
  ImageObject: image,
  CompositeObject: composite,
  PageBlock: walkInto,
  Layer: walkInto,
  Content: walkInto,
};

/** Drawing parameters of a layer hold for its objects (GB/T 33190-2016 §7.7). */
function inheriting(object: XmlElement, { attributes }: XmlElement): XmlElement {
  const { DrawParam: shared } = attributes;
  if (shared === undefined || object.attributes['DrawParam'] !== undefined) return object;
  return { ...object, attributes: { ...object.attributes, DrawParam: shared } };
}

function walkInto(walk: Walk, parent: XmlElement, outer: Matrix, depth: number): void {
  if (depth > depthLimit) {
    throw new TooLargeError('The nesting of graphics in this OFD', `${depthLimit} levels`);
  }
  for (const object of elements(parent)) {
    walk.objects += 1;
    if (walk.objects > objectLimit) {
      throw new TooLargeError('A page of this OFD', `${objectLimit} graphic objects`);
    }
    if (object.attributes['Visible'] === 'false') continue;
    handlers[object.name]?.(walk, inheriting(object, parent), outer, depth);
  }
}

/**
 * @param layers Elements whose graphic objects are printed, in order.
 * @param view From millimetres of the page to page points as displayed.
 */
export function inkOf(layers: readonly XmlElement[], view: Matrix, resources: Resources): OfdInk {
  const walk: Walk = {
    resources,
    glyphs: [],
    invisible: [],
    rulings: [],
    images: [],
    drawings: [],
    objects: 0,
  };
  for (const layer of layers) walkInto(walk, layer, view, 0);
  return walk;
}
