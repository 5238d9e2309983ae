/** One web page: the text of the document, and beside it what the page says about it. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { Document } from 'domhandler';
import { countHan } from '../../chinese/han.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import { provenanceOf, resolver } from './address.ts';
import { textOfItem } from './blocks.ts';
import { familyOf } from './families.ts';
import { tame } from './guard.ts';
import type { HtmlItem, HtmlLine } from './items.ts';
import { metaTags, metaValue } from './meta.ts';
import { noDocument } from './no-document.ts';
import { blocksOf, type Found, look } from './page.ts';
import { isEntry } from './sort-lines.ts';
import { bodyOf, headTitle, treeOf } from './tree.ts';

function signsOf(
  tree: Document,
  html: string,
  found: Found,
  text: readonly HtmlItem[],
  files: number,
): Diagnostic[] {
  const lines = text.filter((item): item is HtmlLine => item.kind === 'line');
  const links = lines.flatMap((line) => line.links);
  return noDocument({
    html,
    title: headTitle(tree),
    lines: lines.map((line) => line.text),
    figures: text.filter(({ kind }) => kind === 'figure').length,
    tables: text.filter(({ kind }) => kind === 'table').length,
    attachments: files,
    han: text.reduce((sum, item) => sum + countHan(textOfItem(item)), 0),
    linked: links.reduce((sum, link) => sum + countHan(link.text), 0),
    entries: lines.filter(isEntry).length,
    article: metaValue(found.meta, 'ArticleTitle') !== undefined,
  });
}

/** @param version Of the reader, for the Document. */
export function readHtml(file: Decoded, version: string): Parsed {
  const source = file.text ?? '';
  const { html, cut } = tame(source);
  const tree = treeOf(html);
  const body = bodyOf(tree);
  const meta = metaTags(tree);
  const resolve = resolver(tree, file.url, metaValue(meta, 'Url'));
  const found = look(tree, body, meta, resolve);
  const { blocks, text } = blocksOf(body, found, resolve);
  const files = blocks.filter(({ role }) => role === 'attachment').length;
  return {
    pages: [{ kind: 'text', number: 1, readBy: 'text', blocks }],
    pageCount: null,
    cms: familyOf(source, file.url),
    provenance: provenanceOf(file.url),
    repairs: [],
    diagnostics: [...nesting(cut), ...signsOf(tree, source, found, text, files)],
    stages: { 'parse.html': version },
  };
}

const nesting = (cut: number): Diagnostic[] =>
  cut === 0
    ? []
    : [
        {
          code: 'parse/nesting',
          severity: 'warning',
          message: `${cut} tags were nested deeper than any page needs and were left out; their text was kept.`,
          place: null,
        },
      ];
