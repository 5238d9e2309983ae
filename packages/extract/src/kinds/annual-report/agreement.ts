/** Whether two statements of one number agree, as far as their precision goes. */
import type { Fact } from '../../record.ts';

/** 26.8万 stands for anything that rounds to it. */
const ROUNDING = 0.01;
/** 约 allows this much. */
const ABOUT = 0.15;
/** 余 and 近 stay within this factor. */
const WITHIN = 1.5;

/** Whether an exact value can be what a fact with its bound and precision means. */
export function agrees(exact: number, stated: Fact): boolean {
  const { value, bound, precision } = stated;
  if (value === null) return false;
  if (bound === '>=') return exact >= value && exact <= value * WITHIN;
  if (bound === '<=') return exact <= value && exact * WITHIN >= value;
  if (bound === '~') return Math.abs(exact - value) <= value * ABOUT;
  if (precision === 'rounded') return Math.abs(exact - value) <= value * ROUNDING;
  return exact === value;
}
