/** A Word package as blocks: headers, the body, notes, footers. */
import type { Block, Role } from '@xxgk/extract/document';
import { folio } from '../look.ts';
import type { Archive } from '../package/archive.ts';
import { elements } from '../package/xml.ts';
import { type Item, itemOf } from './body.ts';
import { numberingOf } from './numbering.ts';
import { type Context, scaled } from './paragraph.ts';
import { childrenOf, partsOf } from './parts.ts';
import { stylesOf } from './styles.ts';
import { readXml } from './xml.ts';

const digit = /\d/;

/** A page number field stands in most footers: it is the folio. */
const asFolio = (item: Item): Item => {
  const { block } = item;
  if (block.kind !== 'paragraph' || !digit.test(block.text)) return item;
  return folio.test(block.text.trim()) ? { ...item, block: { ...block, role: 'folio' } } : item;
};

/** The same header is often stored once a section. */
function once(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ block }) => {
    if (block.kind === 'table') return true;
    const known = seen.has(block.text);
    seen.add(block.text);
    return !known;
  });
}

async function furniture(
  archive: Archive,
  parts: readonly string[],
  root: string,
  role: Role,
  context: Context,
): Promise<Item[]> {
  const items: Item[] = [];
  for (const part of parts) {
    const children = await childrenOf(archive, part, root);
    items.push(...children.flatMap((each) => itemOf(each, role, context)));
  }
  return once(items.map(asFolio));
}

async function notes(archive: Archive, parts: readonly string[], context: Context) {
  const items: Item[] = [];
  for (const part of parts) {
    const all = [
      ...(await childrenOf(archive, part, 'w:footnotes')),
      ...(await childrenOf(archive, part, 'w:endnotes')),
    ];
    // Those with a type are the lines that separate notes from text.
    const printed = all.filter((note) => note.attributes['w:type'] === undefined);
    items.push(...printed.flatMap(elements).flatMap((each) => itemOf(each, 'note', context)));
  }
  return items;
}

/** The blocks of the document in reading order, furniture around them. */
export async function readDocument(archive: Archive): Promise<Block[]> {
  const parts = await partsOf(archive);
  const context: Context = {
    styles: stylesOf(await childrenOf(archive, parts.styles, 'w:styles')),
    numbering: numberingOf(await childrenOf(archive, parts.numbering, 'w:numbering')),
  };
  const body: Item[] = [];
  readXml(await archive.read(parts.main), 'w:body', (element) => {
    body.push(...itemOf(element, 'body', context));
  });
  return scaled([
    ...(await furniture(archive, parts.headers, 'w:hdr', 'header', context)),
    ...body,
    ...(await notes(archive, parts.footnotes, context)),
    ...(await furniture(archive, parts.footers, 'w:ftr', 'footer', context)),
  ]);
}
