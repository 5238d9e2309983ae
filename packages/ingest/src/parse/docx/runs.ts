/**
 * The text of a paragraph as Word prints it: results of fields without their codes, tracked
 * changes accepted, hidden text left out.
 */

import { child, elements, isElement, type XmlElement } from '../package/xml.ts';
import { type Look, overlay, runLook, type Styles } from './styles.ts';
import { valOf } from './xml.ts';

/** A run of printed text with its look. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

export interface ParagraphText {
  /** Printed lines: a paragraph is broken where its author broke it by hand. */
  readonly lines: readonly (readonly Run[])[];
  /** `w:txbxContent` of text boxes anchored here. */
  readonly boxes: readonly XmlElement[];
  /** Alternative text of pictures anchored here. */
  readonly pictures: readonly string[];
}

/** Elements whose content is not printed, or is read elsewhere. */
const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:sdtPr',
  'mc:Fallback',
  'w:footnoteReference',
  'w:endnoteReference',
]);

const breaks = new Set(['w:br', 'w:cr']);

interface Reading {
  readonly lines: Run[][];
  readonly boxes: XmlElement[];
  readonly pictures: string[];
  readonly styles: Styles;
  /** For each open field, whether its code is being read. */
  readonly fields: boolean[];
}

function print(reading: Reading, text: string, look: Look): void {
  if (text === '' || look.hidden || reading.fields.includes(true)) return;
  reading.lines.at(-1)?.push({ text, look });
}

function fieldCharacter({ fields }: Reading, type: string | undefined): void {
  if (type === 'begin') fields.push(true);
  else if (type === 'separate') fields[fields.length - 1] = false;
  else if (type === 'end') fields.pop();
}

const symbol = (element: XmlElement): string => {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

const texts: Readonly<Record<string, (element: XmlElement) => string>> = {
  'w:t': (element) => element.children.filter((each) => typeof each === 'string').join(''),
  'm:t': (element) => element.children.filter((each) => typeof each === 'string').join(''),
  'w:tab': () => '\t',
  'w:ptab': () => '\t',
  'w:noBreakHyphen': () => '-',
  'w:sym': symbol,
};

const holdsBox = (element: XmlElement): boolean =>
  element.name === 'w:txbxContent' || elements(element).some(holdsBox);

/** The part of an alternative that is read: the first that holds a text box, else the first. */
function chosen(alternative: XmlElement): XmlElement[] {
  const [first, ...others] = elements(alternative);
  if (!first) return [];
  return [[first, ...others].find(holdsBox) ?? first];
}

function readRun(reading: Reading, run: XmlElement, inherited: Look): void {
  const properties = child(run, 'w:rPr');
  const style = valOf(properties, 'w:rStyle');
  const styled = style === undefined ? inherited : overlay(inherited, reading.styles.own(style));
  read(reading, run, overlay(styled, runLook(properties)));
}

function readElement(reading: Reading, element: XmlElement, look: Look): void {
  const { name } = element;
  const text = texts[name];
  if (text) print(reading, text(element), look);
  else if (breaks.has(name)) reading.lines.push([]);
  else if (name === 'w:fldChar') fieldCharacter(reading, element.attributes['w:fldCharType']);
  else if (name === 'w:txbxContent') reading.boxes.push(element);
  else if (name === 'wp:docPr') reading.pictures.push(element.attributes['descr'] ?? '');
  else if (name === 'w:r') readRun(reading, element, look);
  else if (name === 'mc:AlternateContent') {
    for (const each of chosen(element)) read(reading, each, look);
  } else if (!skipped.has(name)) read(reading, element, look);
}

function read(reading: Reading, parent: XmlElement, look: Look): void {
  for (const node of parent.children) {
    if (isElement(node)) readElement(reading, node, look);
  }
}

/** @param base The look of the paragraph's style. */
export function textOf(paragraph: XmlElement, base: Look, styles: Styles): ParagraphText {
  const reading: Reading = { lines: [[]], boxes: [], pictures: [], styles, fields: [] };
  read(reading, paragraph, base);
  // A drawing that holds a text box is no picture.
  const pictures = reading.boxes.length > 0 ? [] : reading.pictures;
  return { lines: reading.lines, boxes: reading.boxes, pictures };
}

/** Half-points of a run; Word's own default is 10 pt. */
export const sizeOf = (look: Look): number => look.size ?? 20;
