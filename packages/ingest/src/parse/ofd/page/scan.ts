/** Draws the images and shapes of a page without text as one image for OCR. */
import { join } from 'node:path';
import { createCanvas, type Image, loadImage, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { ScanPage } from '../../../stage.ts';
import type { Archive } from '../../package/archive.ts';
import { multiply } from '../../paged/matrix.ts';
import type { OfdPage } from './page.ts';
import type { Paint, Picture, Shape } from './page-ink.ts';
import { svgOf } from './path-data.ts';

/** 16 pt letters become 44 pixels high, the size that the engines read best. */
const dpi = 200;
const pointsPerInch = 72;
/** Pixels of an image at most. */
const limit = 100_000_000;

/** An image of the page that cannot be read, and why. */
export interface Unread {
  readonly part: string;
  readonly why: string;
}

type Loaded = { readonly image: Image } | { readonly unread: Unread };

async function load(archive: Archive, { part }: Picture): Promise<Loaded> {
  if (part === undefined || !archive.has(part)) {
    return { unread: { part: part ?? 'an image', why: 'it is missing from the package' } };
  }
  const bytes = await archive.read(part);
  try {
    const whole = sharp(bytes, { limitInputPixels: limit, failOn: 'truncated' });
    return { image: await loadImage(await whole.png({ compressionLevel: 1 }).toBuffer()) };
  } catch (error) {
    return { unread: { part, why: error instanceof Error ? error.message : String(error) } };
  }
}

const css = ({ color, opacity }: Paint): string =>
  `rgba(${color.map(Math.round).join(', ')}, ${opacity})`;

/** The context already maps to the space of the shape. */
function drawShape(context: SKRSContext2D, { steps, fill, stroke, rule, lineWidth }: Shape): void {
  const path = new Path2D(svgOf(steps));
  if (fill) {
    context.fillStyle = css(fill);
    context.fill(path, rule);
  }
  if (stroke) {
    context.strokeStyle = css(stroke);
    context.lineWidth = lineWidth;
    context.stroke(path);
  }
}

async function draw(
  context: SKRSContext2D,
  archive: Archive,
  { ink }: OfdPage,
  scale: number,
): Promise<Unread[]> {
  const unread: Unread[] = [];
  for (const drawing of ink.drawings) {
    context.setTransform(...multiply([scale, 0, 0, scale, 0, 0], drawing.to));
    if (drawing.kind === 'shape') drawShape(context, drawing);
    else {
      const loaded = await load(archive, drawing);
      if ('unread' in loaded) unread.push(loaded.unread);
      else context.drawImage(loaded.image, 0, 0, 1, 1);
    }
  }
  return unread;
}

/**
 * Writes the page into `scratch`.
 *
 * @returns The page, or undefined when none of its images can be read; and those that cannot.
 */
export async function drawScan(
  page: OfdPage,
  archive: Archive,
  reason: string,
  scratch: string,
): Promise<{ readonly scan: ScanPage | undefined; readonly unread: readonly Unread[] }> {
  const fitting = Math.sqrt(limit / (page.width * page.height));
  const scale = Math.min(dpi / pointsPerInch, fitting);
  const width = Math.max(1, Math.floor(page.width * scale));
  const height = Math.max(1, Math.floor(page.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const unread = await draw(context, archive, page, scale);
  const { images } = page.ink;
  if (images.length > 0 && unread.length === images.length) return { scan: undefined, unread };
  const image = join(scratch, `page-${page.number}.png`);
  await sharp(canvas.data(), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toFile(image);
  const own = { image, width, height, dpi: Math.round(scale * pointsPerInch), reason };
  return { scan: { kind: 'scan', number: page.number, ...own }, unread };
}
