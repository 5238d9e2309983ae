/** The tables that the benchmark prints. */
import { textTable } from '../text-table.ts';
import type { BenchPage, ReadPage } from './page.ts';
import { type PoolRun, perMinute, quickest } from './pool.ts';
import { reliabilityOf } from './reliability.ts';
import { type CellScore, scoreOf } from './score.ts';

/** One subject over all pages. */
export interface Outcome {
  readonly subject: string;
  readonly pages: readonly ReadPage[];
  readonly peakBytes: number | null;
}

/** A table of the report. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** Everything that was measured, as tables. */
export function tablesOf(
  pages: readonly BenchPage[],
  outcomes: readonly Outcome[],
  pool: readonly PoolRun[],
): readonly Table[] {
  const own = outcomes.filter(({ pages: read }) => read.some(({ cells }) => cells.length > 0));
  return [
    { title: 'Character error, %', rows: errorRows(pages, outcomes) },
    ...own.map((one) => ({
      title: `Statistics tables: ${one.subject}`,
      rows: cellRows(pages, one),
    })),
    ...own.map((one) => ({ title: `Reliability: ${one.subject}`, rows: binRows(pages, one) })),
    { title: 'Cost', rows: costRows(pages, outcomes) },
    { title: 'Pool of OCR processes', rows: poolRows(pool) },
  ].filter(({ rows }) => rows.length > 1);
}

export const reportOf = (tables: readonly Table[]): string =>
  tables.map(({ title, rows }) => `${title}\n${textTable(rows)}\n\n`).join('');

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

function cellRows(pages: readonly BenchPage[], outcome: Outcome): string[][] {
  const tables = pages.filter(({ kind }) => kind === 'table');
  const groups = [...Map.groupBy(tables, ({ condition }) => condition), ['all', tables] as const];
  const head = ['values', 'exact %', 'signs %', 'wrong > 0.8', 'right > 0.8 %'];
  return [
    ['', ...head, 'labels', 'exact %', 'wrong > 0.8', 'right > 0.8 %'],
    ...groups.map(([name, group]) => {
      const scores = scoresOf(group, outcome);
      const value = added(scores.map(({ values }) => values));
      const label = added(scores.map(({ labels }) => labels));
      const columns = (score: CellScore, signs: readonly string[]): string[] => [
        String(score.all),
        percent(score.exact, score.all),
        ...signs,
        String(score.wrongAndSure.length),
        percent(score.rightAndSure, score.exact),
      ];
      return [
        name,
        ...columns(value, [percent(value.signsExact, value.signs)]),
        ...columns(label, []),
      ];
    }),
  ];
}

/** How many cells of each confidence are right. */
function binRows(pages: readonly BenchPage[], { pages: read }: Outcome): string[][] {
  const kinds = reliabilityOf(pages, read);
  const [first] = kinds;
  return [
    ['confidence', ...kinds.flatMap(({ kind }) => [`${kind}s`, 'right %'])],
    ...(first?.bins ?? []).map(({ from, to }, i) => [
      `${from} – ${to}`,
      ...kinds.flatMap(({ bins }) => {
        const { cells = 0, right = 0 } = bins[i] ?? {};
        return [String(cells), percent(right, cells)];
      }),
    ]),
  ];
}

const added = (scores: readonly CellScore[]): CellScore => ({
  all: sumOf(scores.map(({ all }) => all)),
  exact: sumOf(scores.map(({ exact }) => exact)),
  wrongAndSure: scores.flatMap(({ wrongAndSure }) => wrongAndSure),
  rightAndSure: sumOf(scores.map(({ rightAndSure }) => rightAndSure)),
  signs: sumOf(scores.map(({ signs }) => signs)),
  signsExact: sumOf(scores.map(({ signsExact }) => signsExact)),
});

function costRows(pages: readonly BenchPage[], outcomes: readonly Outcome[]): string[][] {
  const mean = (read: readonly ReadPage[]): string =>
    read.length === 0
      ? '-'
      : (sumOf(read.map(({ cpuSeconds }) => cpuSeconds)) / read.length).toFixed(2);
  const of = (read: readonly ReadPage[], kind: BenchPage['kind']): readonly ReadPage[] => {
    const names = new Set(pages.filter((page) => page.kind === kind).map(({ name }) => name));
    return read.filter(({ name }) => names.has(name));
  };
  return [
    ['', 'CPU s a page of text', 'CPU s a table', 'CPU s a page', 'peak MiB', 'failed'],
    ...outcomes.map(({ subject, pages: read, peakBytes }) => [
      subject,
      ...[mean(of(read, 'text')), mean(of(read, 'table')), mean(read)],
      peakBytes === null ? '-' : mebibytes(peakBytes),
      String(read.filter(({ error }) => error !== undefined).length),
    ]),
  ];
}

const mebibytes = (bytes: number): string => String(Math.round(bytes / 2 ** 20));

function poolRows(runs: readonly PoolRun[]): string[][] {
  const best = quickest(runs);
  const [one] = best;
  return [
    ['processes', 'pages a minute', '× one', 'CPU s a page', 'peak MiB'],
    ...best.map((run) => [
      String(run.processes),
      perMinute(run).toFixed(1),
      one ? (perMinute(run) / perMinute(one)).toFixed(2) : '-',
      run.cpuSeconds === null ? '-' : (run.cpuSeconds / run.pages).toFixed(2),
      run.peakBytes === null ? '-' : mebibytes(run.peakBytes),
    ]),
  ];
}
