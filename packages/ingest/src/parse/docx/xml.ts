/** XML of Word files, also of Word 2003; names carry the usual prefix whatever the file's own is. */
import { child, type Dialect, readXml as read, type XmlElement } from '../package/xml.ts';

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
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.microsoft.com/aml/2001/core': 'aml',
};

const word2003 = 'http://schemas.microsoft.com/office/word/2003/wordml';

/** Word 2003 wrote nearly the same XML; these are the names that have changed since. */
const renamed: Readonly<Record<string, string>> = {
  'first-line': 'firstLine',
  'first-line-chars': 'firstLineChars',
  'hanging-chars': 'hangingChars',
  listPr: 'numPr',
  lists: 'numbering',
  listDef: 'abstractNum',
  listDefId: 'abstractNumId',
  list: 'num',
  ilfo: 'numId',
  ilst: 'abstractNumId',
  nfc: 'numFmt',
  vmerge: 'vMerge',
  hmerge: 'hMerge',
};

function nameOf(uri: string, local: string): string {
  if (uri === word2003) return `w:${renamed[local] ?? local}`;
  const prefix = prefixes[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

const word: Dialect = { format: 'Word', name: nameOf };

/** `readXml` of packages, with the names of Office. */
export const readXml = (xml: Buffer, within: string, take: (element: XmlElement) => void): void =>
  read(word, xml, within, take);

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
