/** What an engine's confidence is worth: the share of cells and lines of that confidence that are right. */
import measured from './calibration-curves.json' with { type: 'json' };

/** Running text and labels, or a number that no other engine has seen. */
export type Kind = 'text' | 'number';

/** Rising points: confidence as the engine gives it, as it is handed on. */
type Curve = readonly (readonly number[])[];

/**
 * Written by `pnpm bench ocr --calibrate`, from cells of the statutory tables, clean and worn, whose text is
 * known; an engine that is not there is taken at its word. The cell is the unit, because one wrong character
 * makes a label wrong.
 */
const curves: Readonly<Record<string, Readonly<Record<Kind, Curve>>>> = measured;

/** @returns 0 to 1; never falls where the given confidence rises. */
export function calibrated(engine: string, given: number, kind: Kind = 'text'): number {
  const curve = curves[engine]?.[kind];
  if (curve === undefined) return given;
  const at = curve.findIndex(([from = 0]) => from > given);
  const [fromGiven, fromWorth] = curve[at - 1] ?? [];
  const [toGiven, toWorth] = curve[at] ?? [];
  if (fromGiven === undefined || fromWorth === undefined) return given;
  if (toGiven === undefined || toWorth === undefined) return given;
  const share = (given - fromGiven) / (toGiven - fromGiven);
  return Math.round((fromWorth + share * (toWorth - fromWorth)) * 1000) / 1000;
}
