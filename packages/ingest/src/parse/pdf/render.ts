/** Draws a page as an image for OCR. */
import { join } from 'node:path';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { ScanPage } from '../../stage.ts';

/** 16 pt letters become 44 pixels high, the size that the engines read best. */
const dpi = 200;
/** Pixels of an image at most; a larger page is drawn coarser. */
const limit = 100_000_000;
const pointsPerInch = 72;

type RenderTarget = Parameters<PDFPageProxy['render']>[0]['canvasContext'] & object;

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

/** Writes the page into `scratch` and tells where. */
export async function renderPage(
  page: PDFPageProxy,
  reason: string,
  scratch: string,
): Promise<ScanPage> {
  const plain = page.getViewport({ scale: 1 });
  const fitting = Math.sqrt(limit / (plain.width * plain.height));
  const scale = Math.min(dpi / pointsPerInch, fitting);
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.floor(viewport.width));
  const height = Math.max(1, Math.floor(viewport.height));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  // pdf.js draws on this canvas in Node; its types only know the browser's.
  const target = context as unknown as RenderTarget;
  await page.render({ canvas: null, canvasContext: target, viewport }).promise;
  const image = join(scratch, `page-${page.pageNumber}.png`);
  await writeImage(canvas, image);
  return {
    kind: 'scan',
    number: page.pageNumber,
    image,
    width,
    height,
    dpi: Math.round(scale * pointsPerInch),
    reason,
  };
}
