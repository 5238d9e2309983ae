/** How much a decoded text looks like the language that agencies write: what tells a right encoding. */

/** Characters of one kind, as bits. */
const simplified = 1;
const traditional = 2;
const punctuation = 4;
const lost = 8;
const han = 16;

/** Pairs of a two-byte encoding: its first and last lead byte, and its trail bytes. */
interface Plane {
  readonly label: string;
  readonly leads: readonly [number, number];
  readonly trails: readonly (readonly [number, number])[];
}

/** GB/T 2312-1980 level 1: the 3755 characters that official language is written with. */
const gbLevel1: Plane = { label: 'gb18030', leads: [0xb0, 0xd7], trails: [[0xa1, 0xfe]] };
/** Big5 level 1: the 5401 frequent characters of Taiwan's standard. */
const big5Level1: Plane = {
  label: 'big5',
  leads: [0xa4, 0xc6],
  trails: [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
};
const punctuationRanges: readonly (readonly [number, number])[] = [
  [0x00b7, 0x00b7],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2460, 0x2473],
  [0x2500, 0x257f],
  [0x25a0, 0x25cf],
  [0x3000, 0x301f],
  [0xff01, 0xff5e],
];

function charactersOf({ label, leads, trails }: Plane): string {
  const codes: number[] = [];
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail++) codes.push(lead, trail);
    }
  }
  return new TextDecoder(label).decode(Uint8Array.from(codes));
}

let kinds: Uint8Array | undefined;

/** The kind of every code unit. */
function kindsOf(): Uint8Array {
  if (kinds) return kinds;
  const made = new Uint8Array(0x10000);
  const mark = (at: number, kind: number): void => {
    made[at] = (made[at] ?? 0) | kind;
  };
  for (const character of charactersOf(gbLevel1)) mark(character.charCodeAt(0), simplified);
  for (const character of charactersOf(big5Level1)) mark(character.charCodeAt(0), traditional);
  for (const [first, last] of punctuationRanges) {
    for (let code = first; code <= last; code++) made[code] = punctuation;
  }
  for (let code = 0x3400; code <= 0x9fff; code++) mark(code, han);
  made[0xfffd] = lost;
  kinds = made;
  return made;
}

/** What the characters beyond ASCII of a text are. */
export interface Looks {
  /** Code units beyond ASCII. */
  readonly beyond: number;
  readonly lost: number;
  /** Han characters of the basic plane. */
  readonly han: number;
  /** 0 to 1: share of frequent characters and Chinese punctuation, less what is lost. */
  readonly share: number;
}

/** Counts by kind, without making a list of the characters. */
export function looksOf(text: string, script: 'simplified' | 'traditional' | 'any'): Looks {
  const table = kindsOf();
  const good =
    punctuation |
    (script === 'traditional' ? 0 : simplified) |
    (script === 'simplified' ? 0 : traditional);
  const count = { beyond: 0, lost: 0, han: 0, good: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    const kind = table[code] ?? 0;
    count.beyond += 1;
    if ((kind & good) !== 0) count.good += 1;
    if ((kind & han) !== 0) count.han += 1;
    if (kind === lost) count.lost += 1;
  }
  const share = count.beyond === 0 ? 1 : Math.max(0, count.good - count.lost) / count.beyond;
  return { beyond: count.beyond, lost: count.lost, han: count.han, share };
}
