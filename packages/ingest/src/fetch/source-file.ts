/** An answer as the input of decoding. */
import { createHash } from 'node:crypto';
import type { SourceFile } from '../stage.ts';
import type { Answer } from './answer.ts';
import { fileNameOf } from './file-name.ts';

const charset = /charset\s{0,4}=\s{0,4}["']?([\w-]{1,40})/i;

/** The address is the one that answered. */
export function asSourceFile(answer: Answer): SourceFile {
  const type = answer.headers['content-type'];
  return {
    bytes: answer.bytes,
    sha256: createHash('sha256').update(answer.bytes).digest('hex'),
    url: answer.url,
    fileName: fileNameOf(answer.headers['content-disposition'], answer.url),
    declaredType: type?.split(';')[0]?.trim().toLowerCase() || null,
    declaredCharset: charset.exec(type ?? '')?.[1] ?? null,
    fetchedAt: answer.fetchedAt,
  };
}
