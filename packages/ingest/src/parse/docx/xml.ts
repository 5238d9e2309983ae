/** XML of Office files as light trees; names carry the usual prefix whatever the file's own is. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { TooLargeError, UnreadableError } from '../../errors.ts';

/** The XML breaks its own rules: another, more patient reader may still make something of it. */
export class MalformedXmlError extends UnreadableError {
  constructor(why: string) {
    super('DOCX', why);
  }
}

export interface XmlElement {
  /** Prefix and local name, e.g. `w:p`. */
  readonly name: string;
  /** Attributes by prefix and local name, e.g. `w:val`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Namespaces of ECMA-376, transitional and strict, by the prefix that everyone uses. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

const depthLimit = 256;

function elementOf(tag: SaxesTagNS): XmlElement {
  const attributes: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const prefix = prefixes[uri];
    attributes[prefix ? `${prefix}:${local}` : local] = value;
  }
  const prefix = prefixes[tag.uri];
  return { name: prefix ? `${prefix}:${tag.local}` : tag.local, attributes, children: [] };
}

/**
 * Reads one part. Children of the element called `within` are handed to `take` one by one and
 * then forgotten, so that a long document is never held as a whole.
 *
 * @throws {MalformedXmlError} when the XML is not well-formed.
 * @throws {UnreadableError} when it declares a document type.
 */
export function readXml(xml: Buffer, within: string, take: (element: XmlElement) => void): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  parser.on('error', (error) => {
    throw new MalformedXmlError(error.message);
  });
  parser.on('doctype', () => {
    throw new UnreadableError('DOCX', 'its XML declares a document type, which Word never does');
  });
  parser.on('opentag', (tag) => {
    if (open.length > depthLimit) {
      throw new TooLargeError('The nesting of this DOCX', `${depthLimit} levels`);
    }
    open.push(elementOf(tag));
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (!(element && parent)) return;
    if (parent.name === within) take(element);
    else parent.children.push(element);
  });
  parser.write(xml.toString('utf8')).close();
}

export const isElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

export const elements = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter(isElement);

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(parent).find((each) => each.name === name);

/** The `w:val` of a child element; undefined when there is none. */
export const valOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['w:val'];

/** An on/off property: present means on unless it says otherwise (ECMA-376 §17.17.4). */
export function flag(parent: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(parent, name);
  if (!found) return undefined;
  const value = found.attributes['w:val'] ?? 'true';
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}

/** A whole number in an attribute; undefined when it is none. */
export function integer(value: string | undefined): number | undefined {
  const parsed = Number.parseInt(value ?? '', 10);
  return Number.isNaN(parsed) ? undefined : parsed;
}
