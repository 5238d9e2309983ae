/** The tables that the benchmark prints. */
import { textTable } from '../text-table.ts';
import type { BenchPage, ReadPage } from './page.ts';
import { type CellScore, scoreOf } from './score.ts';

/** One subject over all pages. */
export interface Outcome {
  readonly subject: string;
  readonly pages: readonly ReadPage[];
  readonly peakBytes: number | null;
}

export function reportOf(pages: readonly BenchPage[], outcomes: readonly Outcome[]): string {
  return [
    'character error % (width of punctuation folded)',
    textTable(errorRows(pages, outcomes)),
    '',
    'statistics tables',
    textTable(cellRows(pages, outcomes)),
    '',
    textTable(costRows(outcomes)),
    '',
  ].join('\n');
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : ((100 * part) / whole).toFixed(2);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

function errorRows(pages: readonly BenchPage[], outcomes: readonly Outcome[]): string[][] {
  const texts = pages.filter(({ kind }) => kind === 'text');
  const groups = [...Map.groupBy(texts, ({ condition }) => condition), ['all', texts] as const];
  return [
    ['', ...outcomes.map(({ subject }) => subject)],
    ...groups.map(([name, group]) => [name, ...outcomes.map((one) => errorOf(group, one))]),
  ];
}

function errorOf(pages: readonly BenchPage[], outcome: Outcome): string {
  const scores = scoresOf(pages, outcome);
  return percent(
    sumOf(scores.map(({ errors }) => errors)),
    sumOf(scores.map(({ characters }) => characters)),
  );
}

function scoresOf(pages: readonly BenchPage[], { pages: read }: Outcome) {
  return pages.flatMap((page) => {
    const own = read.find(({ name }) => name === page.name);
    return own ? [scoreOf(page, own)] : [];
  });
}

function cellRows(pages: readonly BenchPage[], outcomes: readonly Outcome[]): string[][] {
  const tables = pages.filter(({ kind }) => kind === 'table');
  const groups = [...Map.groupBy(tables, ({ condition }) => condition), ['all', tables] as const];
  const head = [
    '',
    'values',
    'exact %',
    'signs %',
    'wrong > 0.8',
    'labels',
    'exact %',
    'wrong > 0.8',
  ];
  const knowing = outcomes.filter(({ pages: read }) => read.some(({ cells }) => cells.length > 0));
  return knowing.flatMap((outcome) => [
    [outcome.subject, ...head.slice(1)],
    ...groups.map(([name, group]) => {
      const scores = scoresOf(group, outcome);
      const [value, label] = [
        added(scores.map((s) => s.values)),
        added(scores.map((s) => s.labels)),
      ];
      return [
        name,
        ...[String(value.all), percent(value.exact, value.all)],
        ...[percent(value.signsExact, value.signs), String(value.wrongAndSure.length)],
        ...[String(label.all), percent(label.exact, label.all), String(label.wrongAndSure.length)],
      ];
    }),
  ]);
}

const added = (scores: readonly CellScore[]): CellScore => ({
  all: sumOf(scores.map(({ all }) => all)),
  exact: sumOf(scores.map(({ exact }) => exact)),
  wrongAndSure: scores.flatMap(({ wrongAndSure }) => wrongAndSure),
  signs: sumOf(scores.map(({ signs }) => signs)),
  signsExact: sumOf(scores.map(({ signsExact }) => signsExact)),
});

function costRows(outcomes: readonly Outcome[]): string[][] {
  return [
    ['', 'cpu s/page', 'peak MiB', 'failed'],
    ...outcomes.map(({ subject, pages, peakBytes }) => [
      subject,
      (sumOf(pages.map(({ cpuSeconds }) => cpuSeconds)) / Math.max(1, pages.length)).toFixed(2),
      peakBytes === null ? '-' : String(Math.round(peakBytes / 2 ** 20)),
      String(pages.filter(({ error }) => error !== undefined).length),
    ]),
  ];
}
