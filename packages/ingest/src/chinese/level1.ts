/** The 3755 characters that official language is written with. */

/** GB/T 2312-1980 level 1: lead bytes B0 to D7, trail bytes from A1. */
const lead = { first: 0xb0, last: 0xd7 };
const trail = { first: 0xa1, last: 0xfe };

let characters: ReadonlySet<string> | undefined;

function level1(): ReadonlySet<string> {
  if (characters) return characters;
  const codes: number[] = [];
  for (let high = lead.first; high <= lead.last; high++) {
    for (let low = trail.first; low <= trail.last; low++) codes.push(high, low);
  }
  characters = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(codes)));
  return characters;
}

/** Whether a character is one of them. */
export const isLevel1 = (character: string): boolean => level1().has(character);
