/** Text of headers beyond ASCII: `=?gb2312?B?0MK3orwg?=` (RFC 2047). */
import { decodeText } from '../../charset/charset.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';

const word = /=\?([\w-]{1,40})(?:\*[\w-]{1,10})?\?([bq])\?([^?\s]{0,2000})\?=(?:\s+(?==\?))?/gi;
const blankSign = /_/g;
const highByte = /[\x80-\xff]/;

interface Words {
  readonly charset: string;
  readonly bytes: Buffer;
}

const bytesOf = (encoding: string, text: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : decodeQuotedPrintable(Buffer.from(text.replace(blankSign, ' '), 'latin1'));

const textOf = ({ charset, bytes }: Words): string => decodeText(bytes, charset).text;

/**
 * A header as text. Programs cut letters at the ends of words: neighbours are decoded together.
 *
 * @param header Its bytes as Latin-1.
 */
export function decodedWords(header: string): string {
  let text = '';
  let end = 0;
  let open: Words | undefined;
  const flush = (): void => {
    if (open) text += textOf(open);
    open = undefined;
  };
  for (const {
    index,
    0: whole,
    1: charset = '',
    2: encoding = '',
    3: data = '',
  } of header.matchAll(word)) {
    const between = header.slice(end, index);
    if (between !== '' || open?.charset !== charset) flush();
    text += plain(between);
    const bytes = bytesOf(encoding, data);
    open = { charset, bytes: open ? Buffer.concat([open.bytes, bytes]) : bytes };
    end = index + whole.length;
  }
  flush();
  return text + plain(header.slice(end));
}

/** Headers that are not encoded at all although they should be. */
const plain = (header: string): string =>
  highByte.test(header) ? decodeText(Buffer.from(header, 'latin1'), null).text : header;
