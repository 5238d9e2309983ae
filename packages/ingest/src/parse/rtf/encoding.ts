/** What the bytes themselves tell of the encoding, where the words of the file tell nothing or are wrong. */
import { isUtf8 } from 'node:buffer';
import { decodeText } from '../../charset/charset.ts';
import { standardPage } from './code-pages.ts';

const highByte = /[\x80-\xff]/;
const escapes = /(?:\\'[89a-f][\da-f]){2}(?:\\'[\da-f]{2}){0,400}/gi;
const namedPage = /\\(?:ansicpg(?!0\b|1252\b)\d|cpg\d|fcharset(?:128|129|134|136)\b)/;
/** Bytes in which they are looked for. */
const looked = 2_000_000;
const sampled = 20_000;

/**
 * Label of the code page of a file that names no wide one: programs forget the head, and then two
 * bytes of a Chinese letter would be read as two Western ones.
 */
export function unnamedPage(file: Buffer): string {
  const letters = file.toString('latin1', 0, looked);
  if (namedPage.test(letters)) return standardPage;
  let sample = '';
  for (const [run] of letters.matchAll(escapes)) {
    sample += run.replaceAll("\\'", '');
    if (sample.length > sampled) break;
  }
  if (sample === '') return standardPage;
  const { charset, doubtful } = decodeText(Buffer.from(sample, 'hex'), null);
  return charset === 'gb18030' && !doubtful ? charset : standardPage;
}

/** Whether letters that are not escaped are UTF-8, which no version of the format allows. */
export function isRawUtf8(file: Buffer): boolean {
  if (!isUtf8(file) || !highByte.test(file.toString('latin1'))) return false;
  return decodeText(file, null).charset === 'utf-8';
}
