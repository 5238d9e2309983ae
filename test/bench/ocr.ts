/**
 * Reading page images against peers, on the same images in one run: `pnpm bench ocr [--rounds N]
 * [--only CONDITION,…] [--subjects NAME,…] [--json FILE] [--keep FOLDER] [--docs]`. Each subject has a process
 * of its own; CPU time and memory are those of the process and all that it starts. Then the pool reads
 * a page of each condition by one process and by two. `--ablate [--each N]` says instead what each pass is worth;
 * `--calibrate` makes the curves of the engines' confidence.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ablation } from './ocr/ablation.ts';
import { calibration } from './ocr/calibrate.ts';
import { docsPage } from './ocr/docs-page.ts';
import type { BenchPage, ReadPage } from './ocr/page.ts';
import { makePages } from './ocr/pages.ts';
import { poolRuns } from './ocr/pool.ts';
import { type Outcome, reportOf, tablesOf } from './ocr/report.ts';
import { scoreOf } from './ocr/score.ts';
import { subjects } from './ocr/subjects.ts';
import { measure } from './process-tree.ts';

/** Two numbers of a curve on lines of their own. */
const point = /\[\s+([\d.]+),\s+([\d.]+)\s+\]/gu;

const root = join(import.meta.dirname, '../..');

/** Runs the benchmark, prints its tables, and writes what was read and how it scores. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '1' },
      only: { type: 'string' },
      subjects: { type: 'string' },
      json: { type: 'string', default: join(root, '.xxgk/bench/ocr.json') },
      keep: { type: 'string' },
      docs: { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      each: { type: 'string', default: '1' },
      calibrate: { type: 'boolean', default: false },
    },
  });
  const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'xxgk-bench-ocr-')));
  await mkdir(folder, { recursive: true });
  try {
    const only = values.only?.split(',') ?? null;
    const pages = await makePages({ folder, rounds: Number(values.rounds), only });
    if (values.ablate) {
      process.stdout.write(await ablation(pages, Number(values.each)));
      return;
    }
    if (values.calibrate) {
      process.stdout.write(await calibrated(pages));
      return;
    }
    await writeFile(join(folder, 'pages.json'), JSON.stringify(pages));
    const wanted = values.subjects?.split(',') ?? subjects.map(({ name }) => name);
    const outcomes: Outcome[] = [];
    for (const name of wanted) outcomes.push(...(await outcomeOf(name, folder)));
    const tables = tablesOf(pages, outcomes, await poolOutcome(pages, folder));
    await mkdir(dirname(values.json), { recursive: true });
    await writeFile(values.json, JSON.stringify({ scores: scoresOf(pages, outcomes), outcomes }));
    if (values.docs)
      await writeFile(join(root, 'docs/ocr.md'), docsPage(tables, { machine: machine(), args }));
    process.stdout.write(`${reportOf(tables)}${values.json}\n`);
  } finally {
    if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the curves where the program reads them. @returns What they are worth, as tables. */
async function calibrated(pages: readonly BenchPage[]): Promise<string> {
  const { curves, tables } = await calibration(pages);
  const file = join(root, 'packages/ingest/src/ocr/text/calibration-curves.json');
  const lines = JSON.stringify(curves, null, 2).replace(point, '[$1, $2]');
  await writeFile(file, `${lines}\n`);
  return reportOf(tables);
}

/** A page of each condition, so that both runs take minutes and not hours. */
async function poolOutcome(pages: readonly BenchPage[], folder: string) {
  const some = [...Map.groupBy(pages, ({ kind, condition }) => `${kind} ${condition}`).values()];
  const list = join(folder, 'pool-pages.json');
  await writeFile(list, JSON.stringify(some.map(([first]) => first)));
  return poolRuns(list, some.length);
}

function machine(): string {
  const [processor] = cpus();
  return `${cpus().length} × ${processor?.model ?? 'a processor'}, Node ${process.version}`;
}

/** Nothing for a subject that this machine does not have; it is said. */
async function outcomeOf(subject: string, folder: string): Promise<Outcome[]> {
  const program = join(import.meta.dirname, 'ocr/subject-process.ts');
  const read = join(folder, `read-${subject}.json`);
  try {
    const { peakBytes } = await measure(process.execPath, [
      program,
      subject,
      join(folder, 'pages.json'),
      read,
    ]);
    return [{ subject, pages: JSON.parse(await readFile(read, 'utf8')) as ReadPage[], peakBytes }];
  } catch (cause) {
    process.stdout.write(`absent: ${subject} (${String(cause)})\n`);
    return [];
  }
}

const scoresOf = (pages: readonly BenchPage[], outcomes: readonly Outcome[]) =>
  outcomes.map(({ subject, pages: read }) => ({
    subject,
    pages: pages.flatMap((page) => {
      const own = read.find(({ name }) => name === page.name);
      return own ? [{ name: page.name, ...scoreOf(page, own) }] : [];
    }),
  }));
