/** One page of an image file as OCR takes it: upright, on white, grey or RGB in 8 bits. */
import { writeFile } from 'node:fs/promises';
import type { Diagnostic } from '@xxgk/extract/document';
import type { Sharp } from 'sharp';
import { checkSize, type Facts, type Picture, type Strictness } from './picture.ts';

export interface PageImage {
  readonly path: string;
  /** Pixels of the image as written. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Written {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a page.
 *
 * @param asItIs The file and its extension, where OCR can read the file itself.
 * @param base Path of the image without its extension.
 * @throws {TooLargeError} before anything is decoded; what sharp says when the image is cut off.
 */
export async function pageImage(
  picture: Picture,
  page: number,
  base: string,
  asItIs: { readonly bytes: Uint8Array; readonly extension: string } | null,
): Promise<PageImage> {
  const facts = await picture.facts(page);
  checkSize(facts);
  const passes = asItIs !== null && facts.plain && facts.orientation === 1;
  const write = async (strictness: Strictness): Promise<Written> => {
    const pixels = picture.pixels(page, strictness);
    return passes ? copied(asItIs, pixels, base, facts) : drawn(pixels, `${base}.png`);
  };
  const { written, diagnostics } = await carefully(write, page);
  return { ...written, dpi: facts.dpi, diagnostics };
}

/** Decoding it once, small, shows whether it is whole. */
async function copied(
  { bytes, extension }: { readonly bytes: Uint8Array; readonly extension: string },
  pixels: Sharp,
  base: string,
  { width, height }: Facts,
): Promise<Written> {
  await pixels.resize(8, 8, { fit: 'fill' }).raw().toBuffer();
  const path = `${base}.${extension}`;
  await writeFile(path, bytes);
  return { path, width, height };
}

async function drawn(pixels: Sharp, path: string): Promise<Written> {
  const { width, height } = await pixels
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    // Read once and removed: packing it tighter takes longer than reading more.
    .png({ compressionLevel: 1 })
    .toFile(path);
  return { path, width, height };
}

/** What decodes only where a doubt is let pass is read, and said to be in doubt. */
async function carefully(
  write: (strictness: Strictness) => Promise<Written>,
  page: number,
): Promise<{ readonly written: Written; readonly diagnostics: readonly Diagnostic[] }> {
  let doubt: unknown;
  try {
    return { written: await write('warning'), diagnostics: [] };
  } catch (error) {
    doubt = error;
  }
  const written = await write('truncated');
  const why = doubt instanceof Error ? doubt.message : String(doubt);
  return {
    written,
    diagnostics: [
      {
        code: 'parse/damaged-image',
        severity: 'warning',
        message: `Image ${page + 1} is damaged (${why.replaceAll('\n', ' ').trim()}): parts of it may be missing or grey; look at it.`,
        place: { page: page + 1 },
      },
    ],
  };
}
