/** The text of an HTML part: by its mark, by what its bytes prove, by its labels. */
import type { Part } from './mime.ts';

const labelWithin = 4096;
const metaCharset = /<meta[^>]{0,200}charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{1,40})/i;
/** Every GB label is read as GB 18030, which holds them all. */
const guobiao = /^(gb|x-gbk|cp936|windows-936|chinese|csgb|euc-cn)/i;
const big5 = /^(x-x-|cn-)?big5/i;

export interface PartText {
  readonly text: string;
  /** Label of the encoding used, as in the Encoding Standard. */
  readonly charset: string;
}

function byMark(bytes: Buffer): string | undefined {
  const mark = bytes.toString('hex', 0, 3);
  if (mark === 'efbbbf') return 'utf-8';
  if (mark.startsWith('fffe')) return 'utf-16le';
  return mark.startsWith('feff') ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function labelled({ content, parameters }: Part): string {
  const own = metaCharset.exec(content.toString('latin1', 0, labelWithin))?.[1];
  const stated = parameters.get('charset') ?? own ?? '';
  return big5.test(stated) && !guobiao.test(stated) ? 'big5' : 'gb18030';
}

export function textOfPart(part: Part): PartText {
  const { content } = part;
  const charset = byMark(content) ?? (isUtf8(content) ? 'utf-8' : labelled(part));
  return { text: new TextDecoder(charset).decode(content), charset };
}
