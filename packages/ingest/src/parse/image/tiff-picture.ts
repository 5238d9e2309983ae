/**
 * TIFF files. The decoder counts all images of a file whenever it opens one of them, which makes a
 * long file slow out of all measure: it is shown a copy in which each page in turn is the only one.
 */
import type { Diagnostic } from '@xxgk/extract/document';
import sharp from 'sharp';
import { UnreadableError } from '../../errors.ts';
import { checkPages, factsOf, type Picture, pageLimit, pixelLimit } from './picture.ts';
import { type Directory, TiffNumbers, tiffDirectories } from './tiff-directories.ts';

function smallCopies(count: number): Diagnostic[] {
  if (count === 0) return [];
  return [
    {
      code: 'parse/reduced-copies',
      severity: 'info',
      message: `${count} images of the file are small copies or masks of its pages and are not read.`,
      place: null,
    },
  ];
}

function directoriesOf(numbers: TiffNumbers): readonly Directory[] {
  try {
    return tiffDirectories(numbers, pageLimit + 1);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableError('TIFF', 'the list of its pages leads out of the file');
  }
}

/**
 * Its pages must be read one at a time.
 *
 * @throws {UnreadableError} when the list of pages is broken.
 * @throws {TooLargeError} when there are too many.
 */
export function tiffPicture(file: Uint8Array): Picture {
  const bytes = new Uint8Array(file);
  const numbers = new TiffNumbers(bytes);
  const directories = directoriesOf(numbers);
  checkPages(directories.length);
  const marked = directories.filter(({ isPage }) => isPage);
  // A file that marks none of its images as a page shows all of them.
  const pages = marked.length > 0 ? marked : directories;
  const alone = (page: number): Uint8Array => {
    const directory = pages[page];
    if (directory) {
      numbers.setWide(numbers.firstAt, directory.at);
      numbers.setWide(directory.nextAt, 0);
    }
    return bytes;
  };
  return {
    pages: pages.length,
    diagnostics: smallCopies(directories.length - pages.length),
    facts: async (page) =>
      factsOf(await sharp(alone(page), { limitInputPixels: false }).metadata()),
    pixels: (page, failOn) => sharp(alone(page), { limitInputPixels: pixelLimit, failOn }),
  };
}
