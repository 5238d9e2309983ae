/** Signatures with their seals, each on the page where it is stamped (GB/T 33190-2016 §18). */
import type { Box, Diagnostic, Figure, TextBlock } from '@xxgk/extract/document';
import type { Archive } from '../../package/archive.ts';
import { child, type XmlElement } from '../../package/xml.ts';
import { missingPart, type OfdDocument } from '../package/document.ts';
import { areaOf, boxIn } from '../package/numbers.ts';
import { named, partAt, readPart, textOf } from '../package/part.ts';
import type { OfdPage } from '../page/page.ts';
import { sealName } from './seal-name.ts';

type SealBlock = TextBlock | Figure;

export interface Seals {
  /** By page number. */
  readonly blocks: ReadonlyMap<number, readonly SealBlock[]>;
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

/** A seal whose name cannot be read is still there to be looked at. */
function sealBlock(name: string | undefined, page: number, box: Box | undefined): SealBlock {
  const placed = box ? { box } : {};
  if (name === undefined) return { kind: 'figure', role: 'seal', text: '', ...placed };
  const segments = [{ start: 0, end: name.length, page, ...placed }];
  return { kind: 'paragraph', role: 'seal', text: name, segments, ...placed };
}

/** Where a stamp lies: page number and box; undefined when its page is not in the document. */
function placeOf(
  { attributes }: XmlElement,
  { pages: refs }: OfdDocument,
  pages: readonly OfdPage[],
): { readonly page: number; readonly box: Box | undefined } | undefined {
  const page = pages[refs.findIndex(({ id }) => id === attributes['PageRef'])];
  if (!page) return undefined;
  const area = areaOf(attributes['Boundary']);
  return { page: page.number, box: area && boxIn(area, page.view) };
}

/** @param pages All pages of the document, in order. */
export async function sealsOf(
  archive: Archive,
  document: OfdDocument,
  pages: readonly OfdPage[],
): Promise<Seals> {
  const { signatures } = document;
  const blocks = new Map<number, SealBlock[]>();
  if (signatures === undefined) return { blocks, diagnostics: [] };
  if (!archive.has(signatures)) return { blocks, diagnostics: [missingPart(signatures)] };
  const parts = named(await readPart(archive, signatures), 'Signature').map((each) =>
    partAt(each.attributes['BaseLoc'] ?? '', signatures),
  );
  for (const part of parts.filter((each) => archive.has(each))) {
    const { name, stamps } = await signatureAt(archive, part);
    for (const stamp of stamps) {
      const place = placeOf(stamp, document, pages);
      if (!place) continue;
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
