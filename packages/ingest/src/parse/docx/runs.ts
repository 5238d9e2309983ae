/**
 * The text of a paragraph as Word prints it: results of fields without their codes, tracked
 * changes accepted, hidden text left out.
 */
import { child, elements, isElement, type XmlElement } from '../package/xml.ts';
import { Fields, type Link } from '../word/field.ts';
import { type Look, overlay } from '../word/look.ts';
import type { Item } from '../word/paragraph.ts';
import { type Run, shown } from '../word/run.ts';
import { signOf } from '../word/signs.ts';
import type { Context } from './context.ts';
import { noteEmbedded, pictureOf } from './drawings.ts';
import { formFieldText } from './form-field.ts';
import { mathText } from './math.ts';
import { isRemark } from './remark.ts';
import { runLook } from './styles.ts';
import { valOf } from './xml.ts';

export interface ParagraphText {
  /** Printed lines: a paragraph is broken where its author broke it by hand. */
  readonly lines: readonly (readonly Run[])[];
  /** `w:txbxContent` of text boxes anchored here. */
  readonly boxes: readonly XmlElement[];
  /** Texts drawn as pictures (WordArt). */
  readonly drawn: readonly string[];
  readonly figures: readonly Item[];
  readonly links: readonly Link[];
}

/** Elements whose content is not printed, or is read elsewhere. */
const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'w:sdtPr',
  'mc:Fallback',
  'w:footnoteReference',
  'w:endnoteReference',
]);

const changes = new Set(['w:del', 'w:ins', 'w:moveFrom', 'w:moveTo', 'aml:annotation']);
const removed = new Set(['w:del', 'w:moveFrom']);

interface Reading {
  readonly lines: Run[][];
  readonly boxes: XmlElement[];
  readonly drawn: string[];
  readonly figures: Item[];
  readonly links: Link[];
  readonly fields: Fields;
  readonly context: Context;
}

function print(reading: Reading, text: string, look: Look): void {
  if (text === '' || reading.fields.hiding) return;
  if (look.hidden) {
    reading.context.found.hidden += text.length;
    return;
  }
  const printed = shown(text, look);
  reading.fields.print(printed);
  reading.lines.at(-1)?.push({ text: printed, look });
}

function fieldCharacter(reading: Reading, element: XmlElement, look: Look): void {
  const { fields } = reading;
  const type = element.attributes['w:fldCharType'];
  if (type === 'begin') {
    fields.begin();
    const data = child(element, 'w:ffData');
    // Boxes and lists of forms show what is chosen, which stands in no run.
    const text = data && formFieldText(data);
    if (text) reading.lines.at(-1)?.push({ text, look });
  } else if (type === 'separate') fields.separate();
  else if (type === 'end') print(reading, fields.end(), look);
}

const symbol = ({ attributes }: XmlElement): string =>
  signOf(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16) || 0);

const content = (element: XmlElement): string =>
  element.children.filter((each) => typeof each === 'string').join('');

const texts: Readonly<Record<string, (element: XmlElement) => string>> = {
  'w:t': content,
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
  const { styles } = reading.context;
  const styled = style === undefined ? inherited : overlay(inherited, styles.own(style));
  read(reading, run, properties ? overlay(styled, runLook(properties)) : styled);
}

function readDrawing(reading: Reading, drawing: XmlElement, look: Look): void {
  const before = reading.boxes.length + reading.drawn.length;
  read(reading, drawing, look);
  noteEmbedded(drawing, reading.context);
  // A drawing that holds text is no picture.
  if (reading.boxes.length + reading.drawn.length > before) return;
  const figure = pictureOf(drawing, reading.context);
  if (figure) reading.figures.push(figure);
}

function readLink(reading: Reading, link: XmlElement, look: Look): void {
  const target = reading.context.part.relations.get(link.attributes['r:id'] ?? '');
  const line = reading.lines.at(-1);
  const from = line?.length ?? 0;
  read(reading, link, look);
  if (!target?.external) return;
  const text = line?.slice(from).map((run) => run.text) ?? [];
  reading.links.push({ text: text.join(''), href: target.target });
}

function readAlternative(reading: Reading, element: XmlElement, look: Look): void {
  for (const each of chosen(element)) read(reading, each, look);
}

/** May return anything: what it does is what counts. */
type Reader = (reading: Reading, element: XmlElement, look: Look) => unknown;

const readLineBreak: Reader = ({ lines }) => lines.push([]);

const printFormula: Reader = (reading, element, look) => print(reading, mathText(element), look);

const readNote: Reader = ({ context }, element) => context.notesInText.push(element);

const readers: Readonly<Record<string, Reader>> = {
  'w:footnote': readNote,
  'w:endnote': readNote,
  'w:r': readRun,
  'w:br': readLineBreak,
  'w:cr': readLineBreak,
  'w:fldChar': fieldCharacter,
  'w:instrText': ({ fields }, element) => fields.code(content(element)),
  'w:txbxContent': ({ boxes }, element) => boxes.push(element),
  'v:textpath': ({ drawn }, { attributes }) => drawn.push(attributes['string'] ?? ''),
  'w:hyperlink': readLink,
  'w:drawing': readDrawing,
  'w:pict': readDrawing,
  'w:object': readDrawing,
  'm:oMath': printFormula,
  'm:oMathPara': printFormula,
  'mc:AlternateContent': readAlternative,
};

function readElement(reading: Reading, element: XmlElement, look: Look): void {
  const { name } = element;
  const text = texts[name];
  const reader = readers[name];
  if (text) print(reading, text(element), look);
  else if (reader) reader(reading, element, look);
  else if (!skipped.has(name)) readInside(reading, element, look);
}

function readInside(reading: Reading, element: XmlElement, look: Look): void {
  if (changes.has(element.name)) reading.context.found.changes += 1;
  if (!removed.has(element.name) && !isRemark(element)) read(reading, element, look);
}

function read(reading: Reading, parent: XmlElement, look: Look): void {
  for (const node of parent.children) {
    if (isElement(node)) readElement(reading, node, look);
  }
}

/** @param base The look of the paragraph's style. */
export function textOf(paragraph: XmlElement, base: Look, context: Context): ParagraphText {
  const fields = new Fields();
  const reading: Reading = {
    lines: [[]],
    boxes: [],
    drawn: [],
    figures: [],
    links: [],
    fields,
    context,
  };
  read(reading, paragraph, base);
  return { ...reading, links: [...reading.links, ...fields.links] };
}
