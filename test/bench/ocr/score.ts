/** How far what was read is from the truth. */
import { distance } from 'fastest-levenshtein';
import type { BenchPage, ReadPage } from './page.ts';

export interface Score {
  /** Insertions, deletions and replacements that make the text right, white space left out. */
  readonly errors: number;
  readonly characters: number;
  readonly values: CellScore;
  readonly labels: CellScore;
}

export interface CellScore {
  readonly all: number;
  readonly exact: number;
  /** Not as printed, although given with a confidence above 0.8. */
  readonly wrongAndSure: readonly string[];
  /** As printed, and given with a confidence above 0.8. */
  readonly rightAndSure: number;
  /** `/`, `——`, 0 or blank that was read as another of them, or as something else. */
  readonly signs: number;
  readonly signsExact: number;
}

const sure = 0.8;
const blank = /\s+/gu;
const quotes = /[“”„‟〝〞]/gu;
const signs = new Set(['', '0', '/', '——']);

/** NFKC takes full-width signs for their narrow twins; curved quotes count as straight ones. */
export const folded = (text: string): string =>
  text.normalize('NFKC').replace(quotes, '"').replace(blank, '');

export function scoreOf(page: BenchPage, read: ReadPage): Score {
  const truth = folded(page.text);
  return {
    errors: page.kind === 'text' ? distance(truth, folded(read.text)) : 0,
    characters: page.kind === 'text' ? truth.length : 0,
    values: cellScore(page, read, true),
    labels: cellScore(page, read, false),
  };
}

function cellScore(page: BenchPage, read: ReadPage, isValue: boolean): CellScore {
  const at = new Map(read.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const wanted = page.cells.filter((cell) => cell.isValue === isValue);
  const pairs = wanted.map((truth) => ({ truth, got: at.get(`${truth.row},${truth.column}`) }));
  const right = pairs.filter(({ truth, got }) => got && folded(got.text) === folded(truth.text));
  const wrong = pairs.filter((pair) => !right.includes(pair));
  const isSign = ({ truth }: (typeof pairs)[number]): boolean => signs.has(truth.text);
  return {
    all: wanted.length,
    exact: right.length,
    wrongAndSure: wrong.flatMap(({ truth, got }) =>
      got && got.confidence > sure ? [`${page.name}: ${truth.text} → ${got.text}`] : [],
    ),
    rightAndSure: right.filter(({ got }) => got && got.confidence > sure).length,
    signs: pairs.filter(isSign).length,
    signsExact: right.filter(isSign).length,
  };
}
