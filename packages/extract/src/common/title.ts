/** The title of a part, and the lines on which it stands (GB/T 9704-2012 §7.3.1). */
import { evidenceFor } from '../evidence.ts';
import {
  isAttachmentHead,
  isDate,
  isIndexEntry,
  isIssue,
  isIssueLine,
  isMark,
  isMastheadWord,
  isNumber,
  isOrderName,
  isSignature,
} from '../line-signs.ts';
import type { Part } from '../part.ts';
import { type Item, isLine, type Line } from '../reading.ts';
import type { Evidence } from '../record.ts';
import { first } from '../rule.ts';
import { citation } from '../rules/citation.ts';
import { joinedLine } from '../rules/joined-line.ts';
import { belongs, isTitleLine, type TitleBlock, titleBlockAt } from '../title-block.ts';
import { rawOf } from '../trace.ts';

export interface TitleFound {
  readonly value: string;
  readonly raw: string;
  readonly lines: readonly Line[];
  /** Index of its first line among the items of the part, and of the item behind its last. */
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly Evidence[];
  /** Index behind the name of the order that promulgates it; the order is signed above the title. */
  readonly promulgatedAt?: number;
}

/** Items among which a title stands: a letterhead is short. */
const TOP = 20;
/** Lines of a joint masthead. */
const MOST_JOINT = 10;
const ISSUED_AS = /(?:纪[\s\u3000]*要|简[\s\u3000]*报|通[\s\u3000]*报)[\s\u3000]*$/u;
/** What a title without any sign of layout may be long. */
const PLAIN = 60;

const made = (
  block: Pick<TitleBlock, 'lines' | 'text' | 'start' | 'end'>,
  confidence: number,
): TitleFound => ({
  value: block.text,
  raw: block.lines.map(({ traced }) => rawOf(traced)).join(''),
  lines: block.lines,
  start: block.start,
  end: block.end,
  evidence: block.lines.map((line) =>
    evidenceFor(line, { start: 0, end: line.text.length }, joinedLine.id, confidence),
  ),
});

const isTopHeading = (item: Item | undefined): item is Line =>
  item !== undefined &&
  isLine(item) &&
  item.block.kind === 'heading' &&
  (item.block.level ?? 1) === 1;

/** The first run of lines that the carrier marks as the title. */
function marked(items: readonly Item[]): TitleFound | undefined {
  const start = items
    .slice(0, TOP)
    .findIndex(
      (item, at) =>
        isTopHeading(item) &&
        isTitleLine(item.text) &&
        !isMark(item.text) &&
        !isJointMasthead(items, at) &&
        !isIssueMasthead(items, at) &&
        !isBareMasthead(items, at),
    );
  if (start < 0) return undefined;
  let end = start;
  const lines: Line[] = [];
  let text = '';
  for (let item = items[end]; isTopHeading(item) && lines.length < 5; item = items[end]) {
    if (!belongs(text, item, lines)) break;
    lines.push(item);
    text += first(joinedLine, item.text)?.value ?? '';
    end += 1;
  }
  return made({ lines, text, start, end }, 0.98);
}

/** The name of the agency alone above the number: the masthead of a letter (GB/T 9704-2012 §10.1). */
export function isBareMasthead(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (!item || !next || !isLine(item) || !isLine(next) || !isSignature(item.text)) return false;
  return isNumber(next.text) || isMark(next.text) || isDate(next.text);
}

/** Lines with the names of a joint masthead: 文件 stands under the last. */
function isJointMasthead(items: readonly Item[], start: number): boolean {
  for (const item of items.slice(start, start + MOST_JOINT)) {
    if (!isLine(item)) return false;
    if (isMastheadWord(item.text)) return true;
    if (!isSignature(item.text)) return false;
  }
  return false;
}

/** The masthead of minutes and briefings, above the number of the issue (GB/T 9704-2012 §10.3). */
function isIssueMasthead(items: readonly Item[], start: number): boolean {
  for (const item of items.slice(start, start + MOST_JOINT)) {
    if (!isLine(item)) return false;
    if (isIssue(item.text)) return true;
    if (!ISSUED_AS.test(item.text) && !isSignature(item.text)) return false;
  }
  return false;
}

const isHead = (items: readonly Item[], at: number, { text }: Line): boolean =>
  isAttachmentHead(text) ||
  isIndexEntry(text) ||
  isJointMasthead(items, at) ||
  isIssueMasthead(items, at) ||
  isIssueLine(text) ||
  isNumber(text) ||
  isMark(text) ||
  isBareMasthead(items, at) ||
  (isDate(text) && at > 0 && isBareMasthead(items, at - 1));

/** Skips what stands above a title. */
function afterHead(items: readonly Item[]): number {
  let at = 0;
  for (; at < Math.min(items.length, TOP); at++) {
    const item = items[at];
    if (!item || !isLine(item)) break;
    if (!isHead(items, at, item)) break;
  }
  return at;
}

/** An order names itself 令; its title is that of what it promulgates. */
function promulgated(items: readonly Item[]): TitleFound | undefined {
  const top = items.slice(0, 6).filter(isLine);
  const name = top.findIndex(({ text }) => isOrderName(text));
  if (name < 0) return undefined;
  const cited = top.slice(name + 1).flatMap(({ text }) => [...citation.find(text)])[0];
  if (!cited) return undefined;
  for (const [at] of items.slice(0, 30).entries()) {
    const block = titleBlockAt(items, at);
    if (block && block.text === cited.value.title) {
      return { ...made(block, 0.95), promulgatedAt: name + 1 };
    }
  }
  return undefined;
}

/** What a title looks like when nothing but its words tells. */
function plain(items: readonly Item[]): TitleFound | undefined {
  const start = afterHead(items);
  const block = titleBlockAt(items, start);
  if (!block || (items.length > 1 && block.end >= items.length && !block.complete))
    return undefined;
  if (block.complete) return made(block, 0.95);
  const [line] = block.lines;
  if (!line) return undefined;
  const set = block.lines.filter(
    ({ block: b }) => b.align === 'center' || b.bold || (b.scale ?? 1) > 1.15,
  );
  if (set.length > 0) {
    const text = set.map((l) => first(joinedLine, l.text)?.value ?? '').join('');
    return made({ lines: set, text, start, end: start + set.length }, 0.85);
  }
  if (line.text.trim().length > PLAIN) return undefined;
  const text = first(joinedLine, line.text)?.value ?? '';
  return made({ lines: [line], text, start, end: start + 1 }, 0.6);
}

/** The title of a part, or undefined where none is printed. */
export function titleOf(part: Part): TitleFound | undefined {
  const { items } = part;
  return (
    promulgated(items) ?? (part.relation === 'main' ? marked(items) : undefined) ?? plain(items)
  );
}
