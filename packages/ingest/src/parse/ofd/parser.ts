/** OFD (GB/T 33190-2016): text with places, ruled tables, seals, and images of scanned pages. */
import { IngestError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import { isOfdPackage } from './recognise.ts';

async function parse({ bytes }: Decoded, context: ParseContext): Promise<Parsed> {
  const { readOfd } = await import('./read.ts');
  try {
    return {
      ...(await readOfd(bytes, context)),
      cms: null,
      provenance: 'unknown',
      repairs: [],
      stages: { 'parse.ofd': ofdParser.version },
    };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new UnreadableError('OFD', error instanceof Error ? error.message : String(error));
  }
}

export const ofdParser: Parser = {
  name: 'ofd',
  version: '3',
  mediaType: 'application/ofd',
  textual: false,
  recognises: (head, { fileName }) => isOfdPackage(head, fileName),
  parse,
};
