/** Classes of characters, as the inside of a regular-expression class, and counts of them. */

/** Han characters with 〇. */
export const han = '\\p{Script=Han}〇';

/** Chinese punctuation that stands without blanks around it. */
export const fullPunctuation = '，。、；：？！（）《》〈〉“”‘’【】〔〕—…';

/** Blocks of the basic plane that hold Han characters, and 々〇: first and last code unit. */
const blocks: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0xf900, 0xfaff],
  [0x3005, 0x3007],
];
/** Lead surrogates of the planes of rarer Han characters. */
const rare: readonly [number, number] = [0xd840, 0xd8bf];

const within = (code: number, [first, last]: readonly [number, number]): boolean =>
  code >= first && code <= last;

/** How many Han characters a text holds. */
export function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x3005) continue;
    if (blocks.some((block) => within(code, block)) || within(code, rare)) count += 1;
  }
  return count;
}
