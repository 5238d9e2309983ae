/** How letters and paragraphs of a word processor look, as far as it matters to the reader. */
import type { Alignment } from '@xxgk/extract/document';

/** Properties; undefined where nothing is said. */
export interface Look {
  readonly align?: Alignment | undefined;
  /** First-line indent in hundredths of a character, and in twentieths of a point: the first wins. */
  readonly firstLineChars?: number | undefined;
  readonly firstLine?: number | undefined;
  /** Outline level from 0; 9 is body text. */
  readonly outline?: number | undefined;
  /** The list that numbers the paragraph; `0` for none. */
  readonly list?: string | undefined;
  /** Level in that list, from 0. */
  readonly level?: number | undefined;
  readonly bold?: boolean | undefined;
  /** Half-points. */
  readonly size?: number | undefined;
  /** Six hexadecimal digits, or `auto`. */
  readonly color?: string | undefined;
  readonly hidden?: boolean | undefined;
  /** Small and above the line. */
  readonly raised?: boolean | undefined;
  /** Font of the letters, where it is one of signs. */
  readonly signFont?: string | undefined;
}

/** What `over` says, and `under` where it is silent. */
export const overlay = (under: Look, over: Look): Look => ({
  align: over.align ?? under.align,
  firstLineChars: over.firstLineChars ?? under.firstLineChars,
  firstLine: over.firstLine ?? under.firstLine,
  outline: over.outline ?? under.outline,
  list: over.list ?? under.list,
  level: over.level ?? under.level,
  bold: over.bold ?? under.bold,
  size: over.size ?? under.size,
  color: over.color ?? under.color,
  hidden: over.hidden ?? under.hidden,
  raised: over.raised ?? under.raised,
  signFont: over.signFont ?? under.signFont,
});

/** Half-points of a run; Word's own default is 10 pt. */
export const sizeOf = (look: Look): number => look.size ?? 20;
