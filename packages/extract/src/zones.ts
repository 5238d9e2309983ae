/** The zones of an official document: 版头, 主体, 版记 (GB/T 9704-2012 §7.1). */

import { type TitleFound, titleOf } from './common/title.ts';
import {
  isAddressees,
  isAttachmentHead,
  isDate,
  isFurniture,
  isImprint,
  isMark,
  isNote,
  isNumber,
  isSentence,
  isSignature,
} from './line-signs.ts';
import type { Part } from './part.ts';
import { type Item, isLine, type Line } from './reading.ts';

export interface Signature {
  /** Lines with the names of the signers, top down; the date may share the last. */
  readonly lines: readonly Line[];
  /** The line with the date, if there is one. */
  readonly date: Line | undefined;
}

export interface Zones {
  readonly title: TitleFound | undefined;
  /** Lines above and directly under the title: masthead, number, signatory … */
  readonly head: readonly Line[];
  readonly addressees: Line | undefined;
  readonly signature: Signature;
  /** Remarks in brackets, and the labelled lines of the 版记. */
  readonly tail: readonly Line[];
}

/** Lines under a title among which the number may stand. */
const UNDER_TITLE = 4;
/** Joint documents are signed by several. */
const MOST_SIGNERS = 12;
const DATE_AT_END = /[\s\u3000].{0,2}[0-9０-９一二三四五六七八九〇○零]{4}年.{1,12}日\s*$/u;

const lines = (items: readonly Item[]): Line[] => items.filter(isLine);

function headOf(items: readonly Item[], title: TitleFound | undefined): Line[] {
  const body = title?.promulgatedAt ?? title?.end ?? 0;
  const above = title ? items.slice(0, title.promulgatedAt ?? title.start) : [];
  const below = items.slice(body, body + UNDER_TITLE);
  const marks = lines(below).filter(({ text }) => isNumber(text) || isMark(text));
  return [...lines(above), ...marks];
}

function addresseesOf(items: readonly Item[], from: number): Line | undefined {
  for (const item of items.slice(from, from + UNDER_TITLE + 1)) {
    if (!isLine(item)) return undefined;
    if (isAddressees(item.text)) return item;
    if (isSentence(item.text)) return undefined;
  }
  return undefined;
}

/** What may stand behind a signature without being text. */
const closes = (item: Item): boolean =>
  !isLine(item) ||
  isNote(item.text) ||
  isFurniture(item.text) ||
  isImprint(item.text) ||
  !isSentence(item.text);

/** For each item, whether only the end of the document, or an attached text, stands behind it. */
function closings(items: readonly Item[]): readonly boolean[] {
  const found: boolean[] = [];
  let closed = true;
  for (const [at, item] of [...items.entries()].reverse()) {
    found[at] = closed;
    if (isLine(item) && isAttachmentHead(item.text)) closed = true;
    else if (!closes(item)) closed = false;
  }
  return found;
}

function signersAbove(items: readonly Item[], at: number, from: number): Line[] {
  const found: Line[] = [];
  for (let up = at - 1; up >= from && found.length < MOST_SIGNERS; up--) {
    const item = items[up];
    if (!item || !isLine(item) || !isSignature(item.text)) break;
    found.unshift(item);
  }
  return found;
}

const signedOnOneLine = (text: string): boolean =>
  DATE_AT_END.test(text) && isSignature(text.replace(DATE_AT_END, ''));

/** The first date with signers above it, else the last date behind which nothing is said. */
function signatureOf(items: readonly Item[], from: number): Signature {
  let bare: Line | undefined;
  let closing: readonly boolean[] | undefined;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (!item || !isLine(item) || isImprint(item.text)) continue;
    if (signedOnOneLine(item.text)) return { lines: [item], date: item };
    if (!isDate(item.text)) continue;
    const signers = signersAbove(items, at, from);
    if (signers.length > 0) return { lines: signers, date: item };
    closing ??= closings(items);
    if (at > from && closing[at]) bare = item;
  }
  if (bare) return { lines: [], date: bare };
  return { lines: unsigned(items, from), date: undefined };
}

/** A signature without a date: the last line, if it is a name. */
function unsigned(items: readonly Item[], from: number): Line[] {
  const last = items.findLastIndex((item) => !isLine(item) || !isNote(item.text));
  const item = items[last];
  return last > from && item && isLine(item) && isSignature(item.text)
    ? [...signersAbove(items, last, from), item]
    : [];
}

function tailOf(items: readonly Item[], from: number): Line[] {
  return lines(items.slice(from)).filter(
    ({ text }) => isNote(text) || isFurniture(text) || isImprint(text),
  );
}

/** Lays out the zones of a part. */
export function zonesOf(part: Part): Zones {
  const title = titleOf(part);
  const body = title?.promulgatedAt ?? title?.end ?? 0;
  const addressees = addresseesOf(part.items, body);
  const from = addressees ? part.items.indexOf(addressees) + 1 : body;
  return {
    title,
    head: headOf(part.items, title),
    addressees,
    signature: signatureOf(
      title?.promulgatedAt === undefined ? part.items : part.items.slice(0, title.start),
      from,
    ),
    tail: tailOf(part.items, from),
  };
}
