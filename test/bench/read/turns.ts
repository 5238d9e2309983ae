/**
 * Measures subjects over the same files in turns (A B C A B C …): a machine whose speed drifts is
 * the same to all of them, and no one's garbage is collected on another's time.
 */

import { median, quartiles } from '../median.ts';
import type { AskedSubject, Read } from './asked.ts';
import type { Item } from './item.ts';
import { type Score, scoreOf } from './score.ts';

export interface Measured {
  readonly item: string;
  readonly subject: string;
  /** Milliseconds for all files of the item; null where a file could not be read. */
  readonly ms: number | null;
  readonly quartiles: readonly [number, number] | null;
  readonly runs: readonly number[];
  /** What the subject said of files that it did not read. */
  readonly failures: readonly string[];
  /** Of the known text; null where no file's text is known. */
  readonly characterError: number | null;
  readonly missing: number;
  readonly leaked: readonly string[];
  /** Most memory of its process so far. */
  readonly peakBytes: number;
}

export interface Patience {
  readonly runs: number;
  /** Seconds after which an item of many large files gets no further run, if it had three. */
  readonly seconds: number;
}

const fewest = 3;
/** Runs that are not counted: the first compiles, the second is optimised. */
const warmUp = 2;

interface Tally {
  readonly subject: AskedSubject;
  readonly runs: number[];
  readonly scores: Score[];
  readonly failures: string[];
  peakBytes: number;
}

export async function inTurns(
  item: Item,
  subjects: readonly AskedSubject[],
  { runs, seconds }: Patience,
): Promise<Measured[]> {
  const tallies = subjects.map(
    (subject): Tally => ({ subject, runs: [], scores: [], failures: [], peakBytes: 0 }),
  );
  for (const tally of tallies) await judge(item, tally);
  const start = performance.now();
  const over = (): boolean => performance.now() - start > seconds * 1000;
  for (let run = 1 - warmUp; run < runs && !(run >= fewest && over()); run += 1) {
    for (const tally of tallies) await once(item, tally, run >= 0);
  }
  return tallies.map((tally) => measuredOf(item, tally));
}

/** The first reading of each file: how good it is. Its time is not counted. */
async function judge(item: Item, tally: Tally): Promise<void> {
  for (const file of item.files) {
    const read = await tally.subject.read(file, true);
    tally.peakBytes = Math.max(tally.peakBytes, read.peakBytes);
    if ('failed' in read) tally.failures.push(read.failed);
    else tally.scores.push(scoreOf(file, read.text ?? ''));
  }
}

async function once(item: Item, tally: Tally, counts: boolean): Promise<void> {
  if (tally.failures.length > 0) return;
  const reads: Read[] = [];
  for (const file of item.files) reads.push(await tally.subject.read(file));
  tally.peakBytes = Math.max(tally.peakBytes, ...reads.map((read) => read.peakBytes));
  tally.failures.push(...reads.flatMap((read) => ('failed' in read ? read.failed : [])));
  if (counts) tally.runs.push(reads.reduce((sum, read) => sum + ('ms' in read ? read.ms : 0), 0));
}

function measuredOf(item: Item, { subject, runs, scores, failures, peakBytes }: Tally): Measured {
  const whole = failures.length === 0;
  const known = scores.filter(({ characters }) => characters !== null);
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return {
    item: item.name,
    subject: subject.subject.name,
    ms: whole ? median(runs) : null,
    quartiles: whole ? quartiles(runs) : null,
    runs,
    failures,
    characterError:
      known.length === 0
        ? null
        : sum(known.map(({ edits }) => edits)) / sum(known.map(({ characters }) => characters)),
    missing: sum(scores.map(({ missing }) => missing)),
    leaked: scores.flatMap(({ leaked }) => leaked),
    peakBytes,
  };
}
