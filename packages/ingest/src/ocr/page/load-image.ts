/** Loads a page image as colour pixels, at the resolution at which the passes work: the pass `scale`. */
import type { Box } from '@xxgk/extract/document';
import sharp from 'sharp';
import { OcrError, TooLargeError } from '../../errors.ts';
import type { ScanPage } from '../../stage.ts';
import type { ColorImage } from './color-image.ts';
import { inkOf } from './ink.ts';
import { letterHeight } from './letter-height.ts';
import { liesOnItsSide } from './lie.ts';
import { separated } from './passes/colors.ts';
import { patches } from './patches.ts';

/** Pixels of an A2 sheet at 300 dpi: beyond it decoding alone takes gigabytes. */
const pixelLimit = 70_000_000;
/** Measured: 300 dpi is read worse than 200, and costs more than twice as much. */
const workingDpi = 200;
/** An A4 page at the working resolution is 1654 pixels wide; wider images are made smaller. */
const widest = 2000;

/** Letters below this height are made larger, to the height at which lines and rules are told apart. */
const [smallLetters, wantedLetters, mostLarger] = [22, 34, 4];

export interface LoadedImage {
  readonly image: ColorImage;
  /** Pixels of the page image for each pixel of `image`. */
  readonly factor: number;
  /** Whether the lines seem to run down the image. */
  readonly onItsSide: boolean;
}

type Decoded = Omit<LoadedImage, 'onItsSide'>;

/**
 * @param scaled Whether the image is brought to the size at which lines and rules are told apart best.
 * @throws {TooLargeError} when the image has more pixels than can be decoded safely.
 * @throws {OcrError} when the image cannot be decoded.
 */
export async function loadImage(page: ScanPage, scaled = true): Promise<LoadedImage> {
  if (page.width * page.height > pixelLimit) {
    throw new TooLargeError('The page image', `${pixelLimit / 1_000_000} megapixels`);
  }
  const loaded = await decoded(page, scaled ? shrinking(page) : 1);
  const ink = patches(inkOf(separated(loaded.image).black));
  const across = letterHeight(ink);
  const onItsSide = across !== null && liesOnItsSide(ink, across);
  const letters = onItsSide ? letterHeight(ink.map(sideways)) : across;
  if (!scaled || letters === null || letters >= smallLetters) return { ...loaded, onItsSide };
  const larger = Math.min(mostLarger, wantedLetters / letters);
  return { ...(await decoded(page, loaded.factor / larger)), onItsSide };
}

const sideways = ([x0, y0, x1, y1]: Box): Box => [y0, x0, y1, x1];

async function decoded(page: ScanPage, factor: number): Promise<Decoded> {
  const width = Math.max(1, Math.round(page.width / factor));
  const height = Math.max(1, Math.round(page.height / factor));
  try {
    const { data } = await sharp(page.image, { limitInputPixels: pixelLimit })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width, height, fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const dpi = page.dpi === null ? null : page.dpi / factor;
    return { image: { width, height, data, dpi }, factor };
  } catch (cause) {
    throw new OcrError(`the page image cannot be decoded: ${String(cause)}`);
  }
}

function shrinking({ dpi, width }: ScanPage): number {
  const byDpi = dpi !== null && dpi > 1.1 * workingDpi ? dpi / workingDpi : 1;
  return Math.max(byDpi, width / byDpi > widest ? width / 1654 : 1);
}
