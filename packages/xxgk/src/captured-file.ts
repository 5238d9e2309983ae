/** A file as it was captured once, out of the archive. */
import type { SourceFile } from '@xxgk/ingest';
import type { Archive, Capture } from '@xxgk/store';

/** The newest capture of a source that gave these bytes. */
export async function captureOf(
  archive: Archive,
  sourceId: string,
  sha256: string,
): Promise<Capture | undefined> {
  const captures = await Array.fromAsync(archive.captures(sourceId));
  return captures.findLast((capture) => capture.sha256 === sha256);
}

const charsetForm = /^\s*charset\s*=\s*["']?([A-Za-z0-9._:-]{1,40})/i;

export function capturedFile(bytes: Uint8Array, sha256: string, capture: Capture): SourceFile {
  const { headers, file_name, fetched_at, url } = capture;
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
  };
}
