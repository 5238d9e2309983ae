/** DOCX: text, structure and tables from the XML, with Word's automatic numbers. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { Parser } from '../parser.ts';
import { isWordPackage } from './recognise.ts';

const repaired: Diagnostic = {
  code: 'parse/repaired',
  severity: 'warning',
  message:
    'The XML of this Word file is not well-formed. Its text and tables were read; automatic ' +
    'numbers, alignment, text boxes, headers and footers were not: compare with the original.',
  place: null,
};

interface Read {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  const { openArchive } = await import('../package/archive.ts');
  const { readDocument } = await import('./document.ts');
  const { MalformedXmlError } = await import('../package/xml.ts');
  const archive = await openArchive('DOCX', bytes);
  try {
    return { blocks: await readDocument(archive), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof MalformedXmlError)) throw error;
    const { readLeniently } = await import('./lenient.ts');
    return { blocks: await readLeniently(bytes), diagnostics: [repaired] };
  }
}

async function parse(file: Decoded): Promise<Parsed> {
  try {
    const { blocks, diagnostics } = await read(file.bytes);
    return {
      pages: [{ kind: 'text', number: 1, readBy: 'text', blocks }],
      pageCount: null,
      cms: null,
      provenance: 'unknown',
      repairs: [],
      diagnostics,
      stages: { 'parse.docx': docxParser.version },
    };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('DOCX', error instanceof Error ? error.message : String(error));
  }
}

export const docxParser: Parser = {
  name: 'docx',
  version: '1',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  textual: false,
  recognises: (head, { fileName }) => isWordPackage(head, fileName),
  parse,
};
