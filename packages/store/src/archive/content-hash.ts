/**
 * What a document says, without where and how it stood: a counter, a toolbar or a footer of the page
 * that changed is no change of it.
 */
import type { Block, Continuation, Document } from '@xxgk/extract/document';
import type { DocumentRecord } from '@xxgk/extract/record';
import { canonicalJson } from './canonical.ts';
import { sha256Of } from './keys.ts';

/**
 * Keys of a record that say nothing about what its document says: where it was read, by what, how sure
 * that is, and what stands around the content of a page. `checks` and the like follow from the rest.
 */
const around: ReadonlySet<string> = new Set([
  'schema',
  'record_id',
  'parent_id',
  'source',
  'made_by',
  'meta',
  'breadcrumb',
  'byline',
  'repairs',
  'checks',
  'conflicts',
  'proposals',
  'diagnostics',
  'evidence',
]);

/** The part of a record that its document says; attachments by name and address alone. */
export function saidBy(record: DocumentRecord): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).filter(([key]) => !around.has(key));
  const attachments = record.attachments.map(({ name, url }) => ({ name, url }));
  const said: Record<string, unknown> = { ...Object.fromEntries(entries), attachments };
  if (record.kind === 'interpretation' && record.interprets) {
    const { title, doc_number } = record.interprets;
    said['interprets'] = { title, doc_number };
  }
  return said;
}

/**
 * Lower-case hex; equal for two readings, by the same stages, that say the same. Undefined for what has
 * no text of its own to go by: archives, pages that hold an image only.
 */
export function contentHash(
  document: Document,
  records: readonly DocumentRecord[],
): string | undefined {
  const text = document.pages.flatMap(({ blocks }) => blocks.flatMap(textsOf));
  if (document.members || text.every((each) => each.trim() === '')) return undefined;
  return sha256Of(canonicalJson({ text, records: records.map(saidBy) }));
}

function textsOf(block: Block | Continuation): readonly string[] {
  if (block.role !== 'body') return [];
  switch (block.kind) {
    case 'table':
      return block.cells.map(({ text }) => text);
    case 'continuation':
      return [];
    default:
      return [block.text];
  }
}
