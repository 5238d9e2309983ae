/**
 * Reads what a CTC network gives (Graves et al. 2006): for each step across the line a probability for
 * every character and for "none". Equal characters in neighbouring steps are one.
 */
import type { Alternative } from '../engine.ts';

/** Output of the network for one line. */
export interface Steps {
  readonly count: number;
  /** Probabilities, `keys.length` for each step. */
  readonly data: Float32Array;
}

/** A character with the step at which the network is surest of it. */
export interface SteppedCharacter {
  readonly text: string;
  readonly confidence: number;
  /** First step, last step. */
  readonly from: number;
  readonly to: number;
  readonly alternatives: readonly Alternative[];
}

/** Other readings that are kept, and the probability below which none is. */
const [most, least] = [4, 0.005];

/**
 * @param keys Characters by index; index 0 is "none".
 * @param allowed Indices that may be read; all when null. Their probabilities are then shares of what
 *   is allowed, so that a lone `o` becomes the 0 that it is.
 */
export function decoded(
  steps: Steps,
  keys: readonly string[],
  allowed: readonly number[] | null,
): readonly SteppedCharacter[] {
  const found: SteppedCharacter[] = [];
  let before = 0;
  for (let step = 0; step < steps.count; step++) {
    const { index, share } = bestOf(steps, step, keys.length, allowed);
    const last = found.at(-1);
    if (index !== 0 && index === before && last) {
      found.splice(-1, 1, longer(last, step, share, steps, keys, allowed));
    } else if (index !== 0) {
      const alternatives = othersOf(steps, step, keys, allowed, index);
      const text = keys[index] ?? '';
      found.push({ text, confidence: share, from: step, to: step, alternatives });
    }
    before = index;
  }
  return found;
}

function longer(
  character: SteppedCharacter,
  step: number,
  share: number,
  steps: Steps,
  keys: readonly string[],
  allowed: readonly number[] | null,
): SteppedCharacter {
  if (share <= character.confidence) return { ...character, to: step };
  const alternatives = othersOf(steps, step, keys, allowed, keys.indexOf(character.text));
  return { ...character, to: step, confidence: share, alternatives };
}

function bestOf(
  steps: Steps,
  step: number,
  width: number,
  allowed: readonly number[] | null,
): { index: number; share: number } {
  const start = step * width;
  return allowed ? bestOfSome(steps.data, start, allowed) : bestOfAll(steps.data, start, width);
}

/** What has more than half of the probability is the best: most steps need no look at all characters. */
function bestOfAll(
  data: Float32Array,
  start: number,
  width: number,
): { index: number; share: number } {
  let [index, top] = [0, -1];
  for (let i = 0; i < width && top <= 0.5; i++) {
    const value = data[start + i] ?? 0;
    if (value > top) {
      index = i;
      top = value;
    }
  }
  return { index, share: top };
}

function bestOfSome(
  data: Float32Array,
  start: number,
  allowed: readonly number[],
): { index: number; share: number } {
  let [index, top, sum] = [0, -1, 0];
  for (const i of allowed) {
    const value = data[start + i] ?? 0;
    sum += value;
    if (value > top) [index, top] = [i, value];
  }
  return { index, share: sum > 0 ? top / sum : 0 };
}

function othersOf(
  { data }: Steps,
  step: number,
  keys: readonly string[],
  allowed: readonly number[] | null,
  chosen: number,
): readonly Alternative[] {
  const start = step * keys.length;
  const found: Alternative[] = [];
  const count = allowed ? allowed.length : keys.length;
  for (let at = 0; at < count; at++) {
    const i = allowed ? (allowed[at] ?? 0) : at;
    const confidence = data[start + i] ?? 0;
    if (confidence < least || i === 0 || i === chosen) continue;
    found.push({ text: keys[i] ?? '', confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence).slice(0, most);
}
