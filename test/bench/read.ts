/**
 * Reading against peers, on the same files in one run: `pnpm bench read [--runs N] [--seconds N]
 * [--only FORMAT,…] [--json FILE] [--docs]`. Each subject reads in a process of its own, warm, and they take
 * turns. A folder of real documents named by `XXGK_CORPUS` is read besides the files made here.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { AskedSubject } from './read/asked.ts';
import { corpusItems } from './read/corpus.ts';
import type { Item } from './read/item.ts';
import { makeItems } from './read/items.ts';
import { pageOf } from './read/page.ts';
import { reportOf } from './read/report.ts';
import { subjects } from './read/subject.ts';
import { inTurns, type Measured, type Patience } from './read/turns.ts';

const root = join(import.meta.dirname, '../..');

interface Outcome {
  readonly node: string;
  readonly measured: readonly Measured[];
  /** Subjects that this machine does not have, and why. */
  readonly absent: Readonly<Record<string, string>>;
}

/** Runs the benchmark and prints its tables. */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '9' },
      seconds: { type: 'string', default: '40' },
      only: { type: 'string' },
      json: { type: 'string', default: join(root, '.xxgk/bench/read.json') },
      docs: { type: 'boolean', default: false },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'xxgk-bench-'));
  try {
    const items = (await allItems(folder)).filter(({ format }) =>
      (values.only?.split(',') ?? [format]).includes(format),
    );
    const outcome = await measureAll(items, {
      runs: Number(values.runs),
      seconds: Number(values.seconds),
    });
    await mkdir(dirname(values.json), { recursive: true });
    await writeFile(values.json, `${JSON.stringify(outcome, null, 2)}\n`);
    if (values.docs) await writeFile(join(root, 'docs/speed.md'), page(outcome));
    process.stdout.write(`${reportOf(outcome.measured)}\n${absentees(outcome)}${values.json}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function allItems(folder: string): Promise<Item[]> {
  const corpus = process.env['XXGK_CORPUS'];
  return [...(await makeItems(folder)), ...(corpus ? await corpusItems(corpus) : [])];
}

async function measureAll(items: readonly Item[], patience: Patience): Promise<Outcome> {
  const measured: Measured[] = [];
  const absent: Record<string, string> = {};
  for (const [format, own] of Map.groupBy(items, (item) => item.format)) {
    await using started = new AsyncDisposableStack();
    const present: AskedSubject[] = [];
    for (const subject of subjects.filter(({ formats }) => formats.includes(format))) {
      const asked = await AskedSubject.start(subject);
      if (typeof asked === 'string') absent[subject.name] = asked;
      else present.push(started.use(asked));
    }
    for (const item of own) measured.push(...(await inTurns(item, present, patience)));
  }
  return { node: process.version, measured, absent };
}

/** Without what only this machine has: the page speaks of files that everyone can make. */
function page({ measured, node }: Outcome): string {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model ?? 'a processor'}, Node ${node}`;
  return pageOf(
    measured.filter(({ item }) => !item.includes('corpus')),
    subjects,
    machine,
  );
}

const absentees = ({ absent }: Outcome): string =>
  Object.entries(absent)
    .map(([name, why]) => `absent: ${name} (${why.split('\n')[0]})\n`)
    .join('');
