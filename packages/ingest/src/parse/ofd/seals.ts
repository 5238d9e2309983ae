/** Signatures with their seals, each on the page where it is stamped (GB/T 33190-2016 §18). */
import type { Box, Diagnostic, TextBlock } from '@xxgk/extract/document';
import type { Archive } from '../package/archive.ts';
import { child, type XmlElement } from '../package/xml.ts';
import type { Matrix } from '../paged/matrix.ts';
import { missingPart, type OfdDocument } from './document.ts';
import { areaOf, boxIn } from './numbers.ts';
import { named, partAt, readPart, textOf } from './part.ts';
import { sealName } from './seal-name.ts';

export interface Seals {
  /** By page number. */
  readonly blocks: ReadonlyMap<number, readonly TextBlock[]>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Signature {
  readonly name: string | undefined;
  readonly stamps: readonly XmlElement[];
}

async function signatureAt(archive: Archive, part: string): Promise<Signature> {
  const root = await readPart(archive, part);
  const info = child(root, 'SignedInfo');
  const locs = [
    textOf(child(child(info, 'Seal'), 'BaseLoc')),
    textOf(child(root, 'SignedValue')),
  ].filter((loc) => loc.trim() !== '');
  let name: string | undefined;
  for (const each of locs.map((loc) => partAt(loc, part))) {
    if (name === undefined && archive.has(each)) name = sealName(await archive.read(each));
  }
  return { name, stamps: named(info, 'StampAnnot') };
}

function sealBlock(text: string, page: number, box: Box | undefined): TextBlock {
  const placed = box ? { box } : {};
  const segments = [{ start: 0, end: text.length, page, ...placed }];
  return { kind: 'paragraph', role: 'seal', text, segments, ...placed };
}

/** Where a stamp lies: page number and box; undefined when its page is not in the document. */
function placeOf(
  { attributes }: XmlElement,
  { pages }: OfdDocument,
  views: readonly Matrix[],
): { readonly page: number; readonly box: Box | undefined } | undefined {
  const at = pages.findIndex(({ id }) => id === attributes['PageRef']);
  const view = views[at];
  if (!view) return undefined;
  const area = areaOf(attributes['Boundary']);
  return { page: at + 1, box: area && boxIn(area, view) };
}

/** @param views From millimetres to points, page by page. */
export async function sealsOf(
  archive: Archive,
  document: OfdDocument,
  views: readonly Matrix[],
): Promise<Seals> {
  const { signatures } = document;
  const blocks = new Map<number, TextBlock[]>();
  if (signatures === undefined) return { blocks, diagnostics: [] };
  if (!archive.has(signatures)) return { blocks, diagnostics: [missingPart(signatures)] };
  const parts = named(await readPart(archive, signatures), 'Signature').map((each) =>
    partAt(each.attributes['BaseLoc'] ?? '', signatures),
  );
  for (const part of parts.filter((each) => archive.has(each))) {
    const { name, stamps } = await signatureAt(archive, part);
    for (const stamp of stamps) {
      const place = placeOf(stamp, document, views);
      if (name === undefined || !place) continue;
      const own = blocks.get(place.page) ?? [];
      own.push(sealBlock(name, place.page, place.box));
      blocks.set(place.page, own);
    }
  }
  return {
    blocks,
    diagnostics: parts.filter((each) => !archive.has(each)).map(missingPart),
  };
}
