/** What reading a text of a DOC needs of the rest of the file. */
import type { Found } from '../word/found.ts';
import type { Numbering } from '../word/numbering.ts';
import type { Shape } from './drawings.ts';
import type { Fib } from './fib.ts';
import type { Pieces } from './pieces.ts';
import type { PropertyRuns } from './property-pages.ts';
import type { StyleSheet } from './style-sheet.ts';

export interface Context {
  readonly fib: Fib;
  readonly pieces: Pieces;
  readonly characters: PropertyRuns;
  readonly paragraphs: PropertyRuns;
  readonly styles: StyleSheet;
  readonly fonts: readonly string[];
  readonly numbering: Numbering;
  readonly found: Found;
  /** By the character at which they are anchored. */
  readonly shapes: ReadonlyMap<number, readonly Shape[]>;
}
