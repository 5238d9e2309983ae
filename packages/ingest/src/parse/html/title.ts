/** The title of the article, which most pages print outside of the text's own box. */
import { isComment } from 'domhandler';
import { keyOf } from '../../chinese/key.ts';
import type { Beside } from './beside.ts';
import {
  type AnyNode,
  classOf,
  descendants,
  type Element,
  isHidden,
  isTag,
  pathOf,
  textOf,
} from './element.ts';
import { titleComment } from './families.ts';
import { metaValue } from './meta.ts';
import { headTitle } from './tree.ts';
import { weightOf } from './weight.ts';

export interface Title {
  readonly text: string;
  readonly path: string;
  /** Null when it is printed nowhere and only named in the head of the page. */
  readonly element: Element | null;
  /** How sure this is the article's title: a `<title>` may be the site's. */
  readonly sure: boolean;
}

const titleClass =
  /(^|[\s_-])((con|xl|art|article|news|main|big|sp|xx|wz|info|show|content|page|detail|arti)[_-]?)?(title|tit|bt|biaoti|headline|titles)([\s_-]|$)/i;
/** Names of boxes whose title is that of a list, of a part of the page or of the site. */
const otherTitle =
  /(^|[\s_-])(site|nav|menu|logo|left|side|list|related|column|lm|more|sub|fu|tab)/i;
const ellipsis = /(\.{3}|…+)$/;
const parts = /\s*[_|｜]\s*|\s+[-–—]\s+|\s*--+\s*/;
/** Characters. */
const longest = 200;
const shortest = 4;

const same = (a: string, b: string): boolean => {
  const [x, y] = [keyOf(a), keyOf(b).replace(ellipsis, '')];
  // ArticleTitle may be cut at 100 characters.
  return x === y || (y.length >= 20 && x.startsWith(y));
};

const fits = (text: string): boolean => text.length >= shortest && text.length <= longest;

const inHead = (element: Element): boolean => {
  for (let at: AnyNode | null = element; at; at = at.parent) {
    if (isTag(at) && (at.name === 'head' || isHidden(at))) return true;
  }
  return false;
};

function commented(root: AnyNode): Element[] {
  return [...descendants(root)].filter((element) =>
    element.children.some((child) => isComment(child) && titleComment.test(child.data)),
  );
}

/** Elements that may be the title, the likeliest first. */
function candidates(root: AnyNode): Element[] {
  const all = [...descendants(root)];
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

/** The piece of `<title>` that is the article's: not the site's name, the longest. */
function fromHead(root: AnyNode, site: string | undefined): string | undefined {
  const whole = headTitle(root).replace(/\s+/g, ' ').trim();
  const pieces = whole.split(parts).filter((piece) => fits(piece) && piece !== site);
  return pieces.toSorted((a, b) => b.length - a.length)[0];
}

/**
 * The title, or undefined when the page names none.
 *
 * @param entry Title in the index header, if there is one.
 */
export function titleOf(
  root: AnyNode,
  meta: readonly Beside[],
  entry: Beside | undefined,
): Title | undefined {
  const stated = metaValue(meta, 'ArticleTitle') ?? entry?.text;
  const head = fromHead(root, metaValue(meta, 'SiteName'));
  const found = candidates(root);
  const confirmed = found.find((element) => stated !== undefined && same(textOf(element), stated));
  if (confirmed) return made(confirmed, true);
  if (stated !== undefined && fits(stated)) {
    const path = stated === entry?.text ? entry.path : 'meta[name="ArticleTitle"]';
    return { text: stated, path, element: null, sure: true };
  }
  const agreed = found.find((element) => head !== undefined && same(textOf(element), head));
  if (agreed) return made(agreed, true);
  const heading = commented(root)[0] ?? found.find((element) => element.name === 'h1');
  if (heading && fits(textOf(heading))) return made(heading, true);
  const first = found[0];
  if (first) return made(first, false);
  return head === undefined ? undefined : { text: head, path: 'title', element: null, sure: false };
}
