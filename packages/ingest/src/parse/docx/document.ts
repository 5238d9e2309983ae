/** A Word package as blocks: headers, the body, notes, footers. */
import type { Role } from '@xxgk/extract/document';
import { TooLargeError } from '../../errors.ts';
import type { Archive } from '../package/archive.ts';
import { diagnosticsOf, nothingFound } from '../word/found.ts';
import { furniture } from '../word/furniture.ts';
import { numberingOf } from '../word/numbering.ts';
import type { Item } from '../word/paragraph.ts';
import type { WordText } from '../word/parsed.ts';
import { Body, itemsOf } from './body.ts';
import type { Context } from './context.ts';
import { listsOf } from './numbering.ts';
import { childrenOf, type Parts, partOf, partsOf } from './parts.ts';
import { Sections } from './sections.ts';
import { stylesOf } from './styles.ts';
import { readXml } from './xml.ts';

/** Some 5,000 printed pages; more is no document but a bomb. */
const childLimit = 200_000;

async function contextOf(archive: Archive, parts: Parts): Promise<Context> {
  const lists = listsOf(await childrenOf(archive, parts.numbering, 'w:numbering'));
  const comments = await childrenOf(archive, parts.comments, 'w:comments');
  return {
    archive,
    styles: stylesOf(await childrenOf(archive, parts.styles, 'w:styles')),
    lists,
    numbering: numberingOf(lists.lists),
    found: { ...nothingFound(), comments: comments.length },
    part: parts.main,
    notesInText: [],
  };
}

/** Children of the roots of several parts, each read as a text of its own. */
async function apart(
  parts: Iterable<string>,
  root: string,
  role: Role,
  context: Context,
): Promise<Item[]> {
  const { archive } = context;
  const items: Item[] = [];
  for (const name of parts) {
    const part = await partOf(archive, name);
    const children = await childrenOf(archive, name, root);
    const content = { name: root, attributes: {}, children };
    items.push(...itemsOf(content, role, `${name}/${root}`, { ...context, part }));
  }
  return items;
}

async function notes(parts: readonly string[], context: Context): Promise<Item[]> {
  const items: Item[] = [];
  for (const name of parts) {
    const part = await partOf(context.archive, name);
    for (const root of ['w:footnotes', 'w:endnotes']) {
      const all = await childrenOf(context.archive, name, root);
      for (const [at, note] of all.entries()) {
        // Those with a type are the lines that separate notes from text.
        if (note.attributes['w:type'] !== undefined) continue;
        const path = `${name}/${root}/${note.name}[${at + 1}]`;
        items.push(...itemsOf(note, 'note', path, { ...context, part }));
      }
    }
  }
  return items;
}

async function hasEvenPages(archive: Archive, parts: Parts): Promise<boolean> {
  const settings = await childrenOf(archive, parts.settings, 'w:settings');
  return settings.some(({ name }) => name === 'w:evenAndOddHeaders');
}

/** The blocks of the document in reading order, furniture around them. */
export async function readDocument(archive: Archive): Promise<WordText> {
  const parts = await partsOf(archive);
  const context = await contextOf(archive, parts);
  const sections = new Sections(parts.main, await hasEvenPages(archive, parts));
  const body = new Body('body', `${parts.main.name}/w:body`, context);
  const items: Item[] = [];
  let children = 0;
  readXml(await archive.read(parts.main.name), 'w:body', (element) => {
    children += 1;
    if (children > childLimit) {
      throw new TooLargeError('A Word file of so many paragraphs', `${childLimit} paragraphs`);
    }
    sections.see(element);
    for (const item of body.take(element)) items.push(item);
  });
  items.push(...body.end());
  const { found, numbering } = context;
  return {
    items: [
      ...furniture(await apart(sections.headers, 'w:hdr', 'header', context)),
      ...items,
      ...(await notes(parts.notes, context)),
      ...furniture(await apart(sections.footers, 'w:ftr', 'footer', context)),
    ],
    diagnostics: diagnosticsOf(found, numbering.unknown()),
  };
}
