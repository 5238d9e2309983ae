/** RTF from its words: a head with a Chinese and a Western font, and content as the test gives it. */
import iconv from 'iconv-lite';

const head =
  '{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 SimSun;}{\\f2\\fcharset2 Wingdings;}}{\\colortbl;\\red255\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}';

const hex = (byte: number): string => `\\'${byte.toString(16).padStart(2, '0')}`;

/** Text as bytes of GBK, each an escape. */
export const gbk = (text: string): string =>
  Array.from(iconv.encode(text, 'gbk'), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : hex(byte),
  ).join('');

/** Bytes as a program writes them that escapes the signs of the format one byte at a time. */
export const escapedBytes = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replace(/[\\{}]/g, '\\$&'), 'latin1');

/** Text as `\u` with a question mark for old readers. */
export const unicode = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    return code < 0x80 ? text.charAt(at) : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');

/** @param page Code page of the file. */
export const rtf = (content: string, page = 936): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg${page}\\deff0${head}\\uc1 ${content}}`, 'latin1');

/** A row: cells with their merges (`\\clvmgf` …), each 2000 wide or as given. */
export function row(
  ...cells: readonly (readonly [text: string, merges?: string, right?: number])[]
): string {
  const defined = cells
    .map(([, merges = '', right], at) => `${merges}\\cellx${right ?? (at + 1) * 2000}`)
    .join('');
  const content = cells.map(([text]) => `\\pard\\intbl ${text}\\cell`).join('');
  return `\\trowd\\trleft0${defined}${content}\\row\\pard `;
}
