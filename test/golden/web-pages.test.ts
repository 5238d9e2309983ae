/** Web pages of every family, read to the end of cleaning and compared with what they say. */
import type { Block } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import { webPages } from '../recipes/html/index.ts';
import { blocksOf, labelled, readPage, withRole } from './web-page.ts';

describe.each(webPages)('$name', (page) => {
  const { expect: wanted } = page;

  test('its text is read, without anything that stands around it', async () => {
    const document = await readPage(page);
    const body = withRole(document, 'body').filter(({ kind }) => kind !== 'figure');
    const isTitle = (block: Block): boolean => block.kind === 'heading' && block.level === 1;
    const title = body.filter(isTitle).map(({ text }) => text);
    expect(title.join('') || null).toBe(wanted.title);
    expect(body.filter((block) => !isTitle(block)).map(({ text }) => text)).toEqual(wanted.lines);
  });

  test('its tables keep every row and column', async () => {
    const tables = blocksOf(await readPage(page)).filter((block) => block.kind === 'table');
    expect(tables.map(({ rows, columns }) => [rows, columns])).toEqual(wanted.tables ?? []);
  });

  test('what it says about the text is kept beside it', async () => {
    const document = await readPage(page);
    const { index = {}, byline = {}, breadcrumb = [], attachments = [] } = wanted;
    expect(labelled(document, 'index')).toEqual(index);
    expect(labelled(document, 'byline')).toEqual(byline);
    expect(withRole(document, 'breadcrumb').map(({ text }) => text)).toEqual(breadcrumb);
    expect(labelled(document, 'site')).toMatchObject(wanted.site ?? {});
    const files = withRole(document, 'attachment').map(({ text, href }) => [text, href]);
    expect(files).toEqual(attachments);
  });

  test('how it was read is told', async () => {
    const { source, diagnostics } = await readPage(page);
    expect(source).toMatchObject({ charset: wanted.charset, cms: wanted.cms });
    expect(diagnostics.map(({ code }) => code)).toEqual(wanted.diagnostics ?? []);
  });
});
