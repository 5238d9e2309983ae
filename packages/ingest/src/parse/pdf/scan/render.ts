/** Draws a page as an image for OCR. */
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { Block } from '@xxgk/extract/document';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { TooLargeError } from '../../../errors.ts';
import type { ScanPage } from '../../../stage.ts';
import { scaled } from '../../paged/scaled.ts';

/** 16 pt letters become 44 pixels high, the size that the engines read best. */
const dpi = 200;
/** Pixels of an image at most; a larger page is drawn coarser. */
const limit = 100_000_000;
const pointsPerInch = 72;
/** Coarser, no letter could be read: a page of more than 5 by 5 metres. */
const coarsest = 50;

type RenderTarget = Parameters<PDFPageProxy['render']>[0]['canvasContext'] & object;

/** What a page image needs besides the page. */
export interface Drawing {
  readonly reason: string;
  /** Folder for page images. */
  readonly scratch: string;
  /** Degrees by which the page is turned, clockwise, its own rotation included. */
  readonly rotation: number;
  /** Points of the page as turned. */
  readonly beside: readonly Block[];
}

/**
 * Without loss, for OCR tells letters from their edges. The canvas's own encoder takes longer to
 * compress a page than pdf.js to draw it: the file is read once and removed.
 */
async function writeImage(canvas: Canvas, path: string): Promise<void> {
  const { width, height } = canvas;
  await sharp(canvas.data(), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toFile(path);
}

async function draw(page: PDFPageProxy, scale: number, rotation: number): Promise<Canvas> {
  const viewport = page.getViewport({ scale, rotation });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  // pdf.js draws on this canvas in Node; its types only know the browser's.
  const target = context as unknown as RenderTarget;
  await page.render({ canvas: null, canvasContext: target, viewport }).promise;
  return canvas;
}

/**
 * Writes the page into `scratch` and tells where.
 *
 * @throws {TooLargeError} when the page is too large to be drawn so that it can be read.
 */
export async function renderPage(page: PDFPageProxy, drawing: Drawing): Promise<ScanPage> {
  const { reason, scratch, rotation, beside } = drawing;
  const plain = page.getViewport({ scale: 1 });
  const fitting = Math.sqrt(limit / (plain.width * plain.height));
  const scale = Math.min(dpi / pointsPerInch, fitting);
  if (scale * pointsPerInch < coarsest) {
    const size = `${Math.round(plain.width)} by ${Math.round(plain.height)} points`;
    throw new TooLargeError(
      `Page ${page.pageNumber} of ${size}`,
      `${limit} pixels at ${coarsest} dpi`,
    );
  }
  const canvas = await draw(page, scale, rotation);
  const image = join(scratch, `page-${page.pageNumber}.png`);
  await writeImage(canvas, image);
  const { width, height } = canvas;
  return {
    kind: 'scan',
    number: page.pageNumber,
    image,
    width,
    height,
    dpi: Math.round(scale * pointsPerInch),
    reason,
    ...(beside.length === 0 ? {} : { beside: beside.map((block) => scaled(block, scale)) }),
  };
}
