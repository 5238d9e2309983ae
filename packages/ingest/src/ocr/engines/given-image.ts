/** What is looked at before an engine reads an image. */
import { OcrError } from '../../errors.ts';
import type { GreyImage } from '../engine.ts';

/** Grey levels between paper and ink below which nothing is written. */
const leastContrast = 40;

/** @throws {OcrError} when the pixels are not those of the size. */
export function assertWhole({ width, height, data }: GreyImage): void {
  if (data.length !== width * height) {
    throw new OcrError(`the image has ${data.length} bytes instead of ${width} × ${height}`);
  }
}

/** Paper alone: engines would read characters into its grain. */
export function isBlank({ data }: GreyImage): boolean {
  let [darkest, lightest] = [255, 0];
  for (const level of data) {
    if (level < darkest) darkest = level;
    if (level > lightest) lightest = level;
  }
  return lightest - darkest < leastContrast;
}
