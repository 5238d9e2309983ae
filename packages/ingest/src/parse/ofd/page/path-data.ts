/** Outlines in AbbreviatedData (GB/T 33190-2016 §9.1, table 35). */
import { apply, type Matrix } from '../../paged/matrix.ts';
import type { Point } from '../../paged/rulings.ts';

const space = /\s+/u;

/** Numbers that follow each operator: start, move, line, quadratic, cubic, arc, close. */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** One operator with its numbers. */
export interface PathStep {
  readonly operator: string;
  readonly numbers: readonly number[];
}

/** The operators in order, as far as they can be read. */
export function stepsOf(data: string): PathStep[] {
  const words = data.split(space).filter(Boolean);
  const steps: PathStep[] = [];
  for (let at = 0; at < words.length; ) {
    const operator = words[at] ?? '';
    const count = operands[operator];
    if (count === undefined) break;
    const numbers = words.slice(at + 1, at + 1 + count).map(Number);
    if (numbers.length < count || !numbers.every(Number.isFinite)) break;
    steps.push({ operator, numbers });
    at += 1 + count;
  }
  return steps;
}

/** Corners of each sub-path in page points; those with curves are left out, they separate nothing. */
export function outlines(steps: readonly PathStep[], to: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  let curved = false;
  const end = (): void => {
    if (current.length > 1 && !curved) found.push(current);
    curved = false;
  };
  for (const { operator, numbers } of steps) {
    const [x = 0, y = 0] = numbers;
    const [first] = current;
    if (operator === 'S' || operator === 'M') {
      end();
      current = [apply(to, x, y)];
    } else if (operator === 'L') current.push(apply(to, x, y));
    else if (operator === 'C' && first) current.push(first);
    else curved = true;
  }
  end();
  return found;
}

const svgLetters: Readonly<Record<string, string>> = { S: 'M', B: 'C', C: 'Z' };

/** The steps as SVG writes them. */
export const svgOf = (steps: readonly PathStep[]): string =>
  steps
    .map(({ operator, numbers }) => `${svgLetters[operator] ?? operator}${numbers.join(' ')}`)
    .join(' ');
