/** Lines that together are a title: wrapped, letter-spaced, with a remark in brackets. */
import {
  isAddressees,
  isAdoption,
  isAttachmentHead,
  isAttachmentNote,
  isBracketed,
  isDate,
  isFurniture,
  isImprint,
  isIndexEntry,
  isNote,
  isNumber,
  isNumbered,
  isSentence,
} from './line-signs.ts';
import { type Item, isLine, type Line } from './reading.ts';
import { first } from './rule.ts';
import { genre } from './rules/genre.ts';
import { joinedLine } from './rules/joined-line.ts';

export interface TitleBlock {
  readonly lines: readonly Line[];
  /** Joined, without layout blanks. */
  readonly text: string;
  /** Index of the first line among the items, and of the item behind the last. */
  readonly start: number;
  readonly end: number;
  /** Whether it ends as titles do. */
  readonly complete: boolean;
}

/** Characters of a line and lines of a title; more is text. */
const LONGEST_LINE = 80;
const MOST_LINES = 5;
const COLON_OR_COMMA = /[：:，,、；;]\s*$/u;
const ENDING =
  /(?:解读|年报|报告|总结|预算|决算|问答|答记者问|一览|情况)(?:[（(][^（）()]{1,30}[）)])?$/u;
const ISSUING = /印发|转发|批转|颁发|下发/u;
const MARKED = /《[^《》]{0,200}》/gu;
const STATUTORY_END =
  /(?:的|等)(?:通知|函|复函|批复|决定|通报|公告|通告|意见|报告|请示|命令|令|公示|解读)(?:[（(][^（）()]{1,30}[）)])?$|解读$/u;
/** 目录 is the head of a table of contents; a colon parts a label from its value. */
const CONTENTS = /^目[\s\u3000]*[录次]$/u;
const NO_PART = /^目[\s\u3000]*[录次]$|[：:]/u;
const CONTINUES = /^(?:的|》|〉|及|和|与|、|[）)])/u;
/** Remarks on the file and not on the title. */
const ABOUT_FILE = /此件|删减|联系|公开/u;
const SUBJECT = /关于|印发/u;
const NAMED = /[《》]/u;
const OPEN_MARK = /《[^《》]{0,200}$/u;

const flat = (text: string): string => first(joinedLine, text)?.value ?? '';

/** Whether a line may be part of a title. */
export function isTitleLine(text: string): boolean {
  const line = text.trim();
  if (line === '' || line.length > LONGEST_LINE || COLON_OR_COMMA.test(line)) return false;
  if (isSentence(line) || isNumbered(line) || isDate(line) || isNumber(line)) return false;
  return ![
    isIndexEntry,
    isAddressees,
    isNote,
    isAdoption,
    isImprint,
    isFurniture,
    isAttachmentHead,
    isAttachmentNote,
  ].some((sign) => sign(line));
}

/** Whether a joined title is whole. */
export function isComplete(text: string): boolean {
  if (OPEN_MARK.test(text)) return false;
  if (ISSUING.test(text.replace(MARKED, ''))) return STATUTORY_END.test(text);
  return ENDING.test(text) || first(genre, text) !== undefined;
}

const isRemark = (text: string): boolean =>
  isBracketed(text) && text.trim().length <= 24 && !isAdoption(text) && !ABOUT_FILE.test(text);

const lineAt = (items: readonly Item[], at: number): Line | undefined => {
  const item = items[at];
  return item && isLine(item) ? item : undefined;
};

/** The title that begins at an item, or undefined. */
export function titleBlockAt(items: readonly Item[], start: number): TitleBlock | undefined {
  const lines: Line[] = [];
  let text = '';
  let at = start;
  for (; lines.length < MOST_LINES; at++) {
    const line = lineAt(items, at);
    if (!line || !belongs(text, line, lines)) break;
    lines.push(line);
    text += flat(line.text);
  }
  if (lines.length === 0) return undefined;
  return { lines, text, start, end: at, complete: isComplete(text) };
}

/** 关于做好培训计划⏎组织工作的通知: a word of the title is a genre where the line was broken. */
const isCutAtGenre = (text: string, own: string): boolean =>
  SUBJECT.test(text) &&
  !STATUTORY_END.test(text) &&
  STATUTORY_END.test(own) &&
  !SUBJECT.test(own) &&
  !NAMED.test(own);

/** Whether a line goes on with the title that the lines before it began. */
export function belongs(text: string, line: Line, before: readonly Line[]): boolean {
  const own = flat(line.text);
  if (before.length === 0) return isTitleLine(line.text) && !CONTENTS.test(line.text.trim());
  if (isRemark(line.text)) return true;
  // The two marks of one title, broken inside: 《…⏎…》解读.
  if (OPEN_MARK.test(text)) return own.length <= LONGEST_LINE && !isSentence(own);
  if (!isTitleLine(line.text) || NO_PART.test(line.text.trim())) return false;
  return !isComplete(text) || CONTINUES.test(own) || isCutAtGenre(text, own);
}
