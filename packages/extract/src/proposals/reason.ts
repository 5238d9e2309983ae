/** Why another reading is proposed, in words. */
import type { Candidate, ScannedCell } from './scanned-cell.ts';
import type { Changes, Equation, Sheet } from './sheet.ts';

const SOURCES: Readonly<Record<Candidate['from'], string>> = {
  engine: 'another reading of the same ink gave it',
  text: 'the running text says it',
  confusion: 'a known confusion of characters leads from one to the other',
};

function sides({ terms }: Equation, sheet: Sheet, changes: Changes): readonly [number, number] {
  const side = (wanted: 1 | -1): number =>
    terms
      .filter(({ sign }) => sign === wanted)
      .reduce((sum, { key }) => sum + sheet.amount(key, changes), 0);
  return [side(1), side(-1)];
}

/** `M3.granted: 18 ≠ 13, with it 13 = 13`. */
function told(equation: Equation, sheet: Sheet, changes: Changes): string {
  const [left, right] = sides(equation, sheet, new Map());
  const [newLeft, newRight] = sides(equation, sheet, changes);
  return `${equation.identity.id}: ${left} ≠ ${right}, then ${newLeft} = ${newRight}`;
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text}”`);

/** Other cells that have to be read anew together with this one. */
function together(key: string, changes: Changes): string {
  const others = [...changes.keys()].filter((other) => other !== key);
  return others.length === 0 ? '' : `; together with ${others.join(', ')}`;
}

/**
 * What was read, what may stand there instead, who says so, and both sides of each identity before and after.
 *
 * @param changes All cells that are read anew together.
 */
export function reasonFor(
  { key, text, confidence }: ScannedCell,
  better: Candidate,
  equations: readonly Equation[],
  sheet: Sheet,
  changes: Changes,
): string {
  const own = equations.filter(({ terms }) => terms.some((term) => term.key === key));
  const read = `Read as ${quoted(text)} with confidence ${confidence.toFixed(2)}; “${better.text}” is proposed: ${SOURCES[better.from]}`;
  const sums = own.map((equation) => told(equation, sheet, changes)).join('; ');
  return `${read}, and only with it the sums hold (${sums})${together(key, changes)}.`;
}
