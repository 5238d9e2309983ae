/**
 * The outline of a part: its numbered headings and what stands under each.
 *
 * GB/T 9704-2012 §7.3.3: 一、 → （一） → 1. → （1）. Levels come from the form of the number, never from
 * its continuity: numbers are skipped, repeated and run on over chapters in real documents.
 */
import { isAttachmentList, isAttachmentNote } from './line-signs.ts';
import type { Part } from './part.ts';
import { type Item, isLine, type Line } from './reading.ts';
import { first } from './rule.ts';
import { heading } from './rules/heading.ts';
import type { Span } from './trace.ts';

export interface Heading {
  /** From 1. */
  readonly level: number;
  /** As printed: `一、`, `（二）`, `3.`. */
  readonly number: string | null;
  /** Without the number; a heading that runs on into its paragraph ends at the first full stop. */
  readonly title: string;
  readonly line: Line;
  /** Of the title inside `line.text`. */
  readonly span: Span;
  /** Whether the line goes on behind the title. */
  readonly runsOn: boolean;
}

export interface OutlineSection {
  readonly heading: Heading;
  /** Everything up to the next heading of any level, the rest of a run-on line first. */
  readonly items: readonly Item[];
  /** Text of the run-on rest of the heading's own line, or empty. */
  readonly rest: string;
}

export interface Outline {
  /** Before the first numbered heading: title, preamble. */
  readonly preamble: readonly Item[];
  readonly sections: readonly OutlineSection[];
}

/** An item of a list in a sentence ends with a semicolon; it is no heading. */
const LIST_ITEM = /[；;][\s\u3000]*(?:和|或|及|以及)?[\s\u3000]*$/u;
const CONTENTS_HEAD = /^[\s\u3000]*目[\s\u3000]*[录次][\s\u3000]*$/u;
const BLANKS_AND_PAGE = /[\s\u3000.．…·]|[0-9]{1,3}$/gu;
const keyOf = (text: string): string => text.trim().replace(BLANKS_AND_PAGE, '');
/** Dot leaders and page numbers: an entry of a table of contents. */
const CONTENTS_ENTRY = /(?:[.．…·]{3,}|[\s\u3000]{2,}|\t)\s*[-—－]?\s*[0-9]{1,3}\s*[-—－]?\s*$/u;
const SIGN = /[^\s\u3000]/u;
const REST = /^[\s\u3000]*[。：:！？]?[\s\u3000]*/u;

/** The heading on a line, or undefined. */
function headingOn(line: Line): Heading | undefined {
  const match = first(heading, line.text);
  if (!match || CONTENTS_ENTRY.test(line.text)) return undefined;
  const { level, number, title } = match.value;
  const behind = match.start + number.length;
  const start = behind + line.text.slice(behind).search(SIGN);
  const span = { start, end: match.end };
  const rest = line.text.slice(match.end).replace(REST, '');
  return { level, number, title, line, span, runsOn: rest !== '' };
}

/** Lines that are items of a list: those that end with a semicolon, and the last one behind them. */
function listItems(items: readonly Item[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  let level: number | undefined;
  for (const item of items) {
    const on = isLine(item) ? headingOn(item) : undefined;
    const open = isLine(item) && LIST_ITEM.test(item.text);
    if (on && (open || on.level === level)) found.add(item);
    level = on && open ? on.level : undefined;
  }
  return found;
}

/** Entries of a table of contents: from 目录 to the line that repeats its first entry. */
function contents(items: readonly Item[]): Item[] {
  const head = items.findIndex((item) => isLine(item) && CONTENTS_HEAD.test(item.text));
  const entry = items[head + 1];
  if (head < 0 || !entry || !isLine(entry)) return [];
  const key = keyOf(entry.text);
  const again = items.findIndex(
    (item, at) => at > head + 1 && isLine(item) && keyOf(item.text) === key,
  );
  return again < 0 ? [] : items.slice(head + 1, again);
}

/** `附件：1.…` and the numbered names under it. */
function attachmentNotes(items: readonly Item[]): Item[] {
  const found: Item[] = [];
  let open = false;
  for (const item of items) {
    open =
      isLine(item) &&
      (isAttachmentNote(item.text) ||
        isAttachmentList(item.text) ||
        (open && headingOn(item)?.runsOn === false));
    if (open) found.push(item);
  }
  return found;
}

/** Lays out the headings of a part. */
export function outlineOf(part: Part): Outline {
  const lists = new Set<Item>([
    ...listItems(part.items),
    ...contents(part.items),
    ...attachmentNotes(part.items),
  ]);
  const preamble: Item[] = [];
  const sections: { heading: Heading; items: Item[]; rest: string }[] = [];
  for (const item of part.items) {
    const on = isLine(item) && !lists.has(item) ? headingOn(item) : undefined;
    if (on) {
      const rest = on.runsOn ? on.line.text.slice(on.span.end).replace(REST, '') : '';
      sections.push({ heading: on, items: [], rest });
    } else {
      (sections.at(-1)?.items ?? preamble).push(item);
    }
  }
  return { preamble, sections };
}
