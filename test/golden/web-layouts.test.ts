/** Every article on every layout of a site: the whole text in order, and no word of the site in it. */
import type { Block, Document } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import { isRows } from '../recipes/html/layouts/article.ts';
import { type LaidOut, laidOutPages, renamed } from '../recipes/html/layouts/index.ts';
import { utf8 } from '../recipes/html/page.ts';
import { blocksOf, labelled, readPage, withRole } from './web-page.ts';

const read = (html: string, { layout }: LaidOut): Promise<Document> =>
  readPage({ bytes: utf8(html), url: layout.url, fileName: null, declaredCharset: 'utf-8' });

const bare = (text: string): string => text.replaceAll(/\s+/g, '');

const textsOf = (block: Block): readonly string[] =>
  block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text];

const bodyTexts = (document: Document): string[] =>
  blocksOf(document)
    .filter(({ role }) => role === 'body')
    .flatMap(textsOf)
    .map(bare)
    .filter((text) => text !== '');

/** Everything that the article says, in the order in which it says it. */
const wanted = ({ article }: LaidOut): string[] =>
  [article.title, ...article.body.flatMap((piece) => (isRows(piece) ? piece.flat() : [piece]))].map(
    bare,
  );

/** A text of the body that the article does not hold: links to its files excepted, which editors put in. */
const foreign = (texts: readonly string[], page: LaidOut): string[] =>
  texts.filter(
    (text) =>
      !wanted(page).includes(text) &&
      !page.article.files.some(([name]) => text.includes(bare(name))),
  );

function checkText(document: Document, page: LaidOut): void {
  const texts = bodyTexts(document);
  const all = texts.join('\n');
  expect(page.furniture.filter((words) => all.includes(bare(words)))).toEqual([]);
  expect(foreign(texts, page)).toEqual([]);
  expect(texts.filter((text) => wanted(page).includes(text))).toEqual(wanted(page));
}

function checkBeside(document: Document, { article, layout }: LaidOut): void {
  const { index, breadcrumb, byline } = layout.prints;
  expect(withRole(document, 'breadcrumb').map(({ text }) => text)).toEqual(breadcrumb);
  expect(withRole(document, 'attachment').map(({ text }) => text)).toEqual(
    article.files.map(([name]) => name),
  );
  const line = labelled(document, 'byline');
  if (byline.includes('published')) expect(line['published']).toContain(article.published);
  if (byline.includes('source')) expect(line['source']).toBe(article.agency);
  if (index) expect(labelled(document, 'index')).toMatchObject(article.index);
  expect(document.diagnostics.map(({ code }) => code)).toEqual([]);
}

describe.each(laidOutPages)('$name', (page) => {
  test('is read whole, without the site around it', async () => {
    const document = await read(page.html, page);
    checkText(document, page);
    checkBeside(document, page);
    expect(document.source.cms).toBe(page.layout.cms);
  });

  test('is read alike when nobody knows the system that made it', async () => {
    const document = await read(renamed(page), page);
    checkText(document, page);
    checkBeside(document, page);
  });

  test('says where every word of the site went', async () => {
    const document = await read(page.html, page);
    const gone = withRole(document, 'dropped');
    for (const { label, path } of gone) {
      expect(label).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(path).toBeTruthy();
    }
    const all = blocksOf(document).flatMap(textsOf).map(bare).join('\n');
    expect(page.furniture.filter((words) => !all.includes(bare(words)))).toEqual([]);
  });
});
