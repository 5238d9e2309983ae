/** RTF: text, tables, numbers and pictures, also when the file is called `.doc`. */
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';

const mark = '{\\rtf';
/** A byte-order mark or blanks may stand before it. */
const markWithin = 16;

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { readRtf } = await import('./read-rtf.ts');
  const { parsedText } = await import('../word/parsed.ts');
  try {
    return await parsedText(readRtf(file.bytes), context, { 'parse.rtf': rtfParser.version });
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('RTF', error instanceof Error ? error.message : String(error));
  }
}

export const rtfParser: Parser = {
  name: 'rtf',
  version: '2',
  mediaType: 'application/rtf',
  textual: false,
  recognises: (head) => Buffer.from(head.subarray(0, markWithin)).toString('latin1').includes(mark),
  parse,
};
