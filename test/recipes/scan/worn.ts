/** What a worn scanner and a strong compression do to a clean page image. */
import type { Canvas } from '@napi-rs/canvas';

export interface Wear {
  /** Largest change of a pixel's level by noise, 0 to 255. */
  readonly noise: number;
  /** Quality of the JPEG, 1 to 100. */
  readonly quality: number;
}

/** @returns A JPEG; the same every time. */
export async function worn(canvas: Canvas, { noise, quality }: Wear): Promise<Uint8Array> {
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  // A linear congruential generator (Numerical Recipes): the same noise on every machine.
  let state = 1;
  for (let i = 0; i < image.data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const change = (state / 2 ** 32 - 0.5) * 2 * noise;
    for (let channel = i; channel < i + 3; channel++) {
      image.data[channel] = Math.max(0, Math.min(255, (image.data[channel] ?? 0) + change));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas.encode('jpeg', quality);
}
