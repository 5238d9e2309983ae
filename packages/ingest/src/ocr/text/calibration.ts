/** What an engine's confidence is worth: the share of cells and lines of that confidence that are right. */

/** Confidence as the engine gives it, as it is handed on. */
type Point = readonly [given: number, worth: number];

/**
 * By engine; one that is not here is taken at its word. Measured on cells of the statutory tables: what was
 * misread of good prints and copies at 150 dpi, down to 楷体 of 9 points, was given with up to 0.945
 * (申 as 中); nine in ten right labels of usual prints and copies, with more. `pnpm bench ocr` prints the reliability of what
 * comes out. The cell is the unit, because one wrong character makes a label wrong.
 */
const curves: Readonly<Record<string, readonly Point[]>> = {
  'pp-ocr': [
    [0, 0],
    [0.5, 0.3],
    [0.8, 0.5],
    [0.9, 0.65],
    [0.955, 0.8],
    [0.98, 0.95],
    [1, 1],
  ],
};

/** @returns 0 to 1; never falls where the given confidence rises. */
export function calibrated(engine: string, given: number): number {
  const curve = curves[engine];
  if (curve === undefined) return given;
  const at = curve.findIndex(([from]) => from > given);
  const [low, high] = [curve[at - 1], curve[at]];
  if (low === undefined || high === undefined) return given;
  const share = (given - low[0]) / (high[0] - low[0]);
  return Math.round((low[1] + share * (high[1] - low[1])) * 1000) / 1000;
}
