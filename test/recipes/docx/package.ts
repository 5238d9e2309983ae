/** Word packages from raw XML: for what Word writes and no library offers. */
import { zip } from '../zip.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${relations}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export interface WordXml {
  /** Content of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Content of `w:ftr`. */
  readonly footer?: string;
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;

const related = (...all: readonly string[]): string =>
  `${declaration}<Relationships xmlns="${packageRelations}">${all.join('')}</Relationships>`;

const part = (root: string, content: string): string =>
  `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`;

/** The parts by name: a test may break one before they are packed. */
export function wordParts({ body, styles = '', numbering = '', footer = '' }: WordXml) {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': related(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': related(
      relation(1, 'styles', 'styles.xml'),
      relation(2, 'numbering', 'numbering.xml'),
      relation(3, 'footer', 'footer1.xml'),
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footer1.xml': part('ftr', footer),
  };
}

export const wordPackage = (xml: WordXml): Buffer => zip(wordParts(xml));
