/** Pictures that are pages: handed on to OCR. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed, ScanPage } from '../../stage.ts';
import type { ParseContext } from '../parser.ts';
import type { Picture } from './picture.ts';

const headLength = 4096;
const pointsPerInch = 72;

/** A picture as the readers of images take it. */
const asFile = (bytes: Uint8Array, name: string): Decoded => ({
  bytes,
  sha256: '',
  url: null,
  fileName: name,
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
  mediaType: 'application/octet-stream',
  text: null,
  charset: null,
  diagnostics: [],
});

export interface Scan {
  readonly pages: readonly ScanPage[];
  /** What the reader of the image has to say. */
  readonly diagnostics: Parsed['diagnostics'];
}

/**
 * Writes the pages of one picture into the scratch folder.
 *
 * @param number Of its first page.
 * @throws {IngestError} when the picture is broken or of a kind that OCR cannot be given (EMF, WMF).
 */
export async function scanOf(
  picture: Picture,
  number: number,
  { scratch }: ParseContext,
  reason: string,
): Promise<Scan> {
  const { imageParsers } = await import('../image/parser.ts');
  const bytes = await picture.read();
  const head = bytes.subarray(0, headLength);
  const parser = imageParsers.find((each) => each.recognises(head, { fileName: picture.name }));
  if (!parser) throw new UnreadableError('picture', 'it is a drawing, or of an unknown kind');
  const folder = join(scratch, `picture-${number}`);
  await mkdir(folder, { recursive: true });
  const read = await parser.parse(asFile(bytes, picture.name), { scratch: folder });
  const scans = read.pages.filter((page) => page.kind === 'scan');
  const pages = scans.map((page, at) => {
    const shownDpi = Math.round((page.width * pointsPerInch) / picture.width);
    const dpi = picture.width > 0 ? shownDpi : page.dpi;
    return { ...page, number: number + at, dpi, reason };
  });
  return { pages, diagnostics: read.diagnostics };
}
