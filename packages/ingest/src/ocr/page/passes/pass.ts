/** What a pass over the pixels of a page is. */
import type { Box } from '@xxgk/extract/document';
import type { GreyImage } from '../../engine.ts';
import type { ColorImage } from '../color-image.ts';
import type { PassName } from './names.ts';

/** A seal that a copy has made grey or black. */
export interface GreySeal {
  /** In pixels of the levelled page. */
  readonly box: Box;
  /** Whether the text below could be told from it; else its letters and the text's are one ink. */
  readonly apart: boolean;
}

/** A page image on its way through the passes. */
export interface Sheet {
  readonly color: ColorImage;
  /** What text is read from. */
  readonly black: GreyImage;
  /** What is red, dark on white. */
  readonly red: GreyImage;
  /** Whether anything is. */
  readonly hasRed: boolean;
  /** Radians by which both were turned to level their lines. */
  readonly angle: number;
  readonly greySeals: readonly GreySeal[];
}

export interface Passed {
  readonly sheet: Sheet;
  /** What was done and how much, e.g. `turned by 1.2°`; null when this page did not need it. */
  readonly did: string | null;
}

export interface Pass {
  readonly name: PassName;
  run(sheet: Sheet): Passed;
}
