/** A file as it was captured once, out of the archive. */
import type { SourceFile } from '@xxgk/ingest';
import type { Archive, Capture } from '@xxgk/store';
import { isVersionId, sourceOf } from './version-id.ts';

/**
 * The newest capture of a source that gave these bytes; of what a recording holds the first, for while
 * the record of one version is made, later ones are still on their way.
 */
export async function captureOf(
  archive: Archive,
  inputId: string,
  sha256: string,
): Promise<Capture | undefined> {
  const captures = await Array.fromAsync(archive.captures(sourceOf(inputId)));
  const fits = (capture: Capture): boolean => capture.sha256 === sha256;
  return isVersionId(inputId) ? captures.find(fits) : captures.findLast(fits);
}

const charsetForm = /^\s*charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;

export function capturedFile(bytes: Uint8Array, sha256: string, capture: Capture): SourceFile {
  const { headers, file_name, fetched_at, url, archive } = capture;
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').split(';');
  const charset = parameters.map((text) => charsetForm.exec(text)?.[1]).find(Boolean);
  return {
    bytes,
    sha256,
    url,
    fileName: file_name,
    declaredType: mediaType.trim() || null,
    declaredCharset: charset ?? null,
    fetchedAt: fetched_at,
    ...(archive && {
      container: { sha256: archive.sha256, member: archive.member, depth: archive.depth },
    }),
  };
}
