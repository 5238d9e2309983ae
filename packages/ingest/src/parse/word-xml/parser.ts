/** Word's documents as one XML file: Word 2003 XML and Flat OPC, also when called `.doc`. */
import type { Diagnostic } from '@xxgk/extract/document';
import { IngestError, TooLargeError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import type { WordText } from '../word/parsed.ts';

const beginning =
  /^(?:\ufeff|\xef\xbb\xbf)?\s{0,200}<(?:\?xml|\?mso-application|w:wordDocument|pkg:package)/;
const word2003 = 'schemas.microsoft.com/office/word/2003/wordml';
const flat = 'schemas.microsoft.com/office/2006/xmlPackage';
/** A file is held whole while it is read. */
const byteLimit = 64 * 1024 * 1024;

const repaired: Diagnostic = {
  code: 'parse/repaired',
  severity: 'info',
  message:
    'The XML of this file is not well-formed (stray & or control characters); it was mended.',
  place: null,
};

async function readOnce(xml: Buffer): Promise<WordText> {
  const { readWord2003 } = await import('./word-2003.ts');
  const { flatArchive } = await import('./flat-package.ts');
  const { readDocument } = await import('../docx/document.ts');
  const head = xml.toString('latin1', 0, 4096);
  return head.includes(flat) ? readDocument(flatArchive(xml.toString('utf8'))) : readWord2003(xml);
}

async function read(bytes: Uint8Array): Promise<WordText> {
  const { MalformedXmlError } = await import('../package/xml.ts');
  const { mendXml } = await import('../package/mend-xml.ts');
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await readOnce(xml);
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    const { items, diagnostics } = await readOnce(mendXml(xml));
    return { items, diagnostics: [repaired, ...diagnostics] };
  }
}

async function parse({ bytes }: Decoded, context: ParseContext): Promise<Parsed> {
  if (bytes.length > byteLimit) {
    throw new TooLargeError(`A Word XML file of ${bytes.length} bytes`, `${byteLimit} bytes`);
  }
  const { parsedText } = await import('../word/parsed.ts');
  try {
    return await parsedText(await read(bytes), context, {
      'parse.word-xml': wordXmlParser.version,
    });
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('Word XML', error instanceof Error ? error.message : String(error));
  }
}

export const wordXmlParser: Parser = {
  name: 'word-xml',
  version: '2',
  mediaType: 'application/msword-xml',
  textual: false,
  recognises: (bytes) => {
    const head = Buffer.from(bytes).toString('latin1');
    return beginning.test(head) && (head.includes(word2003) || head.includes(flat));
  },
  parse,
};
