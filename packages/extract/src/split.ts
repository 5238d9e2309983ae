/**
 * Splits a file into the documents it holds: a notice, the text it issues, the interpretation of that
 * text. A part begins at a title; what stands before it says whether it may.
 */

import { attachmentLines } from './attachment-lines.ts';
import { isReportTitle } from './kinds/annual-report/title.ts';
import {
  isAttachmentHead,
  isDate,
  isFurniture,
  isImprint,
  isNote,
  isNumbered,
  isOrderName,
  isSentence,
  isSignature,
} from './line-signs.ts';
import type { Part } from './part.ts';
import { type Item, isLine, type Line, type Reading } from './reading.ts';
import { first } from './rule.ts';
import { attachmentNames } from './rules/attachment-names.ts';
import { citation } from './rules/citation.ts';
import { genre } from './rules/genre.ts';
import { innerTitle } from './rules/inner-title.ts';
import { type TitleBlock, titleBlockAt } from './title-block.ts';

interface Boundary {
  /** Index of the item with which the part begins. */
  readonly at: number;
  readonly relation: Part['relation'];
}

const INTERPRETATION = /解读(?:[（(][^（）()]{1,20}[）)])?$/u;
/** A heading that only says what follows. */
const INTERPRETATION_HEAD =
  /^[\s\u3000]*(?:政策|文件|相关|政策文件)?解读[\s\u3000]*[:：]?[\s\u3000]*$/u;
const NAMES_DOCUMENT = /《[^》]{4,}》|^关于|^解读/u;
/** A title in book marks is a list entry, unless the text before it is closed. */
const MARKED = /^《.*》$/u;
const BLANKS_AND_MARKS = /[\s\u3000《》〈〉“”"（）()]/gu;
const REMARK = /[（(][^（）()]{1,30}[）)]$/u;
/** Texts that stand alone: what a notice issues without naming it. */
const CONTENTS_HEAD = /^[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$/u;
/** Sentences that make a text, and not the caption of a table. */
const ENOUGH_SENTENCES = 1;
/** Lines in which a notice says what it issues. */
const FIRST_LINES = 12;
const LONGEST_TEXT_SEARCH = 40;

const keyOf = (title: string): string => title.replace(BLANKS_AND_MARKS, '');
const bareKey = (title: string): string => keyOf(title.trim().replace(REMARK, ''));

const textOf = (item: Item | undefined): string => (item && isLine(item) ? item.text : '');

/** Titles that the main text announces: what it issues, cites in its first lines, or attaches. */
function announced(items: readonly Item[], until: number): ReadonlySet<string> {
  const block = titleBlockAt(items, 0);
  const inner = block ? first(innerTitle, block.text)?.value : undefined;
  const lines = items.slice(block?.end ?? 0, until).filter(isLine);
  const cited = lines
    .slice(0, FIRST_LINES)
    .flatMap(({ text }) => [...citation.find(text)].map((c) => c.value.title));
  const attached = attachmentLines(lines).flatMap(({ text }) =>
    [...attachmentNames.find(text)].map((a) => a.value),
  );
  return new Set(
    [inner ?? [], cited, attached]
      .flat()
      .map(bareKey)
      .filter((key) => key.length >= 4),
  );
}

/** Whether text follows a title, before the next one: an attached table is no document of its own. */
function saysSomething(items: readonly Item[], from: number): boolean {
  let sentences = 0;
  for (const item of items.slice(from, from + LONGEST_TEXT_SEARCH)) {
    if (isLine(item) && isAttachmentHead(item.text)) break;
    if (isLine(item) && isSentence(item.text) && !isNote(item.text)) sentences += 1;
    if (sentences >= ENOUGH_SENTENCES) return true;
  }
  return false;
}

/** What is known while the items are walked. */
interface State {
  /** Index of the item with which the open part begins, and whether it has said something. */
  start: number;
  spoken: boolean;
  /** Whether the open part has come to its end: signed, dated or printed. */
  closed: boolean;
  /** Whether an `附件` line stands directly before. */
  headed: number | undefined;
  expected: ReadonlySet<string>;
}

function interpretationAt(
  items: readonly Item[],
  at: number,
  state: State,
  block: TitleBlock | undefined,
): boolean {
  const text = textOf(items[at]);
  if (INTERPRETATION_HEAD.test(text)) return state.closed && saysSomething(items, at + 1);
  if (block === undefined || !INTERPRETATION.test(block.text)) return false;
  // 加强政策解读 is a heading of a report: an interpretation names what it interprets.
  const named =
    NAMES_DOCUMENT.test(block.text) ||
    state.expected.has(bareKey(block.text.replace(INTERPRETATION, '')));
  return (named || state.closed) && saysSomething(items, block.end);
}

function attachedAt(items: readonly Item[], state: State, block: TitleBlock): boolean {
  if (!saysSomething(items, block.end)) return false;
  const listed = MARKED.test(block.text) && !state.closed;
  if (state.expected.has(bareKey(block.text)) && !listed) return true;
  const named = block.complete || first(genre, block.text) !== undefined;
  if (state.headed !== undefined) return named || state.closed;
  return state.closed && named && followsLikeText(items, block.end);
}

/** Behind the title of a text stands its text: no further signature, no caption of a table. */
function followsLikeText(items: readonly Item[], from: number): boolean {
  const next = items[from];
  if (!next || !isLine(next)) return false;
  return !isSignature(next.text) && !isDate(next.text);
}

/** The boundary at an item, if one stands there. */
function boundaryAt(
  items: readonly Item[],
  at: number,
  state: State,
): (Boundary & { end: number }) | undefined {
  const block = titleBlockAt(items, at);
  if (state.spoken && interpretationAt(items, at, state, block)) {
    return { at: state.headed ?? at, relation: 'interpretation', end: block?.end ?? at + 1 };
  }
  if (!block || !state.spoken || CONTENTS_HEAD.test(textOf(items[at]))) return undefined;
  if (!attachedAt(items, state, block)) return undefined;
  return { at: state.headed ?? at, relation: 'attached', end: block.end };
}

/** Takes note of what an item says about the open part. */
function observe(state: State, item: Item, at: number): void {
  const text = textOf(item);
  if (isAttachmentHead(text)) {
    state.headed = at;
    return;
  }
  state.headed = undefined;
  if (isDate(text) || isImprint(text)) state.closed ||= state.spoken;
  if (isSentence(text) || isNumbered(text)) state.spoken ||= at > state.start;
  // A sentence behind a date: the date was none of a signature.
  if (isSentence(text) && !isNote(text)) state.closed = false;
}

function boundaries(items: readonly Item[]): Boundary[] {
  const found: Boundary[] = [];
  const state: State = {
    start: 0,
    spoken: false,
    closed: false,
    headed: undefined,
    expected: announced(items, items.length),
  };
  for (let at = 0; at < items.length; at++) {
    const boundary = at > 0 ? boundaryAt(items, at, state) : undefined;
    const item = items[at];
    if (!boundary) {
      if (item) observe(state, item, at);
      continue;
    }
    found.push({ at: boundary.at, relation: boundary.relation });
    Object.assign(state, { start: boundary.end, spoken: false, closed: false, headed: undefined });
    at = boundary.end - 1;
  }
  return found;
}

/** An order and the regulation that it promulgates are one document. */
const isOrder = (items: readonly Item[]): boolean =>
  items.slice(0, 6).some((item) => isLine(item) && isOrderName((item as Line).text));

/** The tables behind a report belong to it. */
const isReport = (items: readonly Item[]): boolean =>
  isReportTitle(titleBlockAt(items, 0)?.text ?? '');

/** The parent of a part: the main text, or for an interpretation of an attached text that text's parent. */
const parentOf = (position: number): number | null => (position === 0 ? null : 0);

/** A line of the 版记; 抄送 may go on over a second line. */
const isTail = (items: readonly Item[], at: number): boolean =>
  isImprint(textOf(items[at])) ||
  isFurniture(textOf(items[at])) ||
  isFurniture(textOf(items[at - 1]));

/** Lines of the 版记 at the end of a text. */
function imprintAt(items: readonly Item[]): number {
  let at = items.length;
  while (at > 0 && isTail(items, at - 1)) at--;
  return items.slice(at).some((item) => isImprint(textOf(item))) ? at : items.length;
}

/**
 * The 版记 stands on the last page, behind what is attached, and is that of the document which attaches
 * it (GB/T 9704-2012 §7.4).
 */
function withImprint(parts: readonly Part[]): readonly Part[] {
  const [main, ...others] = parts;
  const last = others.findLast(({ relation }) => relation === 'attached');
  if (!main || !last || main.items.some((item) => isImprint(textOf(item)))) return parts;
  const at = imprintAt(last.items);
  const imprint = last.items.slice(at);
  if (imprint.length === 0) return parts;
  return parts.map((part) => {
    if (part === main) return { ...part, items: [...part.items, ...imprint] };
    return part === last ? { ...part, items: part.items.slice(0, at) } : part;
  });
}

/** The documents of a file, in order. */
export function split(reading: Reading): readonly Part[] {
  const { items } = reading;
  const cuts =
    isOrder(items) || isReport(items)
      ? boundaries(items).filter(({ relation }) => relation === 'interpretation')
      : boundaries(items);
  const starts: Boundary[] = [{ at: 0, relation: 'main' }, ...cuts];
  const parts = starts.map(({ at, relation }, position) => ({
    reading,
    position,
    items: items.slice(at, starts[position + 1]?.at ?? items.length),
    relation,
    parent: parentOf(position),
  }));
  return withImprint(parts);
}
