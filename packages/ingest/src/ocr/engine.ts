/** What an OCR engine is. `test/contract/ocr-engine.ts` says how one must behave. */
import type { Box } from '@xxgk/extract/document';

/** How an image is to be read. */
export type Layout =
  /** Running text in one column. */
  | 'page'
  /** One block of a few lines, e.g. a table cell. */
  | 'block'
  /** A single line. */
  | 'line'
  /** A single line of {@link numberSigns}: an engine has no choice but these, with blanks between. */
  | 'number';

/** What may stand in a number. */
export const numberSigns = '0123456789/—-.,%';

/** Grey image, one byte a pixel, row by row, 0 = black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels per inch, null when unknown. */
  readonly dpi: number | null;
}

export interface OcrCharacter {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Pixels of the image that was given. */
  readonly box: Box;
  /** What else it may be, likeliest first; absent where the engine does not say. */
  readonly alternatives?: readonly Alternative[];
}

/** Another reading of one character. */
export interface Alternative {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface OcrLine {
  readonly text: string;
  /** 0 to 1: the lowest of its characters weighs most. */
  readonly confidence: number;
  readonly box: Box;
  readonly characters: readonly OcrCharacter[];
}

/** A line as an engine likes it, in pixels of the image that it is given. */
export interface Cut {
  /** Height of Chinese characters. */
  readonly glyph: number;
  /** Paper around the ink on all sides. */
  readonly rim: number;
  /**
   * How much narrower running text can be given and is still read as well, as a share of its width:
   * less to look at. @default 1
   */
  readonly squeeze?: number;
}

export interface OcrEngine extends AsyncDisposable {
  readonly name: string;
  /** Name, version and model: part of the key under which results are kept. */
  readonly fingerprint: string;
  /** How a line must be cut out to be read best. */
  readonly best: Cut;
  /**
   * Reads one image from top to bottom. An empty image has no lines.
   *
   * @throws {OcrError} when the engine fails; finding nothing is no failure.
   */
  read(image: GreyImage, layout: Layout): Promise<readonly OcrLine[]>;
}
