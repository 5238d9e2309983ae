/** mammoth alone, each of its two ways. */
import mammoth from 'mammoth';
import type { Reader } from '../subject.ts';

/** @param option `text` or `html`. */
export async function load(option: string): Promise<Reader> {
  const convert = option === 'text' ? mammoth.extractRawText : mammoth.convertToHtml;
  return { read: async (_, bytes) => (await convert({ buffer: Buffer.from(bytes) })).value };
}
