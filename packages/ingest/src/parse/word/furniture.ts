/** Headers and footers: once each, page numbers told apart. */
import { folio } from '../look.ts';
import type { Item } from './paragraph.ts';

const digit = /\d/;

/** A page number field stands in most footers: it is the folio. */
const asFolio = (item: Item): Item => {
  if (!('size' in item) || !digit.test(item.block.text)) return item;
  const isFolio = folio.test(item.block.text.trim());
  return isFolio ? { ...item, block: { ...item.block, role: 'folio' } } : item;
};

/** The same header is often stored once a section and once for each kind of page. */
export function furniture(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.map(asFolio).filter(({ block }) => {
    if (block.kind === 'table') return true;
    const known = seen.has(block.text);
    seen.add(block.text);
    return !known;
  });
}
