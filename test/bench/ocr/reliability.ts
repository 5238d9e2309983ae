/** Whether confidence is what it says: how many cells of a confidence are right. */
import type { BenchPage, ReadPage } from './page.ts';
import { folded } from './score.ts';

/** Lower ends of the bins. */
const bins = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98] as const;

export interface Bin {
  /** Confidence from here … */
  readonly from: number;
  /** … up to here. */
  readonly to: number;
  readonly cells: number;
  readonly right: number;
}

export interface Reliability {
  readonly kind: 'value' | 'label';
  readonly bins: readonly Bin[];
}

/** A cell with print, and whether it was read as printed. */
export interface Judged {
  readonly isValue: boolean;
  readonly confidence: number;
  readonly right: boolean;
}

/** Of cells with print: a blank has no confidence of its own. */
export function reliabilityOf(
  pages: readonly BenchPage[],
  read: readonly ReadPage[],
): readonly Reliability[] {
  const judged = pages.flatMap((page) => {
    const own = read.find(({ name }) => name === page.name);
    return own ? judgedOf(page, own) : [];
  });
  return (['value', 'label'] as const).map((kind) => ({
    kind,
    bins: binned(judged.filter(({ isValue }) => isValue === (kind === 'value'))),
  }));
}

/** The cells of a page with print. */
export function judgedOf(page: BenchPage, { cells }: ReadPage): readonly Judged[] {
  const at = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return page.cells.flatMap(({ row, column, text, isValue }) => {
    const got = at.get(`${row},${column}`);
    if (got === undefined || (text === '' && got.text === '')) return [];
    return [{ isValue, confidence: got.confidence, right: folded(got.text) === folded(text) }];
  });
}

function binned(judged: readonly Judged[]): readonly Bin[] {
  return bins.map((from, i) => {
    const to = bins[i + 1] ?? 1;
    const isLast = i === bins.length - 1;
    const own = judged.filter((one) => one.confidence >= from && (isLast || one.confidence < to));
    return { from, to, cells: own.length, right: own.filter(({ right }) => right).length };
  });
}
