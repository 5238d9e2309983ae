/** What the look of a paragraph tells about it, where the format has no marks of structure. */
import type { Alignment } from '@xxgk/extract/document';

/** Letters so much larger than the running text are a heading. */
const large = 1.2;

/** Large letters, or centred letters that are bold or somewhat larger. */
export const looksLikeHeading = (align: Alignment, scale: number, bold: boolean): boolean =>
  scale >= large || (align === 'center' && (scale > 1.05 || bold));

/** A page number alone: `— 1 —` (GB/T 9704-2012 §7.5), `- 2 -`, `第1页 共5页`, `3/7`. */
export const folio =
  /^(?:[-—－–―·•.\s]{0,4}\d{1,4}[-—－–―·•.\s]{0,4}|[-—－–―\s]{0,4}第?\s?\d{1,4}\s?页(?:[\s,，/]{0,3}共?\s?\d{1,4}\s?页)?[-—－–―\s]{0,4}|\d{1,4}\s?\/\s?\d{1,4}|Page \d{1,4}(?: of \d{1,4})?)$/u;
