/** Counts on a page that was read: what tells a document from an error page or a list. */
import type { Document } from 'domhandler';
import { countHan } from '../../chinese/han.ts';
import { metaValue } from './beside/meta.ts';
import { framesOf, redirectTarget } from './beside/targets.ts';
import type { PageSigns } from './no-document.ts';
import type { Found } from './page.ts';
import { textOfItem } from './text/blocks.ts';
import type { HtmlItem, HtmlLine, HtmlTable } from './text/items.ts';
import { isEntry } from './text/sort-lines.ts';
import { headTitle } from './tree/tree.ts';
import { weightOf } from './tree/weight.ts';

/** What is known of a page when it is judged. */
export interface Asked {
  readonly tree: Document;
  readonly html: string;
  readonly found: Found;
  readonly text: readonly HtmlItem[];
  /** Number of its attachments. */
  readonly files: number;
  readonly resolve: (href: string) => string | undefined;
  readonly url: string | null;
}

/** Han characters of a line that is no label. */
const longEnough = 12;
/** Share of a row that is linked when the row is an entry of a list. */
const mostly = 0.6;
const frontPage = /^\/(index|default|main|home)?(\.\w{3,5})?$/i;

const isFront = (url: string | null): boolean =>
  url !== null && URL.canParse(url) && frontPage.test(new URL(url).pathname);

/** Rows of a table, and those of them that are a link with a date beside it. */
function rowsIn({ grid }: HtmlTable): { rows: number; entries: number; linked: number } {
  const rows = Map.groupBy(grid.cells, ({ row }) => row);
  let [entries, linked] = [0, 0];
  for (const cells of rows.values()) {
    const weights = cells.map(({ element }) => weightOf(element));
    const [links, han] = [
      weights.reduce((sum, each) => sum + each.linked, 0),
      weights.reduce((sum, each) => sum + each.han, 0),
    ];
    linked += links;
    if (links > 0 && links >= han * mostly) entries += 1;
  }
  return { rows: rows.size, entries, linked };
}

/** A title that only documents have. */
const documentTitle =
  /关于.{2,80}的(通知|公告|通告|通报|公示|函|批复|意见|决定|请示|报告|方案|办法|规定)([(（].{0,12}[)）])?$/;
/** Lines among which the title of a text stands. */
const top = 4;
/** Han characters of a text under its title, at the least. */
const underTitle = 24;

/** Whether there is a text under the title of a document. */
function isTitled({ title }: Found, lines: readonly HtmlLine[]): boolean {
  const own = lines.filter((line) => !isEntry(line));
  const at = own.slice(0, top).findIndex(({ text }) => documentTitle.test(text));
  if (at < 0 && !documentTitle.test(title?.element ? title.text : '')) return false;
  return sum(own.slice(at + 1).map(({ text }) => countHan(text))) >= underTitle;
}

const isArticle = ({ meta, byline, index }: Found): boolean =>
  metaValue(meta, 'ArticleTitle') !== undefined ||
  index.length > 0 ||
  byline.some(({ label }) => label === 'published');

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What is asked about a page. */
export function signsOf({ tree, html, found, text, files, resolve, url }: Asked): PageSigns {
  const lines = text.filter((item): item is HtmlLine => item.kind === 'line');
  const tables = text.filter((item): item is HtmlTable => item.kind === 'table').map(rowsIn);
  const links = lines.flatMap((line) => line.links);
  const running = lines.filter((line) => !isEntry(line)).map((line) => countHan(line.text));
  return {
    html,
    title: headTitle(tree),
    lines: lines.map((line) => line.text),
    figures: text.filter(({ kind }) => kind === 'figure').length,
    tables: tables.length,
    attachments: files,
    han: sum(text.map((item) => countHan(textOfItem(item)))),
    linked: sum(links.map((link) => countHan(link.text))) + sum(tables.map(({ linked }) => linked)),
    sentences: sum(running.filter((han) => han >= longEnough)),
    entries: lines.filter(isEntry).length + sum(tables.map(({ entries }) => entries)),
    rows: lines.length + sum(tables.map(({ rows }) => rows)),
    article: isArticle(found),
    titled: isTitled(found, lines),
    front: isFront(url),
    target: redirectTarget(tree, resolve),
    frames: framesOf(tree, resolve),
  };
}
