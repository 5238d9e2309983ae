/** Reads an image file: each of its pages becomes an image for OCR. */
import { join } from 'node:path';
import type { Diagnostic } from '@xxgk/extract/document';
import { IngestError, UnreadableError, UnsupportedError } from '../../errors.ts';
import type { ScanPage } from '../../stage.ts';
import { pageImage } from './page-image.ts';
import type { Picture } from './picture.ts';

const reason = 'the file is an image';
/** What OCR opens by itself. */
const openByOcr: readonly string[] = ['png', 'jpeg'];

export interface ReadImage {
  readonly pages: readonly ScanPage[];
  readonly diagnostics: readonly Diagnostic[];
}

async function opened(format: string, bytes: Uint8Array): Promise<Picture> {
  // Its decoder may not be given away with sharp: the patents on it are licensed apart.
  if (format === 'heic') {
    throw new UnsupportedError('A photograph in HEIC', 'save it as JPEG or PNG and read that');
  }
  if (format === 'bmp') return (await import('./bitmap.ts')).bitmapPicture(bytes);
  if (format === 'tiff') return (await import('./tiff-picture.ts')).tiffPicture(bytes);
  return (await import('./sharp-picture.ts')).sharpPicture(bytes);
}

/**
 * @param scratch Folder for the page images.
 * @throws {UnreadableError} when an image is broken or cut off.
 * @throws {UnsupportedError} when its format has no decoder here.
 * @throws {TooLargeError} before anything is decoded.
 */
export async function readImage(
  format: string,
  bytes: Uint8Array,
  scratch: string,
): Promise<ReadImage> {
  try {
    const picture = await opened(format, bytes);
    const asItIs = openByOcr.includes(format) ? { bytes, extension: format } : null;
    const pages: ScanPage[] = [];
    const diagnostics = [...picture.diagnostics];
    for (let page = 0; page < picture.pages; page += 1) {
      const base = join(scratch, `page-${page + 1}`);
      const { path, width, height, dpi, ...found } = await pageImage(picture, page, base, asItIs);
      pages.push({ kind: 'scan', number: page + 1, image: path, width, height, dpi, reason });
      diagnostics.push(...found.diagnostics);
    }
    return { pages, diagnostics };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(format.toUpperCase(), why.replaceAll('\n', ' ').trim());
  }
}
