/** What servers and pages say about their encoding, as labels of the Encoding Standard. */

/** Bytes of a page in which its own label is looked for: scripts and styles may stand before it. */
const labelWithin = 65_536;

const metaCharset = /<meta[^>]{0,300}charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{1,40})/gi;
const xmlEncoding = /^\s{0,40}<\?xml[^>]{0,200}encoding\s{0,4}=\s{0,4}["']([\w-]{1,40})/i;
const guobiao =
  /^(gb[-_]?(2312|k|18030)|x-gbk|cp936|ms936|windows-936|csgb2312|chinese|gb_2312-80|euc-cn|hz-gb-2312)/i;
const utf8 = /^(unicode-1-1-)?utf-?8$/i;
const utf16 = /^(utf-?16|ucs-?2|unicode)/i;
const big5 = /^(x-x-|cn-)?big-?5/i;
const western = /^(iso-?8859-?1|latin-?1|windows-1252|cp1252|us-ascii|ascii)$/i;

/** Encodings that pages of agencies have been met in. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/**
 * The encoding that a label means here; undefined for what no page of an agency is in.
 *
 * Every GB label is GB 18030, which holds them all: `gbk` would turn the blank A3 A0 into a
 * private-use character. A page that says UTF-16 in ASCII letters is not UTF-16.
 */
export function labelOf(stated: string): Charset | undefined {
  const label = stated.trim();
  if (guobiao.test(label)) return 'gb18030';
  if (big5.test(label)) return 'big5';
  if (utf8.test(label) || utf16.test(label)) return 'utf-8';
  return western.test(label) ? 'windows-1252' : undefined;
}

/** Labels that a page gives itself, in order; it may be put together from parts that disagree. */
export function ownLabels(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.subarray(0, labelWithin)).toString('latin1');
  const xml = xmlEncoding.exec(head)?.[1];
  const metas = [...head.matchAll(metaCharset)].flatMap((match) => match[1] ?? []);
  return [...(xml === undefined ? [] : [xml]), ...metas];
}
