/** The title of the article, which most pages print outside of the text's own box. */
import { isComment } from 'domhandler';
import { keyOf } from '../../../chinese/key.ts';
import { titleComment } from '../content/families.ts';
import {
  type AnyNode,
  classOf,
  descendants,
  type Element,
  isHidden,
  isTag,
  pathOf,
  textOf,
} from '../tree/element.ts';
import type { Order } from '../tree/order.ts';
import { headTitle } from '../tree/tree.ts';
import { weightOf } from '../tree/weight.ts';
import type { Beside } from './beside.ts';
import { metaValue } from './meta.ts';
import { printedAs } from './printed.ts';
import { titleAbove } from './title-above.ts';

export interface Title {
  readonly text: string;
  readonly path: string;
  /** Null when it is printed nowhere and only named in the head of the page. */
  readonly element: Element | null;
  /** How sure this is the article's title: a `<title>` may be the site's. */
  readonly sure: boolean;
}

/** What is known of a page when its title is looked for. */
export interface TitleSigns {
  readonly meta: readonly Beside[];
  /** Title in the index header, if there is one. */
  readonly entry: Beside | undefined;
  readonly order: Order;
  /** Boxes of something else: the index header and the breadcrumb. */
  readonly elsewhere: readonly Element[];
  readonly bylines: readonly Element[];
}

const titleClass =
  /(^|[\s_-])((con|xl|art|article|news|main|big|sp|xx|wz|info|show|content|page|detail|arti)[_-]?)?(title|tit|bt|biaoti|headline|titles)([\s_-]|$)/i;
/** Names of boxes whose title is that of a list, of a part of the page or of the site. */
const otherTitle =
  /(^|[\s_-])(site|nav|menu|logo|left|side|list|related|column|lm|more|sub|fu|tab)/i;
const ellipsis = /(\.{3}|…+)$/;
const parts = /\s*[_|｜]\s*|\s+[-–—]\s+|\s*--+\s*|(?<=\p{Script=Han})-(?=\p{Script=Han})/u;
/** Characters. */
const longest = 200;
const shortest = 4;
const shortestCut = 20;

const same = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

/** Whether `b` may be `a` cut short: ArticleTitle is cut at 100 characters, `<title>` where a system likes. */
function isCutFrom(a: string, b: string): boolean {
  const short = keyOf(b).replace(ellipsis, '');
  return short.length >= shortestCut && keyOf(a).startsWith(short);
}

const fits = (text: string): boolean => text.length >= shortest && text.length <= longest;

const inHead = (element: Element): boolean => {
  for (let at: AnyNode | null = element; at; at = at.parent) {
    if (isTag(at) && (at.name === 'head' || isHidden(at))) return true;
  }
  return false;
};

function commented(root: AnyNode): Element[] {
  return descendants(root).filter((element) =>
    element.children.some((child) => isComment(child) && titleComment.test(child.data)),
  );
}

/** Elements that may be the title, the likeliest first. */
function candidates(root: AnyNode): Element[] {
  const all = descendants(root);
  const named = all.filter((element) => {
    const classes = classOf(element);
    return titleClass.test(classes) && !otherTitle.test(classes);
  });
  const headings = all.filter((element) => element.name === 'h1');
  return [...commented(root), ...headings, ...named].filter(
    (element) => weightOf(element).ink <= longest && !inHead(element) && fits(textOf(element)),
  );
}

const made = (element: Element, sure: boolean): Title => ({
  text: textOf(element),
  path: pathOf(element),
  element,
  sure,
});

/** Pieces of `<title>` that may be the article's: not the site's name, the longest first. */
function headPieces(root: AnyNode, site: string | undefined): string[] {
  const whole = headTitle(root).replace(/\s+/g, ' ').trim();
  const pieces = [whole, ...whole.split(parts)].filter((piece) => fits(piece) && piece !== site);
  return [...new Set(pieces)].toSorted((a, b) => b.length - a.length);
}

/** The title as the page states it, where it is printed, or by itself. */
function statedTitle(
  { meta, entry, order, elsewhere }: TitleSigns,
  found: readonly Element[],
): Title | undefined {
  const stated = metaValue(meta, 'ArticleTitle') ?? entry?.text;
  if (stated === undefined) return undefined;
  const confirmed = found.find((element) => same(textOf(element), stated));
  if (confirmed) return made(confirmed, true);
  if (!fits(stated)) return undefined;
  const [printed] = printedAs(stated, order, elsewhere);
  if (printed) return made(printed, true);
  const cut = found.find((element) => isCutFrom(textOf(element), stated));
  if (cut) return made(cut, true);
  const path = stated === entry?.text ? entry.path : 'meta[name="ArticleTitle"]';
  return { text: stated, path, element: null, sure: true };
}

/** The piece of `<title>` that the page prints again as its own title. */
function agreedTitle(
  { order, elsewhere }: TitleSigns,
  found: readonly Element[],
  pieces: readonly string[],
): Title | undefined {
  for (const piece of pieces) {
    const agreed = found.find((element) => same(textOf(element), piece));
    if (agreed) return made(agreed, true);
  }
  for (const piece of pieces.filter(({ length }) => length >= longEnough)) {
    const [printed] = printedAs(piece, order, elsewhere);
    if (printed) return made(printed, true);
  }
  const cut = found.find((element) => pieces.some((piece) => isCutFrom(textOf(element), piece)));
  return cut && made(cut, true);
}

/** Characters of a piece of `<title>` that is no name of a site or a column. */
const longEnough = 9;

/** The title, or undefined when the page names none. */
export function titleOf(root: AnyNode, signs: TitleSigns): Title | undefined {
  const found = candidates(root);
  const stated = statedTitle(signs, found);
  if (stated) return stated;
  const pieces = headPieces(root, metaValue(signs.meta, 'SiteName'));
  const agreed = agreedTitle(signs, found, pieces);
  if (agreed) return agreed;
  const heading = commented(root)[0] ?? found.find((element) => element.name === 'h1');
  if (heading && fits(textOf(heading))) return made(heading, true);
  const above = titleAbove(signs.bylines, signs.order, signs.elsewhere);
  if (above && fits(textOf(above))) return made(above, true);
  const first = found[0];
  if (first) return made(first, false);
  const [head] = pieces.filter((piece) => piece !== pieces[0] || pieces.length === 1);
  return head === undefined ? undefined : { text: head, path: 'title', element: null, sure: false };
}
