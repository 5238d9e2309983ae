/** Grey images in other sizes; smooth in both directions. */
import sharp from 'sharp';
import type { GreyImage } from '../engine.ts';

/** The image in another size, whatever its shape. */
export async function resized(image: GreyImage, width: number, height: number): Promise<GreyImage> {
  const { data } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
  })
    .resize({ width, height, fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width, height, data, dpi: image.dpi };
}
