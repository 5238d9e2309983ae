/** Annotations that are no part of the text: remarks, links to files, attached files. */
import type { TextBlock } from '@xxgk/extract/document';
import { fileNameIn, leadsToFile } from '../../html/tree/file-address.ts';
import { asideText } from '../../paged/aside.ts';
import type { Glyph } from '../../paged/glyph.ts';
import { linesOf } from '../../paged/lines.ts';
import { inside } from '../../paged/page-table.ts';
import type { Annotation } from './annotation.ts';

/** Annotations by which readers remark on a text (ISO 32000-2 §12.5.6.2). */
const remarks = new Set([
  'Text',
  'Popup',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Ink',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
]);

export const isRemark = ({ subtype }: Annotation): boolean => remarks.has(subtype);

/** The same remark is told by the note and by the window that it opens. */
function remarkBlocks(annotations: readonly Annotation[], page: number): TextBlock[] {
  const told = new Set<string>();
  return annotations.filter(isRemark).flatMap(({ contents, author, box }) => {
    const text = author === '' ? contents : `${author}: ${contents}`;
    if (contents === '' || told.has(text)) return [];
    told.add(text);
    return asideText(text, { role: 'note', label: 'remark' }, page, box);
  });
}

function absolute(address: string, base: string | null): string | undefined {
  if (URL.canParse(address)) return new URL(address).href;
  return base !== null && URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** A link to a file is called by the text that it lies on. */
function linkBlocks(
  { url, box }: Annotation,
  glyphs: readonly Glyph[],
  base: string | null,
  page: number,
): TextBlock[] {
  if (!leadsToFile(url)) return [];
  const href = absolute(url, base);
  if (href === undefined) return [];
  const under = linesOf(glyphs.filter((glyph) => inside(box, glyph)));
  const name = (under.map(({ text }) => text).join('') || fileNameIn(href)) ?? href;
  return asideText(name, { role: 'attachment', href }, page, box);
}

/** One link may have a box for each line of its text: the address is told once. */
function links(
  annotations: readonly Annotation[],
  glyphs: readonly Glyph[],
  base: string | null,
  page: number,
): TextBlock[] {
  const byAddress = Map.groupBy(
    annotations.filter(({ subtype, url }) => subtype === 'Link' && url !== ''),
    ({ url }) => url,
  );
  return [...byAddress.values()].flatMap(([first]) =>
    first ? linkBlocks(first, glyphs, base, page) : [],
  );
}

/**
 * @param glyphs The text of the page.
 * @param base Address of the file, for relative links.
 */
export const remarksOf = (
  annotations: readonly Annotation[],
  glyphs: readonly Glyph[],
  base: string | null,
  page: number,
): TextBlock[] => [
  ...remarkBlocks(annotations, page),
  ...links(annotations, glyphs, base, page),
  ...annotations
    .filter(({ subtype }) => subtype === 'FileAttachment')
    .flatMap(({ fileName, box }) => asideText(fileName, { role: 'attachment' }, page, box)),
];
