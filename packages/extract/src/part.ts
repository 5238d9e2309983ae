/** A part: one document inside a file. A notice with its plan and its interpretation is three. */
import type { Item, Reading } from './reading.ts';

export interface Part {
  readonly reading: Reading;
  /** Position among the parts of the file, from 0; part of the record's id. */
  readonly position: number;
  /** The lines and tables of this part, in reading order. */
  readonly items: readonly Item[];
  /**
   * What the splitter knows about it: `main` text of the file, `attached` text with a title of its
   * own, or `interpretation` of the text before it.
   */
  readonly relation: 'main' | 'attached' | 'interpretation';
  /** The parent's position, null for the first part. */
  readonly parent: number | null;
}
