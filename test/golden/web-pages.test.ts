/** Web pages of every family, read to the end of cleaning and compared with what they say. */
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Block, Document, Role } from '@xxgk/extract/document';
import { clean, decode, type TextPage } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { webPages } from '../recipes/html/index.ts';
import type { WebPage } from '../recipes/html/page.ts';

async function read(page: WebPage): Promise<Document> {
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

const blocksOf = ({ pages }: Document): Block[] =>
  pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind !== 'continuation'));

const withRole = (document: Document, role: Role) =>
  blocksOf(document).flatMap((block) =>
    block.role === role && block.kind !== 'table' ? [block] : [],
  );

const labelled = (document: Document, role: Role): Record<string, string> =>
  Object.fromEntries(withRole(document, role).map(({ label, text }) => [label ?? '', text]));

describe.each(webPages)('$name', (page) => {
  const { expect: wanted } = page;

  test('its text is read, without anything that stands around it', async () => {
    const document = await read(page);
    const body = withRole(document, 'body').filter(({ kind }) => kind !== 'figure');
    const isTitle = (block: Block): boolean => block.kind === 'heading' && block.level === 1;
    const title = body.filter(isTitle).map(({ text }) => text);
    expect(title.join('') || null).toBe(wanted.title);
    expect(body.filter((block) => !isTitle(block)).map(({ text }) => text)).toEqual(wanted.lines);
  });

  test('its tables keep every row and column', async () => {
    const tables = blocksOf(await read(page)).filter((block) => block.kind === 'table');
    expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual(wanted.tables ?? []);
  });

  test('what it says about the text is kept beside it', async () => {
    const document = await read(page);
    const { index = {}, byline = {}, breadcrumb = [], attachments = [] } = wanted;
    expect(labelled(document, 'index')).toEqual(index);
    expect(labelled(document, 'byline')).toEqual(byline);
    expect(withRole(document, 'breadcrumb').map(({ text }) => text)).toEqual(breadcrumb);
    expect(labelled(document, 'site')).toMatchObject(wanted.site ?? {});
    const files = withRole(document, 'attachment').map(({ text, href }) => [text, href]);
    expect(files).toEqual(attachments);
  });

  test('how it was read is told', async () => {
    const { source, diagnostics } = await read(page);
    expect(source).toMatchObject({ charset: wanted.charset, cms: wanted.cms });
    expect(diagnostics.map(({ code }) => code)).toEqual(wanted.diagnostics ?? []);
  });
});
