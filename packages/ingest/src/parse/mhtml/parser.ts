/** MHTML: a page with its pictures in one file (`.mht`), also what Word saves as such a page. */
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import { fromFirstHeader } from './head.ts';

const header = /^[A-Za-z][\w-]{0,60}:[ \t]/;
const version1 = /^MIME-Version:/im;
const kind = /^Content-Type:\s{0,20}(?:multipart\/|text\/html)/im;

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { readMhtml } = await import('./read-mhtml.ts');
  try {
    return await readMhtml(file, context, mhtmlParser.version);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('MHTML', error instanceof Error ? error.message : String(error));
  }
}

export const mhtmlParser: Parser = {
  name: 'mhtml',
  version: '2',
  mediaType: 'multipart/related',
  textual: false,
  recognises: (bytes) => {
    const head = Buffer.from(fromFirstHeader(bytes)).toString('latin1');
    return header.test(head) && version1.test(head) && kind.test(head);
  },
  parse,
};
