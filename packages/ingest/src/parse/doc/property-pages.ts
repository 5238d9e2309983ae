/** Formatted pages ([MS-DOC] §2.9.33, §2.9.175): which bytes of the text have which properties. */
import { u8, u32 } from './bytes.ts';
import type { Fib } from './fib.ts';

/** Bytes of the text, in the stream, that share properties. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  readonly properties: Buffer;
}

export interface PropertyRuns {
  /** The run that holds a byte of the text. */
  at(offset: number): PropertyRun | undefined;
}

const pageSize = 512;
const none = Buffer.alloc(0);

/** Properties of a run of letters: length, then modifiers. */
function characterProperties(page: Buffer, count: number, at: number): Buffer {
  const place = u8(page, (count + 1) * 4 + at) * 2;
  return place === 0 ? none : page.subarray(place + 1, place + 1 + u8(page, place));
}

/** Properties of a paragraph: length, style, then modifiers. */
function paragraphProperties(page: Buffer, count: number, at: number): Buffer {
  const place = u8(page, (count + 1) * 4 + at * 13) * 2;
  if (place === 0) return none;
  const half = u8(page, place);
  if (half > 0) return page.subarray(place + 1, place + half * 2);
  return page.subarray(place + 2, place + 2 + u8(page, place + 1) * 2);
}

type Read = (page: Buffer, count: number, at: number) => Buffer;

function runsOf(page: Buffer, read: Read): PropertyRun[] {
  const count = u8(page, pageSize - 1);
  return Array.from({ length: count }, (_, at) => ({
    start: u32(page, at * 4),
    end: u32(page, at * 4 + 4),
    properties: read(page, count, at),
  }));
}

function allRuns(pages: Buffer, main: Buffer, read: Read): PropertyRun[] {
  const count = Math.max(0, Math.floor((pages.length - 4) / 8));
  const numbers = Array.from(
    { length: count },
    (_, at) => u32(pages, (count + 1) * 4 + at * 4) & 0x3fffff,
  );
  return numbers
    .flatMap((number) => runsOf(main.subarray(number * pageSize, (number + 1) * pageSize), read))
    .toSorted((a, b) => a.start - b.start);
}

function lookUp(runs: readonly PropertyRun[]): PropertyRuns {
  return {
    at(offset) {
      let low = 0;
      let high = runs.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const run = runs[low - 1];
      return run && offset < run.end ? run : undefined;
    },
  };
}

export const characterRuns = ({ structure, main }: Fib): PropertyRuns =>
  lookUp(allRuns(structure('characterPages'), main, characterProperties));

export const paragraphRuns = ({ structure, main }: Fib): PropertyRuns =>
  lookUp(allRuns(structure('paragraphPages'), main, paragraphProperties));
