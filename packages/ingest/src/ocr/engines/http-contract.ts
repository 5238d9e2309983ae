/**
 * What an OCR server answers (docs/ocr-engines.md). An answer that breaks the contract is a failure of
 * the engine: half of it could be a wrong value.
 */
import type { Box } from '@xxgk/extract/document';
import { z } from 'zod';
import { type GreyImage, type Layout, numberSigns, type OcrLine } from '../engine.ts';
import { around } from '../page/box.ts';

/** Longest text of one character, in UTF-16 units: a character with its marks. */
const longestCharacter = 8;

const confidence = z.number().min(0).max(1);
const text = z.string().min(1).max(longestCharacter);
const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([x0, y0, x1, y1]) => x0 >= 0 && y0 >= 0 && x0 <= x1 && y0 <= y1, 'not a box');

const character = z.object({
  text,
  confidence,
  box,
  alternatives: z.array(z.object({ text, confidence })).optional(),
});

const read = z.object({ lines: z.array(z.object({ characters: z.array(character).min(1) })) });

const about = z.object({
  fingerprint: z.string().min(1).max(200),
  best: z.object({ glyph: z.number().min(8).max(200), rim: z.number().min(0).max(200) }).optional(),
});

type Character = z.infer<typeof character>;

/** What the server says of itself. */
export type About = z.infer<typeof about>;

/** @throws {Error} when it is not of the contract. */
export const aboutIn = (answer: string): About => fitting(about, answer);

/**
 * @returns What was read, checked against the image and the layout that were sent.
 * @throws {Error} when it is not of the contract.
 */
export function linesIn(answer: string, image: GreyImage, layout: Layout): readonly OcrLine[] {
  const lines = fitting(read, answer).lines.map(({ characters }) => characters);
  for (const characters of lines) checkLine(characters, image, layout);
  const found = lines.map(lineOf);
  for (const [i, line] of found.entries()) {
    const before = found[i - 1];
    if (before && middle(line.box, 1) < before.box[1]) {
      throw new Error(`line ${i + 1} of its answer stands above the line before`);
    }
  }
  return found;
}

function checkLine(characters: readonly Character[], image: GreyImage, layout: Layout): void {
  for (const [i, one] of characters.entries()) {
    if (one.box[2] > image.width || one.box[3] > image.height) {
      throw new Error(`the box of "${one.text}" in its answer reaches beyond the image`);
    }
    const before = characters[i - 1];
    if (before && middle(one.box, 0) < middle(before.box, 0)) {
      throw new Error(`"${one.text}" in its answer stands before "${before.text}"`);
    }
    if (layout === 'number' && !isNumberSign(one.text)) {
      throw new Error(`"${one.text}" in its answer may not stand in a number`);
    }
  }
}

const isNumberSign = (sign: string): boolean => sign === ' ' || [...numberSigns].includes(sign);

/** @param axis 0 across, 1 down. */
const middle = (of: Box, axis: 0 | 1): number => (of[axis] + (axis === 0 ? of[2] : of[3])) / 2;

function lineOf(read: readonly Character[]): OcrLine {
  const characters = read.map(({ alternatives, ...one }) =>
    alternatives === undefined ? one : { ...one, alternatives },
  );
  return {
    text: characters.map((one) => one.text).join(''),
    confidence: Math.min(...characters.map((one) => one.confidence)),
    box: around(characters.map((one) => one.box)) ?? [0, 0, 0, 0],
    characters,
  };
}

function fitting<T extends z.ZodType>(schema: T, answer: string): z.infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    throw new Error('its answer is no JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `its answer is wrong at ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? ''}`,
  );
}
