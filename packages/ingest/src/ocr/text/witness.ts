/** Several readings of one line at different sizes: where they agree, a character is sure. */
import type { OcrCharacter } from '../engine.ts';

export type Reading = readonly OcrCharacter[];

/** Confidence that remains when one of two other readings agrees, and when none does. */
const [half, none] = [0.75, 0.5];

/**
 * Chooses the reading that the engine is surest of, and weighs each of its characters by the
 * others: agreement takes the best confidence seen, dissent caps it. Nothing is mixed, so the text
 * is always one that was read.
 */
export function weighed(readings: readonly Reading[]): Reading {
  const [best, ...others] = readings.toSorted((a, b) => sureness(b) - sureness(a));
  if (best === undefined || others.length === 0) return best ?? [];
  const matches = others.map((other) => aligned(best, other));
  return best.map((character, i) => {
    const agreeing = matches.flatMap((match) => match[i] ?? []);
    const top = Math.max(character.confidence, ...agreeing.map(({ confidence }) => confidence));
    if (agreeing.length === others.length) return { ...character, confidence: top };
    const cap = agreeing.length > 0 ? half : none;
    return { ...character, confidence: Math.min(cap, top) };
  });
}

export const textOf = (reading: Reading): string => reading.map(({ text }) => text).join('');

export const sameText = (a: Reading, b: Reading): boolean => textOf(a) === textOf(b);

/** Mean confidence; nothing read is the least sure. */
function sureness(reading: Reading): number {
  const sum = reading.reduce((total, { confidence }) => total + confidence, 0);
  return reading.length === 0 ? -1 : sum / reading.length;
}

/** For each character of `a` its equal in `b` along their longest common sequence, or null. */
function aligned(a: Reading, b: Reading): readonly (OcrCharacter | null)[] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: (OcrCharacter | null)[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    while (j < b.length && a[i]?.text !== b[j]?.text && at(i, j + 1) >= at(i + 1, j)) j++;
    const match = b[j];
    if (match && match.text === a[i]?.text) {
      found.push(match);
      j++;
    } else found.push(null);
  }
  return found;
}
