/** Reads the hOCR that tesseract writes: lines of characters with boxes and certainties. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter, OcrLine } from '../engine.ts';
import { around } from '../page/box.ts';
import { boxesInOrder } from './boxes-in-order.ts';

/** Size of the image that was given, and the white margin that was added around it. */
interface Frame {
  readonly pad: number;
  readonly width: number;
  readonly height: number;
}

const lineStart = /<span class='ocr_(?:line|caption|textfloat|header)'/u;
const wordStart = /<span class='ocrx_word'/u;
const character = /x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+); x_conf (-?[\d.]+)'>([^<]*)<\/span>/gu;
const entity = /&(amp|lt|gt|quot|#39);/gu;
const latin = /[A-Za-z0-9.,%]/u;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Tesseract's certainty lies near 99.5 for a sure character and is hardly ever below 90: the
 * points below 100 are worth this much each. A choice, no probability: it puts most characters that
 * were misread on drawn pages below 0.8, and one in fifty that was right.
 */
const certaintyWeight = 0.2;
const sureLoss = 0.45;

/** Maps tesseract's `x_conf` to 0..1. */
export function confidenceOf(certainty: number): number {
  const loss = Math.max(0, 100 - certainty - sureLoss);
  return Math.max(0, Math.min(1, 1 - loss * certaintyWeight));
}

/** @returns Lines from top to bottom, in pixels of the image without its margin. */
export function linesOf(hocr: string, frame: Frame): readonly OcrLine[] {
  return hocr
    .split(lineStart)
    .slice(1)
    .map((line) => lineOf(line, frame))
    .filter((line): line is OcrLine => line !== null);
}

function lineOf(hocr: string, frame: Frame): OcrLine | null {
  const words = hocr
    .split(wordStart)
    .slice(1)
    .map((word) => charactersOf(word, frame))
    .filter((word) => word.length > 0);
  const characters = boxesInOrder(words.flatMap((word, i) => spaced(words[i - 1], word)));
  const box = around(characters.map((character) => character.box));
  if (box === null) return null;
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: Math.min(...characters.map(({ confidence }) => confidence)),
    box,
    characters,
  };
}

/** A space is real only between Latin words: tesseract puts one after nearly every Han character. */
function spaced(
  before: readonly OcrCharacter[] | undefined,
  word: readonly OcrCharacter[],
): readonly OcrCharacter[] {
  const left = before?.at(-1);
  const right = word[0];
  if (left === undefined || right === undefined) return word;
  if (!latin.test(left.text) || !latin.test(right.text)) return word;
  const box: Box = [left.box[2], right.box[1], Math.max(left.box[2], right.box[0]), right.box[3]];
  return [{ text: ' ', confidence: 1, box }, ...word];
}

function charactersOf(hocr: string, frame: Frame): readonly OcrCharacter[] {
  return [...hocr.matchAll(character)].map(([, x0, y0, x1, y1, certainty, text]) => ({
    text: (text ?? '').replace(entity, (_, name: string) => entities[name] ?? ''),
    confidence: confidenceOf(Number(certainty)),
    box: inside([Number(x0), Number(y0), Number(x1), Number(y1)], frame),
  }));
}

function inside([x0, y0, x1, y1]: Box, { pad, width, height }: Frame): Box {
  const across = (x: number) => Math.min(width, Math.max(0, x - pad));
  const down = (y: number) => Math.min(height, Math.max(0, y - pad));
  return [across(x0), down(y0), across(x1), down(y1)];
}
