import { encodeGb18030 } from '../../chinese/gb18030.ts';
import { countHan } from '../../chinese/han.ts';
import { isLevel1 } from '../../chinese/level1.ts';
import { type CleanText, deciding, type Mend, type Pass } from '../pass.ts';

/** Bytes of a text that was read with the wrong table, or undefined where it was not. */
type Encode = (text: string) => Uint8Array | undefined;

/** Windows-1252 puts characters where Latin-1 has controls: character → byte. */
const windows1252 = new Map(
  [
    ...new TextDecoder('windows-1252').decode(
      Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at),
    ),
  ].map((character, at) => [character, 0x80 + at] as const),
);

/** A byte that UTF-8 does not have: it stands for what was lost. */
const lostByte = 0xff;

/** Bytes of a text that was read as GBK: 80 reads as €, and an odd byte is lost. */
const asGbk: Encode = (text) => {
  const bytes = [...text].flatMap((character) => {
    if (character === '€') return [0x80];
    return [...(encodeGb18030(character) ?? [lostByte])];
  });
  return Uint8Array.from(bytes);
};

/** Bytes of a text that was read as Latin-1 or as Windows-1252. */
const asSingleBytes: Encode = (text) => {
  const bytes: number[] = [];
  for (const character of text) {
    const code = windows1252.get(character) ?? character.codePointAt(0) ?? 0;
    if (code > 0xff) return undefined;
    bytes.push(code);
  }
  return Uint8Array.from(bytes);
};

/** One character lost leaves several signs of it. */
const lostRun = /\uFFFD+/g;

interface Wrong {
  /** Whether a text may have been read so: cheap, and true of no good text. */
  readonly looks: (text: string) => boolean;
  readonly encode: Encode;
  readonly meant: string;
}

/** Share of the Han characters of a text that official language hardly uses. */
function rareShare(text: string): number {
  let [all, rare] = [0, 0];
  for (const character of text.slice(0, sample)) {
    if (countHan(character) === 0) continue;
    all += 1;
    if (!isLevel1(character)) rare += 1;
  }
  return all === 0 ? 0 : rare / all;
}

/** Characters that are looked at. */
const sample = 2000;
/** Good texts stay below a tenth, traditional ones below a half. */
const mostlyRare = 0.5;
/** Signs for each hundred characters above which a way is tried. */
const suspicious = 12;

const often = (signs: RegExp) => (text: string) =>
  (text.match(signs)?.length ?? 0) * 100 >= text.length * suspicious;

/** The three ways in which whole texts are read wrongly. */
const ways: readonly Wrong[] = [
  // UTF-8 read as GBK: 政府 → 鏀垮簻, 。 → 銆, ， → 锛.
  { looks: (text) => rareShare(text) > mostlyRare, encode: asGbk, meant: 'utf-8' },
  // UTF-8 read as Windows-1252: 政 → æ”¿.
  {
    looks: often(/[äåæçèéã][\u0080-\u00bf\u2018-\u203a]/g),
    encode: asSingleBytes,
    meant: 'utf-8',
  },
  // GBK read as Latin-1: 政府 → Õþ¸®.
  { looks: often(/[\u00a1-\u00fe]{2}/g), encode: asSingleBytes, meant: 'gb18030' },
];

/** Share of the texts that must come back whole. */
const most = 0.6;

/** Share of the characters of a document that may be lost for good: each odd run of bytes loses one. */
const tolerable = 0.12;

/** The text as it was meant, or undefined when it was not read in this way. */
function undo({ encode, meant }: Wrong, text: string): string | undefined {
  const bytes = encode(text);
  return (
    bytes &&
    new TextDecoder(meant)
      .decode(bytes)
      .replace(lostRun, '\uFFFD')
      .replace(lostDate, '$1年$2月$3日')
  );
}

/** 年, 月 and 日 lose their last byte before a digit: between the numbers of a date nothing else stands. */
const lostDate = /(?<!\d)((?:19|20)\d{2})\uFFFD(\d{1,2})\uFFFD(\d{1,2})\uFFFD/g;

/** Whether hardly anything is lost for good. */
function isWhole(texts: readonly string[]): boolean {
  const all = texts.join('');
  const lost = all.split('\uFFFD').length - 1;
  return lost <= Math.max(1, all.length * tolerable);
}

const better = (before: string, after: string): boolean =>
  after !== before && countHan(after) > 0 && after.length < before.length;

function mender(way: Wrong): Mend {
  return ({ text }) => {
    if (!way.looks(text)) return [];
    const after = undo(way, text);
    return after !== undefined && better(text, after)
      ? [{ start: 0, end: text.length, text: after }]
      : [];
  };
}

function isRead(way: Wrong, texts: readonly CleanText[]): boolean {
  if (!way.looks(texts.map(({ text }) => text).join(''))) return false;
  const touched = texts.filter(({ text }) => way.looks(text));
  const mended = touched.flatMap((text) => mender(way)(text).map((one) => one.text));
  return touched.length > 0 && mended.length >= touched.length * most && isWhole(mended);
}

/** Whole texts read with the wrong table, by which every character is wrong. */
export const mojibakePass: Pass = {
  rule: 'mojibake',
  position: 'First: nothing below can read such a text.',
  plan: (texts) => {
    const way = ways.find((each) => isRead(each, deciding(texts)));
    return way && mender(way);
  },
};
