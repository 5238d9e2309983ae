/**
 * The line under the title: `发布时间：2018-02-07 00:00 来源：X 字体：[ ]`, with any separator or none.
 *
 * A line with two labels or more is split at its labels; a value reaches to the next label.
 */

import { legible } from '../../../chinese/key.ts';
import { toRawPosition } from '../../../edit.ts';
import { ancestors, childElements, type Element, textOf } from '../tree/element.ts';
import { weightOf } from '../tree/weight.ts';
import { type Beside, beside } from './beside.ts';
import { bylineKeys, screenKeys } from './labels.ts';

/** Characters of a line that may still be a byline. */
const longest = 400;
/** Characters of two labels. */
const shortest = 5;
const enough = 2;
/** Han characters of one label: beside it a date may stand without any. */
const fewest = 2;

const words = bylineKeys.map(([label]) => [...label].join('\\s*')).join('|');
const keys = new Map(bylineKeys);
const labels = new RegExp(
  `(${words})\\s*(?:[:：]|(?=\\s*\\[|\\s*【|\\s+\\d|$))|(?<=\\s)(信息来源|来源)(?=\\s+\\p{Script=Han})`,
  'gu',
);
const dateFirst =
  /^\s*(\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)/;
const date = /\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}/;
const blanks = /\s+/g;
const edges = /^[\s|丨:：,，;；?？/·\u00a0-]+|[\s|丨,，;；?？/·\u00a0【[(（-]+$/g;

/** A label of no vocabulary ends a value too. */
const unknownLabel = /[\s|]\p{Script=Han}{2,8}[:：].*$/u;

export interface BylinePart {
  readonly key: string;
  /** As it stands on the line. */
  readonly value: string;
}

const beginnings = [...new Set(bylineKeys.map(([label]) => label.charAt(0)))].join('');

/** How a byline begins: with a date or a label, in either script. Asked first, for it is cheap. */
const mayBegin = new RegExp(
  `^[\\s|丨:：,，;；?？/·\\u00a0【[(（-]*(?![关關][于於])[\\d${beginnings}發內來記責編錄審歸瀏閱點訪視聽關語掃頁網雙時]`,
  'u',
);

/** Labels and values of a line, or nothing when it is no byline. */
export function bylineParts(line: string): BylinePart[] {
  if (line.length < shortest || line.length > longest || !mayBegin.test(line)) return [];
  const read = legible(line);
  const marks = [...read.text.matchAll(labels)].map((match) => ({
    key: keys.get((match[1] ?? match[2] ?? '').replace(blanks, '')) ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const first = dateFirst.exec(read.text);
  const leading = first && (marks[0]?.start ?? 0) >= (first[0]?.length ?? 0);
  const parts = marks.map(({ key, end }, at) => ({
    key,
    value: line
      .slice(
        toRawPosition(read, end),
        toRawPosition(read, marks[at + 1]?.start ?? read.text.length),
      )
      .replace(unknownLabel, '')
      .replace(edges, ''),
  }));
  if (leading && first?.[1]) parts.unshift({ key: 'published', value: first[1].trim() });
  return isByline(parts, read.text, marks[0]?.start ?? 0, Boolean(leading)) ? parts : [];
}

/** Two labels, nothing but a date before the first, and a date or a screen tool among them. */
function isByline(
  parts: readonly BylinePart[],
  text: string,
  start: number,
  leading: boolean,
): boolean {
  if (new Set(parts.map(({ key }) => key)).size < enough) return false;
  if (!leading && text.slice(0, start).replace(edges, '') !== '') return false;
  return parts.some(({ key, value }) => screenKeys.has(key) || date.test(value) || value === '');
}

const editorLine =
  /^[(（[【]?\s{0,4}(?:责任编辑|网站编辑|责编|编辑)\s{0,4}[:：]\s{0,4}([\p{Script=Han}·\s]{2,12}?)\s{0,4}[)）\]】]?$/u;

/** The line under a text that names its editor: the one label of a byline that stands alone. */
export function editorParts(line: string): BylinePart[] {
  const name = editorLine.exec(line.trim())?.[1];
  return name === undefined ? [] : [{ key: 'editor', value: name }];
}

/** Blocks of the parts that say something about the document. */
export const bylineBlocks = (parts: readonly BylinePart[], element: Element): Beside[] =>
  parts
    .filter(({ key, value }) => !screenKeys.has(key) && value !== '')
    .map(({ key, value }) => beside(element, { role: 'byline', label: key, text: value }));

export interface Byline {
  readonly blocks: readonly Beside[];
  readonly boxes: readonly Element[];
}

/** The smallest elements that are bylines. */
function boxesIn(element: Element, elsewhere: Elsewhere): Element[] {
  const { ink, han } = weightOf(element);
  if (han < fewest || elsewhere.boxes.has(element)) return [];
  const inner = childElements(element).flatMap((child) => boxesIn(child, elsewhere));
  if (inner.length > 0 || ink > longest || elsewhere.around.has(element)) return inner;
  return bylineParts(textOf(element)).length > 0 ? [element] : [];
}

/** Boxes that are something else, and the elements around them. */
interface Elsewhere {
  readonly boxes: ReadonlySet<Element>;
  readonly around: ReadonlySet<Element>;
}

/**
 * Finds the bylines of a page; of each key the first value counts.
 *
 * @param elsewhere Boxes that are something else: rows of an index header look like bylines.
 */
export function byline(root: Element, elsewhere: readonly Element[]): Byline {
  const around = new Set(elsewhere.flatMap((box) => [...ancestors(box)]));
  const boxes = boxesIn(root, { boxes: new Set(elsewhere), around });
  const seen = new Map<string, Beside>();
  for (const box of boxes) {
    for (const block of bylineBlocks(bylineParts(textOf(box)), box)) {
      if (!seen.has(block.label ?? '')) seen.set(block.label ?? '', block);
    }
  }
  return { blocks: [...seen.values()], boxes };
}
