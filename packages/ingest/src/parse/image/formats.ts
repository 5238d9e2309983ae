/** The image formats that arrive as pages, by their first bytes. */

export interface ImageFormat {
  /** E.g. `png`: the stage is called `parse.png`. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether a file that lies upright can be handed on as it is. */
  readonly readByOcr: boolean;
  recognises(head: Buffer): boolean;
}

const begins =
  (...marks: readonly (readonly [at: number, hex: string])[]) =>
  (head: Buffer): boolean =>
    marks.every(([at, hex]) => head.toString('hex', at, at + hex.length / 2) === hex);

const littleEndianTiff = begins([0, '49492a00']);
const bigEndianTiff = begins([0, '4d4d002a']);

export const imageFormats: readonly ImageFormat[] = [
  {
    name: 'png',
    mediaType: 'image/png',
    readByOcr: true,
    recognises: begins([0, '89504e470d0a1a0a']),
  },
  { name: 'jpeg', mediaType: 'image/jpeg', readByOcr: true, recognises: begins([0, 'ffd8ff']) },
  {
    name: 'tiff',
    mediaType: 'image/tiff',
    readByOcr: false,
    recognises: (head) => littleEndianTiff(head) || bigEndianTiff(head),
  },
  { name: 'gif', mediaType: 'image/gif', readByOcr: false, recognises: begins([0, '47494638']) },
  {
    name: 'webp',
    mediaType: 'image/webp',
    readByOcr: false,
    recognises: begins([0, '52494646'], [8, '57454250']),
  },
];
