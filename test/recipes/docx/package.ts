/** Word packages from raw XML: for what Word writes and no library offers. */
import { zip } from '../zip.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${relations}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
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
  /** Content of `w:ftr` of the body's section. */
  readonly footer?: string;
  /** Content of `w:hdr` of its first page, which only counts with `w:titlePg`. */
  readonly firstHeader?: string;
  /** Content of `w:footnotes`. */
  readonly footnotes?: string;
  /** Content of `w:comments`. */
  readonly comments?: string;
  /** Files of `word/media`, by name; the first has the id `pic0`. */
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Addresses outside; the first has the id `link0`. */
  readonly links?: readonly string[];
}

const relation = (id: string, type: string, target: string, outside = false): string =>
  `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`;

const related = (...all: readonly string[]): string =>
  `${declaration}<Relationships xmlns="${packageRelations}">${all.join('')}</Relationships>`;

const part = (root: string, content: string): string =>
  `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`;

const section =
  '<w:sectPr><w:headerReference w:type="first" r:id="header"/><w:footerReference w:type="default" r:id="footer"/></w:sectPr>';

/** The parts by name: a test may break one before they are packed. */
export function wordParts(xml: WordXml) {
  const { body, styles = '', numbering = '', footer = '', media = {}, links = [] } = xml;
  const pictures = Object.entries(media);
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': related(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': related(
      relation('styles', 'styles', 'styles.xml'),
      relation('numbering', 'numbering', 'numbering.xml'),
      relation('header', 'header', 'header1.xml'),
      relation('footer', 'footer', 'footer1.xml'),
      relation('footnotes', 'footnotes', 'footnotes.xml'),
      relation('comments', 'comments', 'comments.xml'),
      ...pictures.map(([name], at) => relation(`pic${at}`, 'image', `media/${name}`)),
      ...links.map((link, at) => relation(`link${at}`, 'hyperlink', link, true)),
    ),
    'word/document.xml': part('document', `<w:body>${body}${section}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/header1.xml': part('hdr', xml.firstHeader ?? ''),
    'word/footer1.xml': part('ftr', footer),
    'word/footnotes.xml': part('footnotes', xml.footnotes ?? ''),
    'word/comments.xml': part('comments', xml.comments ?? ''),
    ...Object.fromEntries(pictures.map(([name, bytes]) => [`word/media/${name}`, bytes])),
  };
}

export const wordPackage = (xml: WordXml): Buffer => zip(wordParts(xml));
