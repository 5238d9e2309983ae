/** XML of a package (Word, OFD) as light trees, read with a strict parser. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { TooLargeError, UnreadableError } from '../../errors.ts';

/** The XML breaks its own rules: another, more patient reader may still make something of it. */
export class MalformedXmlError extends UnreadableError {}

export interface XmlElement {
  /** As the dialect names it, e.g. `w:p`, `TextObject`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** What a format calls its elements and attributes. */
export interface Dialect {
  /** Its name in messages, e.g. `DOCX`. */
  readonly format: string;
  /** The name of an element or attribute, whatever prefix the file itself uses. */
  name(uri: string, local: string): string;
}

const depthLimit = 256;
/** Elements of a part, and those held at a time: a table of 200,000 cells still fits. */
const elementLimit = 5_000_000;
const heldLimit = 1_000_000;
/** Bytes that are decoded at a time: a part may be as large as the memory allows. */
const chunk = 1 << 20;

/** XML without a mark is UTF-8 in packages, whatever it declares. */
function encodingOf(xml: Buffer): string {
  const mark = xml.toString('hex', 0, 2);
  if (mark === 'fffe') return 'utf-16le';
  return mark === 'feff' ? 'utf-16be' : 'utf-8';
}

function elementOf(tag: SaxesTagNS, { name }: Dialect): XmlElement {
  const attributes: Record<string, string> = {};
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    attributes[name(uri, local)] = value;
  }
  return { name: name(tag.uri, tag.local), attributes, children: [] };
}

/**
 * Reads one part. Children of the element called `within` are handed to `take` one by one and
 * then forgotten, so that a long document is never held as a whole.
 *
 * @param within Name of that element; empty to be handed the root.
 * @throws {MalformedXmlError} when the XML is not well-formed.
 * @throws {UnreadableError} when it declares a document type: entities are how bombs are built.
 * @throws {TooLargeError} when it nests too deep.
 */
export function readXml(
  dialect: Dialect,
  xml: Buffer,
  within: string,
  take: (element: XmlElement) => void,
): void {
  const { format } = dialect;
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  parser.on('error', (error) => {
    throw new MalformedXmlError(format, error.message);
  });
  parser.on('doctype', () => {
    throw new UnreadableError(format, `its XML declares a document type, which no ${format} does`);
  });
  let elements = 0;
  let held = 0;
  parser.on('opentag', (tag) => {
    elements += 1;
    held += 1;
    if (elements > elementLimit || held > heldLimit) {
      throw new TooLargeError(
        `An XML part of this ${format}`,
        `${heldLimit} elements in one piece`,
      );
    }
    if (open.length > depthLimit) {
      throw new TooLargeError(`The nesting of this ${format}`, `${depthLimit} levels`);
    }
    open.push(elementOf(tag, dialect));
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if ((parent?.name ?? '') !== within) {
      parent?.children.push(element);
      return;
    }
    take(element);
    held = open.length;
  });
  const decoder = new TextDecoder(encodingOf(xml));
  for (let at = 0; at < xml.length; at += chunk) {
    parser.write(decoder.decode(xml.subarray(at, at + chunk), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

export const isElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

export const elements = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter(isElement);

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elements(parent).find((each) => each.name === name);
