/** Files of one image, or of a moving one, that sharp decodes. */
import type { Diagnostic } from '@xxgk/extract/document';
import sharp from 'sharp';
import { factsOf, type Picture, pixelLimit } from './picture.ts';

/** The frames of an animation are no pages: the first is what a page shows before it moves. */
function animation(frames: number): Diagnostic[] {
  if (frames <= 1) return [];
  return [
    {
      code: 'parse/animation',
      severity: 'info',
      message: `The image is an animation of ${frames} frames; the first one is read.`,
      place: null,
    },
  ];
}

export async function sharpPicture(bytes: Uint8Array): Promise<Picture> {
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  return {
    pages: 1,
    diagnostics: animation(metadata.pages ?? 1),
    facts: async () => factsOf(metadata),
    pixels: (_, failOn) => sharp(bytes, { limitInputPixels: pixelLimit, failOn }),
  };
}
