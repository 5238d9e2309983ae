/**
 * Text from bytes whose encoding nobody states reliably.
 *
 * Order of trust: byte-order mark; what the bytes prove (a long text that is valid UTF-8 is UTF-8,
 * a text full of errors is not what its label says); the server's label; the page's label; UTF-8
 * if valid; GB 18030. Every GB label is read as GB 18030, which holds them all: `gbk` would turn the
 * blank A3 A0 into a private-use character.
 */
import { createRequire } from 'node:module';
import { countHan } from '../chinese/han.ts';

/** A text and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  /** Label of the encoding used, as in the Encoding Standard. */
  readonly charset: string;
  /** Label that the server or the page gave, null where neither did. */
  readonly declared: string | null;
  /** Characters that stand for bytes which could not be read. */
  readonly broken: number;
}

const require = createRequire(import.meta.url);

/** A page's own label stands in its first bytes. */
const labelWithin = 4096;
/** Bytes that the detector looks at. */
const detectWithin = 65_536;
/** Fewer bytes above 7F can be valid UTF-8 by chance (the four bytes of 通知 in GBK are). */
const enoughForProof = 24;
/** More unreadable characters than this among the non-ASCII ones: the label is wrong, not the bytes. */
const tolerable = 0.1;
/** GB/T 2312 level 1 holds nearly all characters of official text; below this it is no such text. */
const ordinary = 0.7;

const metaCharset = /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{1,40})/i;
const xmlEncoding = /^\s{0,40}<\?xml[^>]{0,200}encoding\s{0,4}=\s{0,4}["']([\w-]{1,40})/i;
const guobiao =
  /^(gb[-_]?(2312|k|18030)|x-gbk|cp936|windows-936|csgb2312|chinese|gb_2312-80|euc-cn)/i;
const utf8 = /^(unicode-1-1-)?utf-?8$/i;
const utf16 = /^utf-?16/i;
const big5 = /^(x-x-|cn-)?big5/i;

const boms: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function countUnits(text: string, counts: (unit: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (counts(text.charCodeAt(at))) count += 1;
  return count;
}

const unreadable = (text: string): number => countUnits(text, (unit) => unit === 0xfffd);

const beyondAscii = (text: string): number => countUnits(text, (unit) => unit > 0x7f);

/** The label under which the platform decodes a stated one; undefined for what is no use here. */
function labelOf(stated: string | null): string | undefined {
  if (stated === null) return undefined;
  const trimmed = stated.trim();
  if (guobiao.test(trimmed)) return 'gb18030';
  if (big5.test(trimmed)) return 'big5';
  // A page that says UTF-16 in ASCII letters is not UTF-16.
  if (utf8.test(trimmed) || utf16.test(trimmed)) return 'utf-8';
  return undefined;
}

function read(bytes: Uint8Array, charset: string, declared: string | null): DecodedText {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, declared, broken: unreadable(text) };
}

function byMark(bytes: Uint8Array): DecodedText | undefined {
  const mark = boms.find(([bom]) => bom.every((byte, at) => bytes[at] === byte));
  return mark && read(bytes, mark[1], null);
}

const fits = ({ text, broken }: DecodedText): boolean =>
  broken === 0 || broken <= tolerable * beyondAscii(text);

/** Share of the Han characters that belong to GB/T 2312 level 1 (codes B0A1 to D7F9). */
function ordinaryShare(bytes: Uint8Array, text: string): number {
  const total = countHan(text);
  if (total === 0) return 1;
  let level1 = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) level1 += 1;
    at += 1;
  }
  return level1 / total;
}

/** The library of last resort: a megabyte of tables, loaded for the few pages that come to it. */
function detected(bytes: Uint8Array): string | null {
  const jschardet = require('jschardet') as typeof import('jschardet');
  return jschardet.detect(Buffer.from(bytes.subarray(0, detectWithin))).encoding;
}

/** Nothing is declared and it is not UTF-8: GB 18030, unless the text would be no Chinese. */
function guess(bytes: Uint8Array): DecodedText {
  const gb = read(bytes, 'gb18030', null);
  if (fits(gb) && ordinaryShare(bytes, gb.text) >= ordinary) return gb;
  const found = labelOf(detected(bytes));
  const other = found === 'big5' ? read(bytes, 'big5', null) : gb;
  return other.broken < gb.broken || (fits(other) && other !== gb) ? other : gb;
}

/**
 * Reads bytes as text.
 *
 * @param declared What the server said, if anything.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = byMark(bytes);
  if (marked) return { ...marked, declared };
  const head = asLatin1(bytes.subarray(0, labelWithin));
  const own = metaCharset.exec(head)?.[1] ?? xmlEncoding.exec(head)?.[1] ?? null;
  const stated = [declared, own].flatMap((label) => labelOf(label) ?? []);
  const said = declared !== null && labelOf(declared) ? declared : (own ?? declared);

  const asUtf8 = read(bytes, 'utf-8', said);
  const high = bytes.reduce((sum, byte) => (byte > 0x7f ? sum + 1 : sum), 0);
  if (asUtf8.broken === 0 && high >= enoughForProof) return asUtf8;

  for (const label of stated) {
    const attempt = read(bytes, label, said);
    if (fits(attempt)) return attempt;
  }
  if (fits(asUtf8)) return asUtf8;
  return { ...guess(bytes), declared: said };
}

/** Whether a stated label means the encoding that was used. */
export const agrees = ({ declared, charset }: DecodedText): boolean =>
  declared === null || (labelOf(declared) ?? declared.toLowerCase()) === charset;
