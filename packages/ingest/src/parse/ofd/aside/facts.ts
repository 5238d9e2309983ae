/** What an OFD file says of its document: title and other facts (GB/T 33190-2016 §7.4), custom tags (§16). */
import type { Diagnostic, TextBlock } from '@xxgk/extract/document';
import type { Archive } from '../../package/archive.ts';
import { child, elements, isElement, type XmlElement } from '../../package/xml.ts';
import { asideText } from '../../paged/aside.ts';
import { missingPart, type OfdDocument } from '../package/document.ts';
import { named, partAt, readPart, textOf } from '../package/part.ts';
import type { OfdPage } from '../page/page.ts';

export interface Facts {
  readonly blocks: readonly TextBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Facts that tell about the document; the others tell about the program that wrote it. */
const told: Readonly<Record<string, string>> = {
  Title: 'title',
  Subject: 'subject',
  Abstract: 'abstract',
};
/** Tags of documents that follow GB/T 9704 are a few dozen. */
const tagLimit = 500;
const reference = 'ObjectRef';
const han = /\p{Script=Han}/u;

/** Data of the user's choice. Programs note there who wrote it on which machine: under names of their own. */
const customOf = (info: XmlElement | undefined): [string, string][] =>
  named(child(info, 'CustomDatas'), 'CustomData')
    .map((each): [string, string] => [each.attributes['Name'] ?? '', textOf(each)])
    .filter(([name]) => han.test(name));

function keywordsOf(info: XmlElement | undefined): string {
  const words = named(child(info, 'Keywords'), 'Keyword').map((each) => textOf(each).trim());
  return words.filter((word) => word !== '').join('；');
}

function infoOf(info: XmlElement | undefined): [string, string][] {
  const facts = Object.entries(told).map(([name, label]): [string, string] => [
    label,
    textOf(child(info, name)),
  ]);
  return [...facts, ['keywords', keywordsOf(info)], ...customOf(info)];
}

/** Texts of the objects of all pages by their ids. */
function textsById(pages: readonly OfdPage[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    const { ID: id } = element.attributes;
    if (id !== undefined && element.name === 'TextObject') {
      texts.set(id, named(element, 'TextCode').map(textOf).join(''));
    }
    for (const inner of elements(element)) visit(inner);
  };
  for (const layer of pages.flatMap(({ layers }) => layers)) visit(layer);
  return texts;
}

/** Elements of a tag tree that hold text, or refer to objects that print it, by their names. */
function* valuesIn(
  element: XmlElement,
  texts: ReadonlyMap<string, string>,
): Generator<[string, string]> {
  const own = element.children.filter((each) => !isElement(each)).join('');
  const referred = named(element, reference).map((each) => texts.get(textOf(each).trim()) ?? '');
  const text = own.trim() + referred.join('');
  if (text !== '' && element.name !== reference) yield [element.name, text];
  for (const inner of elements(element)) yield* valuesIn(inner, texts);
}

/** Custom tags name parts of the text, mostly by references to the objects that print it. */
async function tagsOf(
  archive: Archive,
  { part, root }: OfdDocument,
  pages: readonly OfdPage[],
): Promise<{ readonly values: [string, string][]; readonly missing: string[] }> {
  const loc = textOf(child(root, 'CustomTags')).trim();
  if (loc === '') return { values: [], missing: [] };
  const list = partAt(loc, part);
  if (!archive.has(list)) return { values: [], missing: [list] };
  const files = named(await readPart(archive, list), 'CustomTag').flatMap((tag) => {
    const file = textOf(child(tag, 'FileLoc')).trim();
    return file === '' ? [] : [partAt(file, list)];
  });
  const values: [string, string][] = [];
  const texts = textsById(pages);
  for (const file of files.filter((each) => archive.has(each))) {
    values.push(...valuesIn(await readPart(archive, file), texts));
  }
  return { values: values.slice(0, tagLimit), missing: files.filter((each) => !archive.has(each)) };
}

/** @param pages Of the document; the facts are told with the first. */
export async function factsOf(
  archive: Archive,
  document: OfdDocument,
  pages: readonly OfdPage[],
): Promise<Facts> {
  const page = pages[0]?.number ?? 1;
  const { values, missing } = await tagsOf(archive, document, pages);
  const blocks = [...infoOf(document.info), ...values].flatMap(([label, text]) =>
    label === '' ? [] : asideText(text.trim(), { role: 'meta', label }, page),
  );
  return { blocks, diagnostics: missing.map(missingPart) };
}
