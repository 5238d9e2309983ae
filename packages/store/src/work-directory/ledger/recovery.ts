/** Takes jobs back from processes that died with them. */
import type { DatabaseSync } from 'node:sqlite';
import { lifeOf } from '../../process-token.ts';

/** A process of another container is dead when it has said nothing for three of its beats. */
const silentMs = 60_000;

/**
 * A lease dies with its process, which is known by its start time; no clock decides about a process
 * that can be seen from here.
 *
 * An attempt that ended with the whole program is not the document's fault - whoever stops a run
 * a hundred times must not find his largest document in quarantine - and is counted apart.
 *
 * @returns Jobs taken back.
 */
export function recoverLeases(database: DatabaseSync, now: number): number {
  const owners = database
    .prepare("select distinct owner from source where state = 'leased'")
    .all()
    .map(({ owner }) => String(owner));
  return owners
    .filter((token) => isDead(database, token, now))
    .reduce((sum, token) => sum + takeBack(database, token), 0);
}

function takeBack(database: DatabaseSync, owner: string): number {
  const { changes } = database
    .prepare(
      `update source set state = 'queued', owner = null, attempts = attempts - counted,
         interruptions = interruptions + counted, counted = 0
       where state = 'leased' and owner = ?`,
    )
    .run(owner);
  database.prepare('delete from process where token = ?').run(owner);
  return Number(changes);
}

function isDead(database: DatabaseSync, token: string, now: number): boolean {
  const life = lifeOf(token);
  if (life !== 'unknown') return life === 'dead';
  const beat = database.prepare('select beat from process where token = ?').get(token)?.['beat'];
  return beat === undefined || now - Number(beat) > silentMs;
}
