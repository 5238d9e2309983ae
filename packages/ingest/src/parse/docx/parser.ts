/** DOCX: text, structure and tables from the XML, with Word's automatic numbers. */
import type { Diagnostic } from '@xxgk/extract/document';
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { Archive } from '../package/archive.ts';
import type { ParseContext, Parser } from '../parser.ts';
import type { WordText } from '../word/parsed.ts';
import { isWordPackage } from './recognise.ts';

const xmlPart = /\.(?:xml|rels)$/i;

const mended: Diagnostic = {
  code: 'parse/repaired',
  severity: 'info',
  message:
    'The XML of this Word file is not well-formed (stray & or control characters); it was mended.',
  place: null,
};

const repaired: Diagnostic = {
  code: 'parse/repaired',
  severity: 'warning',
  message:
    'The XML of this Word file is not well-formed. Its text and tables were read; automatic ' +
    'numbers, alignment, text boxes, headers and footers were not: compare with the original.',
  place: null,
};

/** With stray signs mended where that is enough, else by a more patient reader. */
async function readMalformed(archive: Archive, bytes: Uint8Array): Promise<WordText> {
  const { mendXml } = await import('../package/mend-xml.ts');
  const { readDocument } = await import('./document.ts');
  const { MalformedXmlError } = await import('../package/xml.ts');
  const read = async (name: string): Promise<Buffer> => {
    const content = await archive.read(name);
    return xmlPart.test(name) ? mendXml(content) : content;
  };
  try {
    const { items, diagnostics } = await readDocument({ ...archive, read });
    return { items, diagnostics: [mended, ...diagnostics] };
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    const { readLeniently } = await import('./lenient.ts');
    const items = (await readLeniently(bytes)).map((block) => ({ block }));
    return { items, diagnostics: [repaired] };
  }
}

async function read(bytes: Uint8Array): Promise<WordText> {
  const { openArchive } = await import('../package/archive.ts');
  const { readDocument } = await import('./document.ts');
  const { MalformedXmlError } = await import('../package/xml.ts');
  const archive = await openArchive('DOCX', bytes);
  try {
    return await readDocument(archive);
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    return await readMalformed(archive, bytes);
  }
}

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { parsedText } = await import('../word/parsed.ts');
  try {
    const stages = { 'parse.docx': docxParser.version };
    return await parsedText(await read(file.bytes), context, stages);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('DOCX', error instanceof Error ? error.message : String(error));
  }
}

export const docxParser: Parser = {
  name: 'docx',
  version: '3',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  textual: false,
  recognises: (head, { fileName }) => isWordPackage(head, fileName),
  parse,
};
