/** Word 2003 XML: one file, which programs like to fill in and call `.doc`. */
import type { Role } from '@xxgk/extract/document';
import { UnreadableError } from '../../errors.ts';
import { itemsOf } from '../docx/body.ts';
import type { Context } from '../docx/context.ts';
import { listsOf } from '../docx/numbering.ts';
import type { Relation } from '../docx/parts.ts';
import { stylesOf } from '../docx/styles.ts';
import { readXml } from '../docx/xml.ts';
import { elements, type XmlElement } from '../package/xml.ts';
import { diagnosticsOf, nothingFound } from '../word/found.ts';
import { furniture } from '../word/furniture.ts';
import { numberingOf } from '../word/numbering.ts';
import type { Item } from '../word/paragraph.ts';
import type { WordText } from '../word/parsed.ts';

const main = 'w:wordDocument';

/** Elements of a name anywhere below, not those inside of each other. */
function* all(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const each of elements(parent)) {
    if (each.name === name) yield each;
    else yield* all(each, name);
  }
}

const textOf = (element: XmlElement): string =>
  element.children.filter((each) => typeof each === 'string').join('');

/** Pictures stand as text beside the shapes that show them, under a name. */
function picturesOf(body: XmlElement): Map<string, string> {
  const found = [...all(body, 'w:binData')];
  return new Map(found.map((data) => [data.attributes['w:name'] ?? '', textOf(data)]));
}

function contextOf(parts: ReadonlyMap<string, XmlElement>, body: XmlElement): Context {
  const lists = listsOf(elements(parts.get('w:numbering')));
  const pictures = picturesOf(body);
  const relations = [...pictures.keys()].map((name): [string, Relation] => [
    name,
    { id: name, type: 'image', target: name, external: false },
  ]);
  return {
    archive: {
      names: () => pictures.keys(),
      has: (name) => pictures.has(name),
      read: async (name) => Buffer.from(pictures.get(name) ?? '', 'base64'),
    },
    styles: stylesOf(elements(parts.get('w:styles'))),
    lists,
    numbering: numberingOf(lists.lists),
    found: nothingFound(),
    part: { name: main, relations: new Map(relations) },
    notesInText: [],
  };
}

/** Headers or footers: they stand in the properties of the sections. */
function apart(body: XmlElement, name: 'w:hdr' | 'w:ftr', role: Role, context: Context): Item[] {
  const sections = [...all(body, 'w:sectPr')];
  const found = sections.flatMap(elements).filter((each) => each.name === name);
  return furniture(
    found.flatMap((each, at) => itemsOf(each, role, `${main}//${name}[${at + 1}]`, context)),
  );
}

/**
 * @throws {MalformedXmlError} when the XML is not well-formed.
 * @throws {UnreadableError} when it holds no document.
 */
export function readWord2003(xml: Buffer): WordText {
  const parts = new Map<string, XmlElement>();
  readXml(xml, main, (element) => parts.set(element.name, element));
  const body = parts.get('w:body');
  if (!body) throw new UnreadableError('Word 2003', 'it is cut off or holds no document');
  const context = contextOf(parts, body);
  context.found.comments = [...all(body, 'aml:annotation')].filter(
    ({ attributes }) => attributes['w:type'] === 'Word.Comment',
  ).length;
  const items = itemsOf(body, 'body', `${main}/w:body`, context);
  const notes = context.notesInText.flatMap((note, at) =>
    itemsOf(note, 'note', `${main}//${note.name}[${at + 1}]`, context),
  );
  return {
    items: [
      ...apart(body, 'w:hdr', 'header', context),
      ...items,
      ...notes,
      ...apart(body, 'w:ftr', 'footer', context),
    ],
    diagnostics: diagnosticsOf(context.found, context.numbering.unknown()),
  };
}
