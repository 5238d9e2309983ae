/** Makes traced text of the characters that an engine read: runs with place and confidence. */
import type { Segment, Traced } from '@xxgk/extract/document';
import type { OcrCharacter } from '../engine.ts';
import { around } from '../page/box.ts';
import { implied, mended } from './mend.ts';

/** Below it a character stands in a run of its own, so that only values which hold it are unsure. */
const sure = 0.8;
const impliedConfidence = 0.9;

/**
 * @param lines Characters of each line, in order.
 * @param page Number of the page, from 1.
 * @param between What stands for the end of a line: nothing in a paragraph, `\n` in a cell.
 */
export function composed(
  lines: readonly (readonly OcrCharacter[])[],
  page: number,
  between: '' | '\n' = '',
): Traced {
  const segments: Segment[] = [];
  let raw = '';
  for (const [i, line] of withImplied(lines, between).entries()) {
    if (i > 0) raw += between;
    let run: OcrCharacter[] = [];
    const close = (): void => {
      const segment = segmentOf(run, raw.length, page);
      if (segment === null) return;
      segments.push(segment);
      raw += run.map(({ text }) => text).join('');
      run = [];
    };
    for (const character of line) {
      const previous = run.at(-1);
      if (previous && isUnsure(previous) !== isUnsure(character)) close();
      run.push(character);
    }
    close();
  }
  const known = segments.flatMap(({ confidence }) => confidence ?? []);
  const box = around(segments.flatMap(({ box: part }) => (part ? [part] : [])));
  return mended({
    text: raw,
    segments,
    ...(box && { box }),
    ...(known.length > 0 && { confidence: Math.min(...known) }),
  });
}

/** What the form of a 发文字号 demands is sure, even where the engine was not. */
function withImplied(
  lines: readonly (readonly OcrCharacter[])[],
  between: string,
): readonly (readonly OcrCharacter[])[] {
  const raw = lines.map((line) => line.map(({ text }) => text).join('')).join(between);
  const offsets = new Set(implied(raw));
  if (offsets.size === 0) return lines;
  let at = 0;
  return lines.map((line, i) => {
    if (i > 0) at += between.length;
    return line.map((character) => {
      const isImplied = offsets.has(at);
      at += character.text.length;
      return isImplied
        ? { ...character, confidence: Math.max(character.confidence, impliedConfidence) }
        : character;
    });
  });
}

const isUnsure = ({ confidence }: OcrCharacter): boolean => confidence < sure;

function segmentOf(run: readonly OcrCharacter[], start: number, page: number): Segment | null {
  const box = around(run.map((character) => character.box));
  if (box === null) return null;
  const length = run.reduce((sum, { text }) => sum + text.length, 0);
  const confidence = Math.min(...run.map((character) => character.confidence));
  return {
    start,
    end: start + length,
    page,
    box,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}
