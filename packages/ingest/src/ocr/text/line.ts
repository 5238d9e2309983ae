/** A line of text that has been read, and what its place says about the paragraph it belongs to. */
import type { Box } from '@xxgk/extract/document';
import type { OcrCharacter } from '../engine.ts';

export interface ReadLine {
  /** Its ink on the levelled page: margins, indents and heights are measured here. */
  readonly ink: Box;
  /** Boxes in pixels of the page image. */
  readonly characters: readonly OcrCharacter[];
  readonly color?: 'red';
  /** A wide gap divides it, as in the 印发 line. */
  readonly divided: boolean;
  /** A ruled line or a table stands above it. */
  readonly cut: boolean;
}

/** The text column of a page, in pixels of the levelled page. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Height of the running text's characters. */
  readonly em: number;
  /** Usual distance from line to line. */
  readonly pitch: number;
}

export const textOf = (line: ReadLine): string => line.characters.map(({ text }) => text).join('');

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Where the running text begins and ends: most of its lines share these margins. */
export function columnOf(lines: readonly ReadLine[], em: number): Column {
  const tall = lines.filter(({ ink }) => ink[3] - ink[1] > 0.6 * em);
  // A title may be wider than the text.
  const running = tall.filter(({ ink }) => ink[3] - ink[1] < 1.25 * em);
  const text = running.length > 0 ? running : tall;
  const lefts = text.map(({ ink }) => ink[0]).sort((a, b) => a - b);
  const rights = text.map(({ ink }) => ink[2]).sort((a, b) => a - b);
  const gaps = tall.slice(1).map(({ ink }, i) => ink[1] - (tall[i]?.ink[1] ?? 0));
  return {
    left: marginOf(lefts, em) ?? 0,
    right: outermost(rights.toReversed(), (a, b) => Math.abs(a - b) < 0.5 * em) ?? 0,
    em,
    pitch: middle(gaps.filter((gap) => gap > 0.8 * em && gap < 4 * em)) || 2 * em,
  };
}

/** Where lines begin flush: beside another that does, or two characters before one that is indented. */
function marginOf(lefts: readonly number[], em: number): number | undefined {
  return outermost(
    lefts,
    (a, b) => Math.abs(a - b) < 0.5 * em || Math.abs(b - a - 2.1 * em) < 0.35 * em,
  );
}

/** The first value that another one confirms; else the first. */
function outermost(
  outward: readonly number[],
  confirms: (value: number, other: number) => boolean,
): number | undefined {
  const confirmed = outward.find((value, i) =>
    outward.some((other, j) => i !== j && confirms(value, other)),
  );
  return confirmed ?? outward[0];
}
