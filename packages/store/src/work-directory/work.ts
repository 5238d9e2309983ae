/**
 * The work file of a data directory: one SQLite file with the ledger and the frontier.
 *
 * It may be shared by several processes of one machine. It must not lie on a network file system.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { said, WorkDirectoryError } from '../errors.ts';
import { ownToken } from '../process-token.ts';
import { AlarmBook } from './alarms.ts';
import { Attached } from './frontier/attached.ts';
import { Frontier } from './frontier/frontier.ts';
import type { LedgerOptions } from './ledger/lease.ts';
import { Ledger } from './ledger/ledger.ts';
import { workChanges } from './schema.ts';

const fileName = 'work.sqlite';
const busyMs = 10_000;
/** How often a process says that it lives; a third of what others wait for. */
const beatMs = 20_000;

export interface WorkOptions extends LedgerOptions {
  /** Milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number;
}

export interface Work extends Disposable {
  readonly ledger: Ledger;
  readonly frontier: Frontier;
  readonly attached: Attached;
  readonly alarms: AlarmBook;
}

/**
 * Opens the work file in a folder, making both where they do not exist.
 *
 * @throws {WorkDirectoryError} `store/work-directory`
 */
export function openWork(folder: string, options: WorkOptions = {}): Work {
  const { now = Date.now, ...limits } = options;
  const database = openDatabase(folder);
  const beat = database.prepare(
    'insert into process values (?, ?) on conflict do update set beat = excluded.beat',
  );
  beat.run(ownToken, now());
  const timer = setInterval(() => {
    try {
      beat.run(ownToken, now());
    } catch {
      // Another process holds the file for long, or the disk is full: the next beat makes up for
      // it, and whoever has something to write is told.
    }
  }, beatMs);
  // The program may end while this file is open.
  timer.unref();

  return {
    ledger: new Ledger(database, now, limits),
    frontier: new Frontier(database, now),
    attached: new Attached(database),
    alarms: new AlarmBook(database, now),
    [Symbol.dispose]() {
      clearInterval(timer);
      database.close();
    },
  };
}

function openDatabase(folder: string): DatabaseSync {
  const path = join(folder, fileName);
  try {
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(path, { timeout: busyMs });
    database.exec('pragma journal_mode = wal; pragma synchronous = full;');
    prepareTables(database, path);
    return database;
  } catch (error) {
    if (error instanceof WorkDirectoryError) throw error;
    throw new WorkDirectoryError(path, said(error), error);
  }
}

function prepareTables(database: DatabaseSync, path: string): void {
  database.exec('begin immediate');
  const found = Number(database.prepare('pragma user_version').get()?.['user_version']);
  if (found > workChanges.length) {
    database.exec('rollback');
    throw new WorkDirectoryError(path, `it was made by a newer program, version ${found}`);
  }
  for (const change of workChanges.slice(found)) database.exec(change);
  database.exec(`pragma user_version = ${workChanges.length}`);
  database.exec('commit');
}
