/** Files that a document carries in itself (GB/T 33190-2016 §20): named, not opened. */
import type { Diagnostic, TextBlock } from '@xxgk/extract/document';
import type { Archive } from '../../package/archive.ts';
import { child } from '../../package/xml.ts';
import { missingPart, type OfdDocument } from '../package/document.ts';
import { named, partAt, readPart, textOf } from '../package/part.ts';

export interface Attachments {
  readonly blocks: readonly TextBlock[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `报表.xlsx`: the format is not always part of the name. */
function fileName(name: string, format: string): string {
  const end = `.${format.toLowerCase()}`;
  return format === '' || name.toLowerCase().endsWith(end) ? name : `${name}${end}`;
}

/** @param page Number of the first page of the document: they belong to none. */
export async function attachmentsOf(
  archive: Archive,
  { part, root }: OfdDocument,
  page: number,
): Promise<Attachments> {
  const loc = textOf(child(root, 'Attachments')).trim();
  if (loc === '') return { blocks: [], diagnostics: [] };
  const list = partAt(loc, part);
  if (!archive.has(list)) return { blocks: [], diagnostics: [missingPart(list)] };
  const names = named(await readPart(archive, list), 'Attachment')
    .filter(({ attributes }) => attributes['Visible'] !== 'false')
    .map(({ attributes }) => fileName(attributes['Name'] ?? '', attributes['Format'] ?? ''))
    .filter((name) => name.trim() !== '');
  return {
    blocks: names.map((text) => ({
      kind: 'paragraph',
      role: 'attachment',
      text,
      segments: [{ start: 0, end: text.length, page }],
    })),
    diagnostics: [],
  };
}
