/** Grey images in other sizes; smooth in both directions. */
import sharp from 'sharp';
import type { GreyImage } from '../engine.ts';

/** The image scaled to a height in pixels, its shape kept. */
export async function scaledTo(image: GreyImage, height: number): Promise<GreyImage> {
  if (height === image.height || image.data.length === 0) return image;
  return resized(image, Math.max(1, Math.round((image.width * height) / image.height)), height);
}

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
