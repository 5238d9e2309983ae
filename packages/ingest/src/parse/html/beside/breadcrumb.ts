/** The way to the page: `当前位置：首页 > 信息公开 > 年度报告`, one block an item. */
import type { Text } from 'domhandler';
import { keyOf } from '../../../chinese/key.ts';
import {
  type AnyNode,
  ancestors,
  descendants,
  type Element,
  isHidden,
  isTag,
  isText,
  textOf,
} from '../tree/element.ts';
import { weightOf } from '../tree/weight.ts';
import { type Beside, beside } from './beside.ts';

const prefix =
  /^[\s>＞•]*(您|你)?(当前|现在)?(的|所|所在|所处|所在的)*(位置|栏目|页面)(是|为)?[:：]?|^(您|你)(当前|现在)*(所)?在的?(位置|页面)?[:：]/;
const opening = /^.{0,6}(位置|所在栏目|所在页面|现在在)[:：]?/;
const separator = /\s*(?:>{1,2}|＞|»|→|->|›|\\)\s*|\s+\/\s+/;
const hasSeparator = /[>＞»→›\\/]|->/;
const onlySigns = /^[>＞»→›\\/|·-]+$/;
const separators = new RegExp(separator.source, 'g');
/** Characters of a line that may still be a way. */
const longest = 300;
const enough = 2;
/** Characters of a way with one sign: `首页 / 公开`. */
const shortWay = 30;
const home = /^.{0,12}(首页|主页)$/;
/** Characters of a column's name; the last item may be the article's title. */
const longestName = 60;
/** Elements above the words 当前位置 that are looked at. */
const maxSteps = 6;

/** Names of the columns on a line, or nothing when it is no way. */
export function waypoints(text: string): string[] {
  if (text.length > 2 * longest || !hasSeparator.test(text)) return [];
  const key = keyOf(text);
  const named = prefix.test(key);
  const items = text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items.length < enough) return [];
  if (!named) return beginsAtHome(text, items) ? items : [];
  const way = withoutPrefix(items);
  return areNames(way) ? way : [];
}

/** A way without a word before it: from the home page, over two signs or through one short name. */
function beginsAtHome(text: string, items: readonly string[]): boolean {
  const signs = text.match(separators)?.length ?? 0;
  if (signs < enough && text.length > shortWay) return false;
  return home.test(keyOf(items[0] ?? '')) && areNames(items);
}

/** Names of columns: a sentence between two signs is none. */
const areNames = (items: readonly string[]): boolean =>
  items.every((item) => keyOf(item).length <= longestName);

/** The first item without `当前位置：`; dropped when nothing is left of it. */
function withoutPrefix(items: readonly string[]): string[] {
  const [first = '', ...rest] = items;
  const colon = Math.max(first.indexOf(':'), first.indexOf('：'));
  const name = first.slice(colon + 1).trim();
  const alone = colon < 0 && opening.test(keyOf(first));
  return name === '' || alone ? rest : [name, ...rest];
}

/** Columns named in a box: by separators, else by its links when nothing but links follows. */
function wayIn(box: Element): string[] {
  const text = textOf(box);
  const items = waypoints(text);
  if (items.length > 0 || !prefix.test(keyOf(text))) return items;
  const linked = [...links(box).keys()].filter((item) => item !== '');
  const rest = linked.reduce((left, item) => left.replace(item, ''), text);
  return keyOf(rest).replace(prefix, '').replace(onlySigns, '') === '' ? linked : [];
}

/** Whether a box says the same way and goes further: a cell more of a row, an item more of a list. */
function continues(longer: readonly string[], way: readonly string[]): boolean {
  const same = way.every((item, at) => longer[at] === item);
  return same && longer.length > way.length;
}

/** The smallest element around a text that says 当前位置 which holds the whole way. */
function boxAround(node: AnyNode): Element | undefined {
  let box: Element | undefined;
  let way: readonly string[] = [];
  let steps = 0;
  for (const element of ancestors(node)) {
    if (steps++ > maxSteps || weightOf(element).ink > longest) break;
    const items = wayIn(element);
    const taken = box ? continues(items, way) : items.length >= enough;
    if (taken) [box, way] = [element, items];
  }
  return box;
}

/** Texts outside of hidden elements, in order. A list: nested generators cost their depth at every step. */
function textsIn(root: AnyNode): readonly Text[] {
  const found: Text[] = [];
  const visit = (node: AnyNode): void => {
    if (isText(node)) found.push(node);
    else if ('children' in node && !(isTag(node) && isHidden(node))) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

function links(box: Element): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of descendants(box)) {
    const href = element.attribs['href'];
    if (element.name === 'a' && href !== undefined) found.set(textOf(element), href);
  }
  return found;
}

export interface Breadcrumb {
  readonly blocks: readonly Beside[];
  readonly box: Element | null;
}

const classNamed =
  /(^|[\s_-])(breadcrumbs?|crumbs?|position|location|weizhi|dqwz|path|site-?path|curpos|pos)([\s_-]|$)/i;

/** Asked first: it is cheap, and holds in both scripts. */
const mayBe = /[位栏欄页頁]|所在/;

const beginsHome = /^[\s\u00a0]{0,20}.{0,6}(首页|首頁|主页|主頁)/;

const saysWhere = (text: string): boolean =>
  text.length <= longest && mayBe.test(text) && prefix.test(keyOf(text));

/** Boxes around texts of a kind. */
function* boxesAround(
  texts: readonly Text[],
  isOne: (text: string) => boolean,
): Generator<Element> {
  for (const node of texts) {
    const box = isOne(node.data) ? boxAround(node) : undefined;
    if (box) yield box;
  }
}

const startsHome = (text: string): boolean => text.length <= longest && beginsHome.test(text);

const isNamedWay = (element: Element): boolean =>
  classNamed.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`) &&
  !isHidden(element);

/** Boxes that may be the way, the surest first. */
function* candidates(root: AnyNode): Generator<Element> {
  const texts = textsIn(root);
  yield* boxesAround(texts, saysWhere);
  yield* boxesAround(texts, startsHome);
  yield* descendants(root).filter(isNamedWay);
}

/** Items of a way inside a box, with the addresses they lead to. */
export function waypointBlocks(
  text: string,
  element: Element,
  resolve: (href: string) => string | undefined,
): Beside[] {
  const addresses = links(element);
  const items = waypoints(text);
  return (items.length > 0 ? items : wayIn(element)).map((item) => {
    const href = addresses.get(item);
    return beside(element, {
      role: 'breadcrumb',
      text: item,
      href: href === undefined ? undefined : resolve(href),
    });
  });
}

/** Finds the breadcrumb of a page. */
export function breadcrumb(
  root: AnyNode,
  resolve: (href: string) => string | undefined,
): Breadcrumb {
  for (const box of candidates(root)) {
    if (weightOf(box).ink > longest) continue;
    const text = textOf(box);
    const blocks = waypointBlocks(text, box, resolve);
    if (blocks.length > 0) return { blocks, box };
  }
  return { blocks: [], box: null };
}
