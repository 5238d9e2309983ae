/** An archive as a Document: it has no text, and names its files as attachments. */
import type { Block, Document, Member } from '@xxgk/extract/document';
import type { SourceFile } from '../stage.ts';
import { decodeVersion } from '../versions.ts';
import type { Container } from './container.ts';
import type { Unpacked } from './unpack/listing.ts';

export function archiveDocument(
  file: SourceFile,
  container: Container,
  { members, diagnostics }: Unpacked,
): Document {
  return {
    schema: 'xxgk.document/1',
    source: {
      url: file.url,
      host: file.url !== null && URL.canParse(file.url) ? new URL(file.url).host : null,
      fetched_at: file.fetchedAt,
      file_name: file.fileName,
      media_type: container.mediaType,
      sha256: file.sha256,
      bytes: file.bytes.length,
      charset: null,
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'unknown',
    },
    pages: [{ number: 1, readBy: 'text', blocks: members.map(blockOf) }],
    repairs: [],
    diagnostics,
    stages: { decode: decodeVersion, [`container.${container.name}`]: container.version },
    members,
  };
}

const blockOf = ({ name }: Member): Block => ({
  kind: 'paragraph',
  role: 'attachment',
  text: name,
});
