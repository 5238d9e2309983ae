/** Draws the curve from an engine's confidence to the share of its readings that are right. */

/** Points by rising confidence: as given, as handed on. */
export type Curve = readonly (readonly [given: number, worth: number])[];

export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** From here on nothing may be wrong: a value above it is handed on as sure. */
const sure = 0.8;
/** Other pages have worse errors than these: the sure part begins this share of the rest higher. */
const margin = 0.3;
/** What is nearly certain here is not more than this below certainty. */
const [upper, upperWorth] = [0.6, 0.95];
/** Points of the unsure part. */
const points = 4;

/**
 * The unsure part is isotonic: shares of right ones in equal steps of confidence, each no less than the one
 * before and below the limit; the sure part begins above the surest error.
 */
export function curveOf(judged: readonly Judged[]): Curve {
  const wrong = judged.filter(({ right }) => !right).map(({ confidence }) => confidence);
  const surest = Math.max(sure, ...wrong.filter((one) => one < 1));
  const limit = surest + margin * (1 - surest);
  const unsure = Array.from({ length: points }, (_, i): readonly [number, number] => {
    const [from, to] = [(limit * i) / points, (limit * (i + 1)) / points];
    const own = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = own.filter((one) => one.right).length;
    // As if one of each had been seen before: few cells prove little.
    return [(from + to) / 2, Math.min(0.75, (right + 1) / (own.length + 2), (from + to) / 2)];
  });
  const rising = unsure.map(([given], i): readonly [number, number] => [
    given,
    Math.max(...unsure.slice(0, i + 1).map(([, worth]) => worth)),
  ]);
  const high = limit + (1 - limit) * upper;
  const curve: Curve = [[0, 0], ...rising, [limit, sure], [high, upperWorth], [1, 1]];
  return curve.map(([given, worth]) => [rounded(given), rounded(worth)]);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** What a confidence is worth by a curve. */
export function worthOf(curve: Curve, given: number): number {
  const at = curve.findIndex(([from]) => from > given);
  const [low, high] = [curve[at - 1], curve[at]];
  if (!low || !high) return given;
  return low[1] + ((given - low[0]) / (high[0] - low[0])) * (high[1] - low[1]);
}
