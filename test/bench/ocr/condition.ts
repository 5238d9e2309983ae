/** How a page of the benchmark is scanned and worn. */
import type { Wear } from '../../recipes/scan/wear.ts';

export interface Condition {
  readonly name: string;
  readonly dpi: number;
  readonly skew: number;
  readonly sealed?: boolean;
  /** Tables in 小五 instead of 五号. */
  readonly small?: boolean;
  readonly wear: Wear;
}
