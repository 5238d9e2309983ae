/** Where a page leads by itself: redirects, pages in frames, further pages of the same article. */
import type { AnyNode, Element } from '../tree/element.ts';
import { childElements, descendants, isText, textOf } from '../tree/element.ts';

type Resolve = (href: string) => string | undefined;

/** Seconds after which a page sends on; slower ones are meant to be read. */
const soon = 10;
const refresh =
  /^\s{0,10}(\d{1,6}(?:\.\d{1,3})?)?\s{0,10}[;,]?\s{0,10}url\s{0,4}=\s{0,4}["']?([^"']{1,600})/i;
const byScript =
  /(?:location(?:\.href)?\s{0,4}=(?!=)|location\.(?:replace|assign)\s{0,4}\()\s{0,4}["']([^"'\s]{1,600})["']/;
/** Characters of scripts on a page that only sends on. */
const searched = 20_000;
/** Frames that are told. */
const maxFrames = 5;

function byMeta(elements: readonly Element[]): string | undefined {
  for (const { name, attribs } of elements) {
    if (name !== 'meta' || attribs['http-equiv']?.toLowerCase() !== 'refresh') continue;
    const [, delay = '0', url] = refresh.exec(attribs['content'] ?? '') ?? [];
    if (url !== undefined && Number(delay) <= soon) return url.trim();
  }
  return undefined;
}

const scriptsOf = (elements: readonly Element[]): string =>
  elements
    .filter(({ name }) => name === 'script')
    .flatMap(({ children }) => children.map((child) => (isText(child) ? child.data : '')))
    .join('\n')
    .slice(0, searched);

/** The address to which a page sends its reader. */
export function redirectTarget(root: AnyNode, resolve: Resolve): string | undefined {
  const elements = descendants(root);
  const found = byMeta(elements) ?? byScript.exec(scriptsOf(elements))?.[1];
  return found === undefined ? undefined : (resolve(found) ?? found);
}

/** Addresses of the pages that are shown in frames. */
export function framesOf(root: AnyNode, resolve: Resolve): string[] {
  return descendants(root)
    .filter(({ name }) => name === 'frame' || name === 'iframe')
    .flatMap(({ attribs }) => resolve(attribs['src'] ?? '') ?? attribs['src'] ?? [])
    .filter((address) => address !== '' && !address.startsWith('about:'))
    .slice(0, maxFrames);
}

/** `createPageHTML(pages, page, …)` of TRS: the first number is how many there are. */
const pageScript = /createPageHTML\s{0,4}\(\s{0,4}["']?(\d{1,3})["']?\s{0,4},\s{0,4}["']?(\d{1,3})/;
const pageWords =
  /第\s{0,2}(\d{1,3})\s{0,2}页?\s{0,2}[,，/]?\s{0,2}共\s{0,2}(\d{1,3})\s{0,2}页|共\s{0,2}(\d{1,3})\s{0,2}页/;
const nextWords = /^[[【]?(下一?页|后一?页|next)\s{0,2}[>»›]{0,2}[\]】]?$/i;
/** Characters of the bar with the numbers of the pages. */
const longestBar = 120;

export interface PageOf {
  /** Null where only a link to the next page tells that there is one. */
  readonly pages: number | null;
  readonly next: string | undefined;
}

const leaves = (element: Element): boolean => childElements(element).length < 20;

/** Whether an address goes on from another: `t1_1.htm` from `t1.htm`, `a?id=1&page=2` from `a?id=1`. */
function goesOn(next: string, url: string | null): boolean {
  if (url === null) return false;
  const stem = url.replace(extension, '');
  return next !== url && next.startsWith(stem);
}

const extension = /(_\d{1,3})?\.\w{2,5}$/;

/** Whether a page is one of several of an article, as its own bar or script says. */
export function pageOf(
  root: AnyNode,
  html: string,
  resolve: Resolve,
  url: string | null,
): PageOf | undefined {
  const link = descendants(root).find((each) => each.name === 'a' && nextWords.test(textOf(each)));
  const href = link?.attribs['href'] ?? '';
  const next = href === '' || href.startsWith('#') ? undefined : resolve(href);
  const [, scripted, current = '0'] = pageScript.exec(html) ?? [];
  const [, , both, only] = pageWords.exec(link ? barOf(link) : '') ?? [];
  const pages = Number(scripted ?? both ?? only ?? 0);
  if (pages > 1 && Number(current) < pages) return { pages, next };
  return pages === 0 && next !== undefined && goesOn(next, url) ? { pages: null, next } : undefined;
}

/** The text around the link to the next page. */
function barOf(next: Element): string {
  let bar = textOf(next);
  for (let at = next.parent; at && 'attribs' in at && leaves(at); at = at.parent) {
    const text = textOf(at);
    if (text.length > longestBar) break;
    bar = text;
  }
  return bar;
}
