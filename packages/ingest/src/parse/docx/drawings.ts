/** What is anchored in a paragraph: pictures, embedded objects, charts. */
import { child, elements, type XmlElement } from '../package/xml.ts';
import type { Item } from '../word/paragraph.ts';
import type { Context } from './context.ts';

const emuPerPoint = 12_700;
const inStyle = (name: string): RegExp =>
  new RegExp(`(?:^|;)\\s{0,4}${name}:\\s{0,4}([\\d.]{1,9})(pt|in|cm|mm)?`);
const widthInStyle = inStyle('width');
const heightInStyle = inStyle('height');
const pointsPer: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835 };

interface Shown {
  readonly width: number;
  readonly height: number;
  /** Alternative text. */
  readonly text: string;
}

const find = (parent: XmlElement, name: string): XmlElement | undefined =>
  child(parent, name) ??
  elements(parent)
    .map((each) => find(each, name))
    .find((found) => found !== undefined);

const points = (style: string, pattern: RegExp): number => {
  const [, amount, unit] = pattern.exec(style) ?? [];
  return amount === undefined ? 0 : Number(amount) * (pointsPer[unit ?? 'pt'] ?? 1);
};

/** Size and alternative text of `w:drawing` (DrawingML). */
function ofDrawing(drawing: XmlElement): Shown {
  const frame = child(drawing, 'wp:inline') ?? child(drawing, 'wp:anchor');
  const extent = child(frame, 'wp:extent')?.attributes ?? {};
  const { descr = '' } = child(frame, 'wp:docPr')?.attributes ?? {};
  const size = (name: string): number => (Number(extent[name]) || 0) / emuPerPoint;
  return { width: size('cx'), height: size('cy'), text: descr };
}

/** Size and alternative text of a VML shape in `w:pict` or `w:object`. */
function ofShape(parent: XmlElement): Shown {
  const shape = elements(parent).find((each) => find(each, 'v:imagedata'));
  const { style = '', alt = '' } = shape?.attributes ?? {};
  return { width: points(style, widthInStyle), height: points(style, heightInStyle), text: alt };
}

function figure(id: string, shown: Shown, { part, archive }: Context): Item {
  const target = part.relations.get(id);
  const path = target?.target ?? part.name;
  const { text, width, height } = shown;
  const block = { kind: 'figure' as const, role: 'body' as const, text, path };
  // A linked picture lies elsewhere: nothing is fetched while a file is read.
  if (target === undefined || target.external) return { block };
  return { block, picture: { name: path, width, height, read: () => archive.read(path) } };
}

/** The figure of a drawing; undefined when it shows no picture. */
export function pictureOf(element: XmlElement, context: Context): Item | undefined {
  const blip = find(element, 'a:blip')?.attributes;
  if (blip) return figure(blip['r:embed'] ?? blip['r:link'] ?? '', ofDrawing(element), context);
  const data = find(element, 'v:imagedata')?.attributes;
  if (data) return figure(data['r:id'] ?? data['src'] ?? '', ofShape(element), context);
  const { text } = ofDrawing(element);
  if (text === '') return undefined;
  return { block: { kind: 'figure', role: 'body', text, path: context.part.name } };
}

/** Notes what a drawing or object embeds and nobody reads here: OLE objects, charts, diagrams. */
export function noteEmbedded(element: XmlElement, { part, found }: Context): void {
  const object = find(element, 'o:OLEObject')?.attributes;
  if (object) {
    const target = part.relations.get(object['r:id'] ?? '')?.target ?? 'an object';
    found.embedded.push(`${target} (${object['ProgID'] ?? 'unknown'})`);
  }
  const data = find(element, 'a:graphicData');
  for (const { name, attributes } of elements(data)) {
    const id = attributes['r:id'] ?? attributes['r:dm'];
    const target = part.relations.get(id ?? '')?.target;
    if (target !== undefined && (name === 'chart' || name === 'relIds'))
      found.embedded.push(target);
  }
}
