/** The name under which what was read from a page image is kept. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ScanPage } from '../../stage.ts';
import { ocrStage } from '../../versions.ts';

const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/**
 * Of all that decides what is read: the image, how large it is said to be, the version of the stage,
 * and the engines. Not of the page's number, which is another in another version of the file.
 *
 * @param engines Fingerprint of all that may read.
 * @returns 64 hex digits.
 * @throws when the image cannot be read.
 */
export async function pageKey(page: ScanPage, engines: string): Promise<string> {
  const { image, width, height, dpi } = page;
  const bytes = await readFile(image);
  return sha256(JSON.stringify([sha256(bytes), width, height, dpi, ocrStage([engines])]));
}
