/** Runs a piece of work in one transaction of SQLite, which other processes see whole or not at all. */
import type { DatabaseSync } from 'node:sqlite';

/** Takes the write lock at once: two readers that both want to write would else block each other. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('begin immediate');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
