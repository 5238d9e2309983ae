/** Images of pages: checked, turned upright and handed on to OCR. */
import type { Parser } from '../parser.ts';
import { imageFormats } from './formats.ts';

const version = '2';

/** Enough for the brands of a file in boxes. */
const headLength = 64;

/** One reader for each format. */
export const imageParsers: readonly Parser[] = imageFormats.map(
  ({ name, mediaType, recognises }): Parser => ({
    name,
    version,
    mediaType,
    textual: false,
    recognises: (head) => recognises(Buffer.from(head.subarray(0, headLength))),
    parse: async ({ bytes }, { scratch }) => {
      const { readImage } = await import('./read-image.ts');
      const { pages, diagnostics } = await readImage(name, bytes, scratch);
      return {
        pages,
        pageCount: pages.length,
        cms: null,
        provenance: 'unknown',
        repairs: [],
        diagnostics,
        stages: { [`parse.${name}`]: version },
      };
    },
  }),
);
