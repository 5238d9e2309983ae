/** Images of pages: checked, turned upright and handed on to OCR. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { IngestError, TooLargeError, UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed, ScanPage } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import { type ImageFormat, imageFormats } from './formats.ts';

const pixelLimit = 100_000_000;
const pageLimit = 500;
const reason = 'the file is an image';

type Open = (options?: SharpOptions) => Sharp;

/** Opens the image or one of its pages; a cut-off image is an error, not a grey area. */
async function opener(bytes: Uint8Array): Promise<Open> {
  const { default: sharp } = await import('sharp');
  return (options) =>
    sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'truncated', ...options });
}

function checkSize({ width, height, pages = 1, pageHeight = height }: Metadata): void {
  if (width * pageHeight > pixelLimit) {
    throw new TooLargeError(`An image of ${width} × ${pageHeight} pixels`, `${pixelLimit} pixels`);
  }
  if (pages > pageLimit)
    throw new TooLargeError(`An image of ${pages} pages`, `${pageLimit} pages`);
}

interface Upright {
  readonly data: Uint8Array;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
}

async function upright(
  format: ImageFormat,
  bytes: Uint8Array,
  open: Open,
  page: number,
  { width, height, orientation = 1 }: Metadata,
): Promise<Upright> {
  if (format.readByOcr && orientation === 1) {
    // Decoding it once, small, shows whether it is whole.
    await open().resize(8, 8, { fit: 'fill' }).raw().toBuffer();
    return { data: bytes, extension: format.name, width, height };
  }
  const options = page === 0 ? undefined : { page };
  const { data, info } = await open(options)
    .autoOrient()
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, extension: 'png', width: info.width, height: info.height };
}

async function scanPages(
  format: ImageFormat,
  bytes: Uint8Array,
  { scratch }: ParseContext,
): Promise<ScanPage[]> {
  const open = await opener(bytes);
  // The head alone is read here: the limit is checked with a message of ours.
  const metadata = await open({ limitInputPixels: false }).metadata();
  checkSize(metadata);
  // The frames of an animation are no pages; those of a TIFF are.
  const count = format.name === 'tiff' ? (metadata.pages ?? 1) : 1;
  const pages: ScanPage[] = [];
  for (let page = 0; page < count; page += 1) {
    const { data, extension, ...size } = await upright(format, bytes, open, page, metadata);
    const image = join(scratch, `page-${page + 1}.${extension}`);
    await writeFile(image, data);
    const dpi = metadata.density ?? null;
    pages.push({ kind: 'scan', number: page + 1, image, ...size, dpi, reason });
  }
  return pages;
}

async function parse(format: ImageFormat, file: Decoded, context: ParseContext): Promise<Parsed> {
  try {
    const pages = await scanPages(format, file.bytes, context);
    return {
      pages,
      pageCount: pages.length,
      cms: null,
      provenance: 'unknown',
      repairs: [],
      diagnostics: [],
      stages: { [`parse.${format.name}`]: version },
    };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new UnreadableError(format.name.toUpperCase(), why);
  }
}

const version = '1';

/** One reader for each format. */
export const imageParsers: readonly Parser[] = imageFormats.map((format) => ({
  name: format.name,
  version,
  mediaType: format.mediaType,
  textual: false,
  recognises: (head) => format.recognises(Buffer.from(head.subarray(0, 16))),
  parse: (file, context) => parse(format, file, context),
}));
