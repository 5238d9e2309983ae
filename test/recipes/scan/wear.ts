/** What copying, scanning, photographing and compressing do to a page image, each alone and together. */
import { dice } from '../random.ts';
import { asSharp, changed, type Pixels } from './pixels.ts';

export type Wear = (page: Pixels) => Promise<Pixels>;

/** Grain of a scanner: every pixel is off by up to `most` levels, its channels alike. */
export const noisy =
  (most: number): Wear =>
  async (page) => {
    const random = dice(page.width);
    let change = 0;
    return changed(page, (old, _x, _y, index) => {
      if (index % 3 === 0) change = random.roll(-most, most);
      return old + change;
    });
  };

/** Out of focus. @param sigma Pixels. */
export const blurred =
  (sigma: number): Wear =>
  async (page) => {
    const data = await asSharp(page).blur(sigma).raw().toBuffer();
    return { ...page, data };
  };

/** Stored as JPEG once, as archives and copiers do. */
export const compressed =
  (quality: number): Wear =>
  async (page) => {
    const jpeg = await asSharp(page).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
    const { default: sharp } = await import('sharp');
    return { ...page, data: await sharp(jpeg).raw().toBuffer() };
  };

/**
 * The print of the other side shines through thin paper: its mirror image, softened.
 *
 * @param share How much of the ink's darkness comes through.
 */
export const shiningThrough =
  (share: number): Wear =>
  async (page) => {
    const back = await asSharp(page).flop().blur(1.2).raw().toBuffer();
    const shift = 9 * page.width * 3;
    return changed(page, (old, _x, _y, i) => {
      const behind = back[i + shift] ?? 255;
      return Math.min(old, 255 - (255 - behind) * share);
    });
  };

/**
 * Photographed by hand: the sheet leans away, one corner lies in the shade, the hand shakes.
 * @param lean Share of the width by which the far edge is shorter.
 */
export const photographed =
  (lean: number): Wear =>
  async (page) => {
    const shaken = await blurred(0.8)(await noisy(10)(leaning(page, lean)));
    return changed(shaken, (old, x, y) => {
      const shade = 0.55 + 0.45 * Math.min(1, (x / page.width + y / page.height) * 0.8);
      return old * shade;
    });
  };

/** The upper edge is shorter than the lower one; around the sheet lies a grey table. */
function leaning(page: Pixels, lean: number): Pixels {
  const { width, height, data } = page;
  return changed(page, (_old, x, y, i) => {
    const part = 1 - lean * (1 - y / height);
    const u = (x - width / 2) / part + width / 2;
    const left = Math.floor(u);
    if (left < 0 || left >= width - 1) return 120;
    const at = (y * width + left) * 3 + (i % 3);
    const share = u - left;
    return (data[at] ?? 0) * (1 - share) + (data[at + 3] ?? 0) * share;
  });
}

/** One after the other. */
export const both =
  (...wears: readonly Wear[]): Wear =>
  async (page) => {
    let worn = page;
    for (const wear of wears) worn = await wear(worn);
    return worn;
  };
