/** Word 2003 XML and Flat OPC: Word's documents as one XML file. */
import type { WordXml } from '../docx/package.ts';
import { wordParts } from '../docx/package.ts';

const namespaces =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface Word2003 {
  readonly body: string;
  readonly styles?: string;
  readonly lists?: string;
  /** Content of `w:ftr`. */
  readonly footer?: string;
}

export const word2003 = ({ body, styles = '', lists = '', footer = '' }: Word2003): Buffer =>
  Buffer.from(
    `${declaration}<?mso-application progid="Word.Document"?><w:wordDocument ${namespaces}><w:lists>${lists}</w:lists><w:styles>${styles}</w:styles><w:body><wx:sect>${body}<w:sectPr><w:ftr w:type="odd">${footer}</w:ftr></w:sectPr></wx:sect></w:body></w:wordDocument>`,
  );

const xmlHead = /^<\?xml[^>]{0,200}\?>/;

/** The parts of a package one after the other. */
export function flatPackage(xml: WordXml): Buffer {
  const parts = Object.entries(wordParts(xml)).map(([name, content]) => {
    const path = `pkg:name="/${name}"`;
    return typeof content === 'string'
      ? `<pkg:part ${path}><pkg:xmlData>${content.replace(xmlHead, '')}</pkg:xmlData></pkg:part>`
      : `<pkg:part ${path}><pkg:binaryData>${Buffer.from(content).toString('base64')}</pkg:binaryData></pkg:part>`;
  });
  return Buffer.from(
    `${declaration}<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
  );
}
