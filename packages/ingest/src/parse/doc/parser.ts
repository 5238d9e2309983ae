/** DOC: legacy Word files (also written by WPS), with their tables, numbers and pictures. */
import { EncryptedError, IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import type { Directory } from './ole.ts';

const mark = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const otherName = /\.(?:xls|xlt|et|ppt|pps|dps|msg|vsd|mpp)$/i;

const recognises: Parser['recognises'] = (head, { fileName }) =>
  Buffer.from(head.subarray(0, mark.length)).equals(mark) && !otherName.test(fileName ?? '');

function check({ names, encrypted }: Directory): void {
  if (names.has('EncryptedPackage')) throw new EncryptedError('DOCX');
  if (names.has('CONTENTS') || names.has('MatOST')) {
    throw new UnreadableError('WPS', 'Microsoft Works wrote it; Word can save it as .docx');
  }
  if (!names.has('WordDocument')) throw new UnreadableError('DOC', 'it holds no Word document');
  if (encrypted) throw new EncryptedError('DOC');
}

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { directoryOf } = await import('./ole.ts');
  const { readDocument } = await import('./document.ts');
  const { parsedText } = await import('../word/parsed.ts');
  try {
    const directory = directoryOf(file.bytes);
    check(directory);
    return await parsedText(readDocument(directory), context, { 'parse.doc': docParser.version });
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('DOC', error instanceof Error ? error.message : String(error));
  }
}

export const docParser: Parser = {
  name: 'doc',
  version: '3',
  mediaType: 'application/msword',
  textual: false,
  recognises,
  parse,
};
