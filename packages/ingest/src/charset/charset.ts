/**
 * Text from bytes whose encoding nobody states reliably.
 *
 * Order of trust: a byte-order mark that the bytes bear out; the zeros of UTF-16; what the bytes prove
 * (a text that is valid UTF-8 is UTF-8); how much each reading looks like Chinese, labels counting only
 * where two readings look alike.
 */
import { isUtf8 } from 'node:buffer';
import { type Charset, labelOf, ownLabels } from './labels.ts';
import { highBytes, readMixed, utf8Share } from './mixed.ts';
import { type Looks, looksOf } from './plausible.ts';

/** A text and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  /** Label of the encoding used, as in the Encoding Standard. */
  readonly charset: Charset;
  /** Label that the server or the page gave, null where neither did. */
  readonly declared: string | null;
  /** Characters that stand for bytes which could not be read. */
  readonly broken: number;
  /** Stretches that stand in another encoding than the rest, and were read in it. */
  readonly mixed: number;
  /** Whether no reading looks like Chinese: the one taken may be wrong. */
  readonly doubtful: boolean;
}

/** Bytes by which readings are compared, from the first one that is no ASCII. */
const sampled = 131_072;
/** Fewer bytes above 7F can be valid UTF-8 by chance (the four bytes of 通知 in GBK are). */
const enoughForProof = 24;
/** What a label is worth against a better look: a server's, and a page's. */
const worth = [0.05, 0.04, 0.03] as const;
/** Share of frequent characters below which a text is hardly Chinese. */
const hardlyChinese = 0.5;
/** Characters beyond ASCII below which nothing can be told. */
const tooFew = 12;
/** Share of a page in valid UTF-8 above which it is UTF-8 with other parts, or with broken bytes. */
const mostly = 0.5;
/** Bytes whose zeros tell UTF-16, and their share in one half of the places. */
const zerosWithin = 4096;
const manyZeros = 0.2;

const boms: readonly (readonly [readonly number[], Charset])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function lostIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

/** UTF-16 without a mark: its ASCII letters have zeros in one half of the places. */
function wideCharset(bytes: Uint8Array): Charset | undefined {
  const head = bytes.subarray(0, zerosWithin);
  let [even, odd] = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = (head.length / 2) * manyZeros;
  if (odd > many && even <= odd / 20) return 'utf-16le';
  return even > many && odd <= even / 20 ? 'utf-16be' : undefined;
}

/** How the sample looks in one encoding. */
function looksIn(charset: Charset, sample: Uint8Array): Looks {
  const text = new TextDecoder(charset).decode(sample);
  // A sample may end inside a character: its last one tells nothing.
  const whole = sample.length < sampled ? text : text.slice(0, -2);
  if (charset === 'utf-8') return looksOf(whole, 'any');
  return looksOf(whole, charset === 'big5' ? 'traditional' : 'simplified');
}

interface Reading {
  readonly charset: Charset;
  readonly looks: Looks;
  readonly score: number;
}

/** From the first byte beyond ASCII, where every encoding here begins a character. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && (bytes[first] ?? 0) < 0x80) first += 1;
  return bytes.subarray(first, first + sampled);
}

/** The reading that looks best; labels break ties. */
function bestReading(bytes: Uint8Array, stated: readonly Charset[]): Reading {
  const sample = sampleOf(bytes);
  const bonus = (charset: Charset): number => worth[stated.indexOf(charset)] ?? 0;
  const candidates: readonly Charset[] = ['utf-8', 'gb18030', 'big5'];
  const readings = candidates.map((charset): Reading => {
    const looks = looksIn(charset, sample);
    return { charset, looks, score: looks.share + bonus(charset) };
  });
  return readings.reduce((best, next) => (next.score > best.score ? next : best));
}

/** Few bytes that are valid UTF-8: letters of other scripts (`֪ͨ`) where GBK gives frequent characters are GBK. */
function shortReading(bytes: Uint8Array, stated: readonly Charset[]): Reading {
  const utf8 = looksIn('utf-8', sampleOf(bytes));
  const charset: Charset =
    utf8.han > 0 || utf8.share > hardlyChinese ? 'utf-8' : bestReading(bytes, stated).charset;
  return { charset, looks: utf8, score: utf8.share };
}

function chosen(
  bytes: Uint8Array,
  stated: readonly Charset[],
): Pick<Reading, 'charset'> & {
  readonly doubtful: boolean;
} {
  const high = highBytes(bytes);
  if (high === 0) return { charset: stated[0] ?? 'utf-8', doubtful: false };
  if (isUtf8(bytes)) {
    const charset = high >= enoughForProof ? 'utf-8' : shortReading(bytes, stated).charset;
    return { charset, doubtful: false };
  }
  if (utf8Share(sampleOf(bytes)) >= mostly) return { charset: 'utf-8', doubtful: false };
  const { charset, looks } = bestReading(bytes, stated);
  const hardly = looks.share < hardlyChinese;
  if (hardly && stated[0] === 'windows-1252') return { charset: 'windows-1252', doubtful: false };
  return { charset, doubtful: hardly && looks.beyond >= tooFew };
}

function read(bytes: Uint8Array, charset: Charset): { text: string; mixed: number } {
  if (charset === 'utf-8' || charset === 'gb18030') {
    const whole = new TextDecoder(charset).decode(bytes);
    const mayBeMixed = charset === 'gb18030' || whole.includes('\ufffd');
    const { text, stretches } = mayBeMixed ? readMixed(bytes, charset) : { text: '', stretches: 0 };
    return stretches > 0 ? { text, mixed: stretches } : { text: whole, mixed: 0 };
  }
  return { text: new TextDecoder(charset).decode(bytes), mixed: 0 };
}

function decodedAs(
  bytes: Uint8Array,
  charset: Charset,
  declared: string | null,
  doubtful = false,
): DecodedText {
  const { text, mixed } = read(bytes, charset);
  return { text, charset, declared, broken: lostIn(text), mixed, doubtful };
}

/** The mark at the beginning, if the bytes behind it bear it out: templates put one before any text. */
function markOf(bytes: Uint8Array): Charset | undefined {
  const mark = boms.find(([bom]) => bom.every((byte, at) => bytes[at] === byte))?.[1];
  if (mark !== 'utf-8' || isUtf8(bytes)) return mark;
  return chosen(bytes.subarray(3), ['utf-8']).charset === 'utf-8' ? 'utf-8' : undefined;
}

/**
 * Reads bytes as text.
 *
 * @param declared What the server said, if anything.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const own = ownLabels(bytes);
  const labels = [...(declared === null ? [] : [declared]), ...own];
  const stated = [...new Set(labels.flatMap((label) => labelOf(label) ?? []))];
  const said = labels.find((label) => labelOf(label) !== undefined) ?? labels[0] ?? null;
  const marked = markOf(bytes);
  if (marked) return decodedAs(bytes, marked, declared);
  const wide = wideCharset(bytes);
  if (wide) return decodedAs(bytes, wide, declared);
  const { charset, doubtful } = chosen(bytes, stated);
  return decodedAs(bytes, charset, said, doubtful);
}

/** Whether a stated label means the encoding that was used. */
export const agrees = ({ declared, charset }: DecodedText): boolean =>
  declared === null || (labelOf(declared) ?? declared.toLowerCase()) === charset;
