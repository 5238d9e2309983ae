/** Code pages of RTF as labels of the Encoding Standard. */

/** Every GB code page is read as GB 18030, which holds them all. */
const byNumber: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Character sets of fonts (`\fcharset`). */
const byFont: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  204: 'windows-1251',
  238: 'windows-1250',
};

export const standardPage = 'windows-1252';

const wide = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr']);

/** Whether letters of a code page may have two bytes. */
export const isWide = (page: string): boolean => wide.has(page);

export const pageOf = (number: number): string => byNumber[number] ?? standardPage;

/**
 * The code page of letters.
 *
 * @param charset Of their font; undefined where it says none.
 * @param ofFile Of the whole file: writers give Chinese letters Western fonts.
 */
export function pageOfFont(charset: number | undefined, ofFile: string): string {
  const own = charset === undefined ? undefined : byFont[charset];
  return own ?? (wide.has(ofFile) || charset === undefined ? ofFile : standardPage);
}
