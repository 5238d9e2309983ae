/** What the ledger tells: sums, failures, runs. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Count, JobState, Known, Quarantined, Run, Summary } from './types.ts';

const nothing: Count = { files: 0, bytes: 0 };

/** Sums of a run; costs the same for ten inputs and for ten million. */
export function countsOf(database: DatabaseSync, run: number): Omit<Summary, 'failures'> {
  return endedSummary(database, run) ?? presentCounts(database, run);
}

export function summaryOf(database: DatabaseSync, run: number): Summary {
  const ended = endedSummary(database, run);
  if (ended) return ended;
  const failures = database
    .prepare(
      `select code, count(*) as files from source where run = ? and state = 'quarantined'
       group by code order by files desc, code`,
    )
    .all(run)
    .map(({ code, files }) => ({ code: String(code), files: Number(files) }));
  return { ...presentCounts(database, run), failures };
}

function endedSummary(database: DatabaseSync, run: number): Summary | undefined {
  const row = database.prepare('select summary from run where id = ?').get(run);
  const text = textOrNull(row?.['summary']);
  if (text === null) return undefined;
  // Written by the ledger from a summary when the run ended, when there may have been fewer states.
  const summary = JSON.parse(text) as Summary;
  return { ...summary, byState: { ...noneInAny, ...summary.byState } };
}

const noneInAny: Summary['byState'] = {
  queued: nothing,
  waiting: nothing,
  leased: nothing,
  held: nothing,
  stored: nothing,
  unchanged: nothing,
  duplicate: nothing,
  quarantined: nothing,
};

function presentCounts(database: DatabaseSync, run: number): Omit<Summary, 'failures'> {
  const byState: Record<JobState, Count> = { ...noneInAny };
  const rows = database.prepare('select state, files, bytes from tally where run = ?').all(run);
  let total = nothing;
  for (const row of rows) {
    const { state, files, bytes } = row as { state: JobState; files: number; bytes: number };
    byState[state] = { files, bytes };
    total = { files: total.files + files, bytes: total.bytes + bytes };
  }
  return { total, byState };
}

export interface FailureFilter {
  readonly run?: number;
  readonly code?: string;
}

/** The condition of {@link failuresIn} and of re-driving, with its parameters. */
export function whereQuarantined({
  run,
  code,
}: FailureFilter): [string, Record<string, string | number>] {
  const parameters: Record<string, string | number> = {};
  let where = "state = 'quarantined'";
  if (run !== undefined) {
    where += ' and run = $run';
    parameters['run'] = run;
  }
  if (code !== undefined) {
    where += ' and code = $code';
    parameters['code'] = code;
  }
  return [where, parameters];
}

export function* failuresIn(database: DatabaseSync, filter: FailureFilter): Iterable<Quarantined> {
  const [where, parameters] = whereQuarantined(filter);
  const rows = database
    .prepare(
      `select id, sha256, code, stage, message, attempts from source where ${where} order by id`,
    )
    .iterate(parameters);
  for (const row of rows) {
    yield {
      sourceId: String(row['id']),
      sha256: textOrNull(row['sha256']),
      code: String(row['code']),
      stage: String(row['stage']),
      message: String(row['message']),
      attempts: Number(row['attempts']),
    };
  }
}

/** Newest first. */
export function runsIn(database: DatabaseSync): readonly Run[] {
  const rows = database
    .prepare('select id, label, started_at, finished_at from run order by id desc')
    .all();
  return rows.map((row) => ({
    id: Number(row['id']),
    label: String(row['label']),
    startedAt: Number(row['started_at']),
    finishedAt: row['finished_at'] === null ? null : Number(row['finished_at']),
  }));
}

export function knownIn(database: DatabaseSync, sourceId: string): Known | undefined {
  const row = database
    .prepare('select sha256, size, stamp, state from source where id = ?')
    .get(sourceId);
  return (
    row && {
      sha256: textOrNull(row['sha256']),
      size: Number(row['size']),
      stamp: textOrNull(row['stamp']),
      // The table is strict, and only the ledger writes states.
      state: row['state'] as JobState,
    }
  );
}

/** Inputs of a run whose bytes were had, by id; read in portions, so that they may change meanwhile. */
export function* inputsIn(
  database: DatabaseSync,
  run: number,
  portion = 500,
): Iterable<{ readonly sourceId: string; readonly sha256: string }> {
  const next = database.prepare(
    'select id, sha256 from source where run = ? and sha256 is not null and id > ? order by id limit ?',
  );
  let last = '';
  for (;;) {
    const rows = next.all(run, last, portion);
    for (const { id, sha256 } of rows) yield { sourceId: String(id), sha256: String(sha256) };
    if (rows.length < portion) return;
    last = String(rows.at(-1)?.['id']);
  }
}

const textOrNull = (value: SQLOutputValue | undefined): string | null =>
  typeof value === 'string' ? value : null;
