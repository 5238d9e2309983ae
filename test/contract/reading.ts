/** Reads bytes as the program does: decode finds the reader, the reader reads. */
import { createHash } from 'node:crypto';
import type { Table } from '@xxgk/extract/document';
import { decode, type Parsed, type Parser, type SourceFile } from '@xxgk/ingest';

export function sourceFile(bytes: Uint8Array, fileName: string | null): SourceFile {
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: null,
    fileName,
    declaredType: null,
    declaredCharset: null,
    fetchedAt: null,
  };
}

/** @param scratch Folder for page images. */
export async function parsed(
  bytes: Uint8Array,
  fileName: string | null,
  scratch: string,
): Promise<Parsed & { readonly parser: Parser }> {
  const { decoded, parser } = decode(sourceFile(bytes, fileName));
  return { ...(await parser.parse(decoded, { scratch })), parser };
}

export const tablesOf = ({ pages }: Parsed): Table[] =>
  pages
    .flatMap((page) => (page.kind === 'text' ? page.blocks : []))
    .filter((block) => block.kind === 'table');
