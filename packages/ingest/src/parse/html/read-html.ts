/** One web page: the text of the document, and beside it what the page says about it. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { keyOf } from '../../chinese/key.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import { provenanceOf, resolver } from './beside/address.ts';
import { metaTags, metaValue } from './beside/meta.ts';
import { pageOf } from './beside/targets.ts';
import { openCarrier } from './carried/opened.ts';
import { familyOf } from './content/families.ts';
import { noDocument } from './no-document.ts';
import { blocksOf, look } from './page.ts';
import { type Asked, signsOf } from './signs.ts';
import type { HtmlItem } from './text/items.ts';
import { type AnyNode, type Element, pathOf } from './tree/element.ts';
import { tame } from './tree/guard.ts';
import { hideNoise } from './tree/noise.ts';
import { bodyOf, treeOf } from './tree/tree.ts';
import { printAsWord } from './word/as-printed.ts';

/** A page as it was looked at. */
interface Looked extends Asked {
  readonly blocks: readonly Block[];
  readonly carrier: Element | undefined;
}

/** @param open Whether text that the page carries without printing it is looked for. */
function lookAt(html: string, file: Decoded, open: boolean): Looked {
  const tree = treeOf(html);
  const body = bodyOf(tree);
  const meta = metaTags(tree);
  const resolve = resolver(tree, file.url, metaValue(meta, 'Url'));
  hideNoise(tree);
  printAsWord(tree, html);
  const carrier = open ? openCarrier(tree) : undefined;
  const found = look(tree, body, meta, resolve, carrier);
  const { blocks, text } = blocksOf(body, found, resolve);
  const files = blocks.filter(({ role }) => role === 'attachment').length;
  const source = file.text ?? '';
  return { tree, html: source, found, text, files, resolve, url: file.url, blocks, carrier };
}

/** Whether nothing is printed under the title. */
function printsNothing({ text, files, found }: Looked): boolean {
  const title = keyOf(found.title?.text ?? '');
  const says = (item: HtmlItem): boolean =>
    item.kind !== 'line' || !title.includes(keyOf(item.text.slice(0, title.length * 3 + 20)));
  return files === 0 && !text.some(says);
}

/** A page, and its tree for a carrier that holds other parts of it. */
export interface HtmlPage {
  readonly parsed: Parsed;
  readonly tree: AnyNode;
}

/** @param version Of the reader, for the Document. */
export const readHtml = (file: Decoded, version: string): Parsed => readPage(file, version).parsed;

/** The same with the tree. */
export function readPage(file: Decoded, version: string): HtmlPage {
  const source = file.text ?? '';
  const { html, cut } = tame(source);
  const first = lookAt(html, file, false);
  const second = printsNothing(first) ? lookAt(html, file, true) : undefined;
  const looked = second?.carrier ? second : first;
  const none = noDocument(signsOf(looked));
  const parsed: Parsed = {
    pages: [{ kind: 'text', number: 1, readBy: 'text', blocks: looked.blocks }],
    pageCount: null,
    cms: familyOf(source, file.url),
    provenance: provenanceOf(file.url),
    repairs: [],
    diagnostics: [
      ...nesting(cut),
      ...(looked.carrier ? [fromCarrier(looked.carrier)] : []),
      ...none,
      ...(none.length === 0 ? onePageOf(looked) : []),
    ],
    stages: { 'parse.html': version },
  };
  return { parsed, tree: looked.tree };
}

const fromCarrier = (carrier: Element): Diagnostic => ({
  code: 'parse/text-from-script',
  severity: 'info',
  message: `The page prints no text; it was read from the <${carrier.name}> that carries it.`,
  place: { page: 1, path: pathOf(carrier) },
});

/** Told where an article goes on at another address: what follows is missing here. */
function onePageOf({ tree, html, resolve, url }: Asked): Diagnostic[] {
  const several = pageOf(tree, html, resolve, url);
  if (!several) return [];
  const { pages, next } = several;
  const which = pages === null ? 'This is one page of several' : `This is one page of ${pages}`;
  const where = next === undefined ? '' : `; the next is ${next}`;
  return [
    {
      code: 'parse/page-of-many',
      severity: 'warning',
      message: `${which} of the article${where}: fetch the others, what stands there is missing.`,
      place: null,
    },
  ];
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
