/** How tesseract is told what to read, as a program and as a package. */
import { type GreyImage, type Layout, numberSigns } from '../engine.ts';

/** White pixels around crops: tesseract loses characters that touch the border. */
export const margin = (layout: Layout): number => (layout === 'page' ? 0 : 20);

const defaultDpi = 200;

/** Page segmentation modes: automatic, one block, one line. */
const segmentation = { page: '3', block: '6', line: '7', number: '7' } as const;

/** Of `tesseract --psm`. */
export const segmentationOf = (layout: Layout) => segmentation[layout];

/** Without it tesseract guesses, and complains of every small crop. */
export const dpiOf = ({ dpi }: GreyImage): string => String(Math.round(dpi ?? defaultDpi));

/** All of them, every time: the package keeps what an earlier call has set. */
export const variablesFor = (layout: Layout) => ({
  tessedit_char_whitelist: layout === 'number' ? numberSigns : '',
  preserve_interword_spaces: '1',
  hocr_char_boxes: '1',
  // Its debug output would land between the records on standard output.
  debug_file: '/dev/null',
});

/** PGM: the cheapest to write of what tesseract reads. */
export const portableGreymap = ({ width, height, data }: GreyImage): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
