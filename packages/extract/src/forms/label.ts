/** Labels of form rows, made comparable. */

const BLANK = /\s+/gu;
const QUOTES = /[“”„‟"'‘’]/gu;
const NUMBERING =
  /^(?:其中[:：]?|[一二三四五六七八九十]{1,3}[、.,]|\([一二三四五六七八九十\d]{1,3}\)[、.]?|\d{1,2}[.、,)]?(?=[^\d年月]))/u;
const NOTE = /\([^()]*\)$/u;
const TAIL = /[:;,。]$/u;
const IDEOGRAPHIC_FULL_STOP = '．';

/** Removes numbering from the front as long as there is some: `（一）`, `1.`, `①`, `其中：`. */
function withoutNumbering(text: string): string {
  let rest = text;
  for (let round = 0; round < 3; round += 1) {
    const shorter = rest.replace(NUMBERING, '');
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
  return rest;
}

/** Removes bracketed notes from the end. */
function withoutNotes(text: string): string {
  let rest = text.replace(TAIL, '');
  for (let round = 0; round < 3; round += 1) {
    const shorter = rest.replace(NOTE, '');
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
  return rest;
}

/** The label without blanks, width, quotation marks, numbering and trailing notes. */
export function labelKey(text: string): string {
  const flat = text
    .replaceAll(IDEOGRAPHIC_FULL_STOP, '.')
    .normalize('NFKC')
    .replace(BLANK, '')
    .replace(QUOTES, '"');
  return withoutNotes(withoutNumbering(flat));
}

/** Number of single-character edits between two texts, or `limit + 1` when there are more. */
export function editDistance(left: string, right: string, limit: number): number {
  const a = [...left];
  const b = [...right];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = b.map((_, index) => index + 1);
  for (const [row, sign] of a.entries()) {
    let diagonal = row;
    let west = row + 1;
    previous = b.map((other, column) => {
      const north = previous[column] ?? 0;
      west = Math.min(north + 1, west + 1, diagonal + (sign === other ? 0 : 1));
      diagonal = north;
      return west;
    });
  }
  return Math.min(previous.at(-1) ?? a.length, limit + 1);
}
