/** Ourselves: bytes to the Document that extraction reads, without the process around it. */
import { tmpdir } from 'node:os';
import { clean, decode } from '@xxgk/ingest';
import { plainText } from '../../../../packages/xxgk/src/plain-text.ts';
import type { Reader } from '../subject.ts';

export async function load(): Promise<Reader> {
  return {
    async read({ path, url }, bytes) {
      const { decoded, parser } = decode({
        bytes,
        sha256: '0'.repeat(64),
        url,
        fileName: path,
        declaredType: null,
        declaredCharset: null,
        fetchedAt: null,
      });
      const parsed = await parser.parse(decoded, { scratch: tmpdir() });
      const pages = parsed.pages.flatMap((page) => (page.kind === 'text' ? page : []));
      if (pages.length < parsed.pages.length)
        throw new Error('A page has no text: not a digital one');
      return plainText(clean(decoded, { ...parsed, pages }));
    },
  };
}
