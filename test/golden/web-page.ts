/** Reads an invented web page to the end of cleaning, and asks the document about it. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Block, Document, Role } from '@xxgk/extract/document';
import { clean, decode, type TextPage } from '@xxgk/ingest';
import type { WebPage } from '../recipes/html/page.ts';

export async function readPage(page: Omit<WebPage, 'name' | 'expect'>): Promise<Document> {
  const { decoded, parser } = decode({
    bytes: page.bytes,
    sha256: createHash('sha256').update(page.bytes).digest('hex'),
    url: page.url,
    fileName: page.fileName,
    declaredType: null,
    declaredCharset: page.declaredCharset,
    fetchedAt: null,
  });
  const parsed = await parser.parse(decoded, { scratch: tmpdir() });
  const pages = parsed.pages.filter((each): each is TextPage => each.kind === 'text');
  return clean(decoded, { ...parsed, pages });
}

export const blocksOf = ({ pages }: Document): Block[] =>
  pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind !== 'continuation'));

export const withRole = (document: Document, role: Role) =>
  blocksOf(document).flatMap((block) =>
    block.role === role && block.kind !== 'table' ? [block] : [],
  );

/** Text of each block of a role by its label. */
export const labelled = (document: Document, role: Role): Record<string, string> =>
  Object.fromEntries(withRole(document, role).map(({ label, text }) => [label ?? '', text]));
