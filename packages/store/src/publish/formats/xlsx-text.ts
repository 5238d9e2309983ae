/** Text as the cells of a workbook hold it (ECMA-376 part 1, §22.9.2.19 ST_Xstring). */

/** UTF-16 units; Excel refuses to open a file with a longer text. */
export const longestText = 32_767;

const mark = '…';

/** What XML cannot hold is written as `_x0000_`. */
const unwritable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu;
/** Line breaks of a cell are line feeds. */
const lineEnd = /\r\n?/gu;
/** What already looks so. */
const lookalike = /_(?=x[0-9a-f]{4}_)/giu;
const markup = /[&<>"]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const escaped = (text: string): string =>
  text
    .replaceAll(lineEnd, '\n')
    .replaceAll(lookalike, '_x005F_')
    .replaceAll(
      unwritable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll(markup, (character) => entities[character] ?? character);

/** A text that is too long ends in `…`; no surrogate pair is cut in two. */
export function fitting(text: string): string {
  if (text.length <= longestText) return text;
  const kept = text.slice(0, longestText - mark.length);
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + mark;
}
