/** What a cleaning pass is: it sees the whole document once, then mends each text by replacements. */
import type { Role } from '@xxgk/extract/document';
import type { Replacement } from '../edit.ts';

/** A text to mend and where it stands. */
export interface CleanText {
  readonly text: string;
  readonly role: Role;
  readonly readBy: 'text' | 'ocr';
  /** Whether it is the text of a table cell. */
  readonly cell: boolean;
}

/** Finds what to replace in one text: in order, without overlap. */
export type Mend = (piece: CleanText) => readonly Replacement[];

export interface Pass {
  /** Name under which its repairs are counted. */
  readonly rule: string;
  /** Why it stands where it stands in the order. */
  readonly position: string;
  /** Looks at all texts; undefined when this document needs no such repair. */
  plan(texts: readonly CleanText[]): Mend | undefined;
}

/** Texts that decide what a document needs: its body, or everything when the body is nearly empty. */
export function deciding(texts: readonly CleanText[]): readonly CleanText[] {
  const body = texts.filter(({ role }) => role === 'body');
  const letters = body.reduce((sum, { text }) => sum + text.length, 0);
  return letters >= 50 ? body : texts;
}
