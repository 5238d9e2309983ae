/**
 * Tells text from furniture, line by line, inside the place where the text of a page is.
 *
 * Where a system has marked that place, only the tools that editors paste into it are furniture. Where
 * it had to be guessed, everything that pages print around a text may be inside.
 */
import { keyOf } from '../../../chinese/key.ts';
import { waypoints } from '../beside/breadcrumb.ts';
import { bylineParts, editorParts } from '../beside/byline.ts';
import type { Element } from '../tree/element.ts';
import type { HtmlItem, HtmlLine } from './items.ts';
import { furniture, isTab } from './vocabulary.ts';

export type Verdict =
  | { readonly is: 'body' | 'breadcrumb' | 'byline' }
  | { readonly is: 'dropped'; readonly rule: string };

export interface Sorted {
  readonly item: HtmlItem;
  readonly verdict: Verdict;
}

/** Rules that hold even where the system has marked the text. */
const inMarked: ReadonlySet<string> = new Set(['tools', 'tabs', 'after', 'pager', 'signs']);
/** Characters; longer lines are text, bylines and ways among them excepted. */
const longestFurniture = 300;
/** Share of a line that is linked when the line is an entry of a list. */
const mostly = 0.8;
/** Characters of the name of a tab. */
const longestTab = 12;
const dateOnly = /^[[(]?\d{2,4}[-./年]\d{1,2}([-./月]\d{1,2}日?)?[\])]?$/;

/** What follows is about the site, in sentences like a text. */
const noticeOfSite = /^(版权与免责声明|版权及免责声明|免责声明|版权声明)[:：]?$/;

const body: Verdict = { is: 'body' };
const dropped = (rule: string): Verdict => ({ is: 'dropped', rule });

/** Whether a line is an entry of a list: a link, with or without a date. */
export function isEntry({ text, links }: HtmlLine): boolean {
  const linked = links.reduce((sum, link) => sum + link.text.length, 0);
  return linked > 0 && linked >= (text.length - 12) * mostly && linked >= text.length * 0.5;
}

/** The rule of a line that is links and a word of the vocabulary before them: `分享到：微信 微博`. */
function labelOfLinks({ text, links }: HtmlLine): string | undefined {
  if (links.length === 0) return undefined;
  const rest = links.reduce((left, link) => left.replace(link.text, ''), text);
  const key = keyOf(rest);
  return key.length >= 2 && key.length < text.length ? furniture(key) : undefined;
}

/** The rule under which a line is furniture by its words, wherever it stands. */
export const furnitureRule = (line: HtmlLine): string | undefined =>
  line.text.length > longestFurniture
    ? undefined
    : (furniture(keyOf(line.text)) ?? labelOfLinks(line));

/** Pictures that belong to the design of a site, by the folder they lie in. */
const designFolder =
  /(^|\/)(static|templates?|skins?|themes?|images?\/(common|icons?|public)|assets)\//i;

const isOfTheSite = (element: Element): boolean => designFolder.test(element.attribs['src'] ?? '');

/** Sorts the lines of one place. */
class Sorter {
  readonly #marked: boolean;
  #afterText = false;
  #ended = false;
  #begun = false;

  constructor(marked: boolean) {
    this.#marked = marked;
  }

  sort(item: HtmlItem): Sorted {
    if (item.kind === 'omission') return { item, verdict: dropped(item.rule) };
    if (this.#ended) return { item, verdict: dropped('notice-of-site') };
    if (item.kind === 'figure' && !this.#marked && isOfTheSite(item.element)) {
      return { item, verdict: dropped('picture-of-site') };
    }
    if (item.kind !== 'line') {
      this.#begun = true;
      return { item, verdict: this.#afterText && !this.#marked ? dropped('after-text') : body };
    }
    return { item, verdict: this.#line(item) };
  }

  #line(line: HtmlLine): Verdict {
    if (line.text.length > longestFurniture) return this.#sentence();
    const key = keyOf(line.text);
    const rule = furniture(key) ?? this.#ruleOfLinks(line);
    if (!this.#marked && this.#begun && noticeOfSite.test(key)) this.#ended = true;
    if (rule === 'after') this.#afterText = true;
    if (rule !== undefined && (!this.#marked || inMarked.has(rule))) return dropped(rule);
    if (this.#afterText && (isEntry(line) || dateOnly.test(key))) return dropped('after-text');
    if (bylineParts(line.text).length > 0 || editorParts(line.text).length > 0) {
      return { is: 'byline' };
    }
    if (!this.#marked && waypoints(line.text).length > 0) return { is: 'breadcrumb' };
    return this.#sentence();
  }

  /** A word of the vocabulary before links; `相关文件：《…》` at the top of a text is what it is about. */
  #ruleOfLinks(line: HtmlLine): string | undefined {
    const rule = labelOfLinks(line);
    return rule === 'after' && (this.#marked || !this.#begun) ? undefined : rule;
  }

  #sentence(): Verdict {
    this.#afterText = false;
    this.#begun = true;
    return body;
  }
}

/** Names of tabs, two or more of them in a row. */
function tabsIn(items: readonly HtmlItem[]): ReadonlySet<HtmlItem> {
  const isName = (item: HtmlItem | undefined): boolean =>
    item?.kind === 'line' && item.text.length < longestTab && isTab(keyOf(item.text));
  const names = items.filter(
    (item, at) => isName(item) && (isName(items[at - 1]) || isName(items[at + 1])),
  );
  return new Set(names);
}

/** Says of every item whether it is text. */
export function sortItems(items: readonly HtmlItem[], marked: boolean): readonly Sorted[] {
  const sorter = new Sorter(marked);
  const tabs = tabsIn(items);
  return items.map((item) =>
    tabs.has(item) ? { item, verdict: dropped('tabs') } : sorter.sort(item),
  );
}
