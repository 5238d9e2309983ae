/**
 * A line of the tables in this folder: which key a label means in a sentence.
 *
 * A label is the text between the last stop and the number, without blanks. `topic` is what the sentence
 * is about so far; `units` keep documents (件) apart from items of information (条).
 */
import type { Topic } from '../topic.ts';

export interface LabelRule {
  readonly key: string;
  readonly label: RegExp;
  /** Words that make another thing of it. */
  readonly not?: RegExp;
  /** Units that the thing is counted in; null stands for a number without a unit. */
  readonly units: readonly (string | null)[];
  readonly topic?: readonly Topic[];
  /** Sections outside which the wording is too weak. */
  readonly sections?: readonly string[];
  /** Key of the number that this one has to be a part of. */
  readonly within?: string;
  /** For wordings that say something else of any other number: 受理行政复议3件 is what an authority decides. */
  readonly noughtOnly?: true;
  /** 0 to 1; 0.9 where absent. */
  readonly confidence?: number;
}

/** What cases are counted in; a bare number among them. */
export const CASES = ['件', '宗', '例', '起', '份', '件次', '次', null];
/** What events are counted in. */
export const TIMES = ['次', '场', '期', '场次', '批次', '个'];
/** What items of information are counted in. */
export const ITEMS = ['条', '条次', '篇', '份', '件'];
