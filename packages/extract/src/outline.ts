/**
 * The outline of a part: its numbered headings and what stands under each.
 *
 * GB/T 9704-2012 §7.3.3: 一、 → （一） → 1. → （1）. Levels come from the form of the number, never from
 * its continuity: numbers are skipped, repeated and run on over chapters in real documents.
 */
import type { Item, Line } from './reading.ts';
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
