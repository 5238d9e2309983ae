/** An answer as a page: its text is read as that of a web page, its other fields stand beside it. */
import type { Block, Cell, Diagnostic, Table, TextBlock } from '@xxgk/extract/document';
import type { Decoded, Parsed, TextPage } from '../../stage.ts';
import { readHtml } from '../html/read-html.ts';
import { type About, aboutArticle, type Fact } from './about-article.ts';
import { type Article, findArticle } from './find-article.ts';

const tag = /<\/?[a-z][^<>]{0,2000}>/i;
const escapedTag = /&lt;\/?(?:p|div|table|span|section|br|strong)\b/i;
/** The title of the made page. */
const heading = /^html > body > h1/;
const lineBreak = /\r\n|[\r\n]/;
/** Names the box of the text in paths; systems of the field mark theirs so. */
const box = 'zoom';

const noArticle = (several: boolean): Diagnostic => ({
  code: 'parse/no-article',
  severity: 'warning',
  message: several
    ? 'This is a list of articles as an interface gives it, and no document: fetch the articles it names.'
    : 'This is data of an interface that holds no article: fetch the page that it belongs to.',
  place: null,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** A text without tags has lines. */
function htmlOf(content: string): string {
  if (tag.test(content)) return content;
  if (escapedTag.test(content)) return unescaped(content);
  return content
    .split(lineBreak)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

/** The page that a script would have made of it. */
function pageOf({ content }: Article, { title, meta, files }: About): string {
  const source = meta.find(({ label }) => label === 'ContentSource')?.text;
  const links = files.map(
    ({ name, href }) =>
      `<p><a href="${escaped(href)}" title="${escaped(name)}">${escaped(name)}</a></p>`,
  );
  const printed = title ? `<h1>${escaped(title.text)}</h1>` : '';
  const tags = [
    ...(title ? [['ArticleTitle', title.text] as const] : []),
    ...(source === undefined ? [] : [['ContentSource', source] as const]),
  ].map(([name, text]) => `<meta name="${name}" content="${escaped(text)}">`);
  const attached = links.length > 0 ? `<div class="fj">${links.join('')}</div>` : '';
  return `<html><head>${tags.join('')}</head><body>${printed}<div id="${box}" class="TRS_Editor">${htmlOf(content)}</div>${attached}</body></html>`;
}

const besideBlock =
  (role: 'meta' | 'index') =>
  ({ label, text, path }: Fact): TextBlock => ({ kind: 'paragraph', role, label, text, path });

/** Paths of the made page as places in the answer. */
function placed<T extends Block | Cell>(block: T, article: Article, title: Fact | undefined): T {
  const { path } = block;
  if (path === undefined) return block;
  const field = `${article.path}.${article.key}`;
  if (path.startsWith(`#${box}`)) return { ...block, path: field + path.slice(box.length + 1) };
  if (heading.test(path)) return { ...block, path: title?.path ?? article.path };
  return { ...block, path: path.startsWith('#') ? `${field} ${path}` : article.path };
}

function placedBlock(block: Block, article: Article, title: Fact | undefined): Block {
  const own = placed(block, article, title);
  if (own.kind !== 'table') return own;
  const cells = own.cells.map((cell) => placed(cell, article, title));
  return { ...own, cells } satisfies Table;
}

/** @param stages Name and version of the reader. */
export function readAnswer(file: Decoded, value: unknown, stages: Parsed['stages']): Parsed {
  const article = findArticle(value);
  if (typeof article === 'string') return withoutArticle(article === 'several', stages);
  const about = aboutArticle(article);
  const read = readHtml({ ...file, text: pageOf(article, about) }, '');
  const made = read.pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));
  const blocks = made
    .filter(({ role }) => role !== 'meta' && role !== 'dropped')
    .map((block) => placedBlock(block, article, about.title));
  const dropped = made
    .filter(({ role }) => role === 'dropped')
    .map((block) => placedBlock(block, article, about.title));
  const title = about.title ? [{ ...about.title, label: 'ArticleTitle' }] : [];
  const beside = [
    ...[...title, ...about.meta].map(besideBlock('meta')),
    ...about.index.map(besideBlock('index')),
  ];
  const page: TextPage = {
    kind: 'text',
    number: 1,
    readBy: 'text',
    blocks: [...beside, ...blocks, ...dropped],
  };
  return { ...read, pages: [page], stages };
}

function withoutArticle(several: boolean, stages: Parsed['stages']): Parsed {
  return {
    pages: [{ kind: 'text', number: 1, readBy: 'text', blocks: [] }],
    pageCount: null,
    cms: null,
    provenance: 'unknown',
    repairs: [],
    diagnostics: [noArticle(several)],
    stages,
  };
}
