/** Hides what only looks like prose: names in book marks and in quotation marks. */

/** No letter of any rule. */
const HIDDEN = '\u25a1';
const NAMES =
  /《[^《》\n]{0,200}》|〈[^〈〉\n]{0,200}〉|“[^“”\n]{0,60}”|‘[^‘’\n]{0,60}’|"[^"\n]{0,40}"/gu;

/** The text with names blotted out, every offset kept. */
export const masked = (text: string): string =>
  text.replace(NAMES, (name) => HIDDEN.repeat(name.length));

const BLANK = /[\s\u3000]+/gu;

/** Text without blanks, for comparing labels. */
export const tight = (text: string): string => text.replace(BLANK, '');
