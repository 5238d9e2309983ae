/**
 * Which files were asked for because of which articles: kept here rather than in the memory of a
 * round, which has no bound.
 */
import type { DatabaseSync } from 'node:sqlite';

export class Attached {
  readonly #database: DatabaseSync;

  /** Made by `openWork`. */
  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** @param article Hash of its bytes. @param addresses Canonical. */
  note(site: string, article: string, addresses: readonly string[]): void {
    const insert = this.#database.prepare(
      'insert into attached (site, article, address) values (?, ?, ?) on conflict do nothing',
    );
    for (const address of addresses) insert.run(site, article, address);
  }

  /** The next articles of a site after one, in the order of their hashes. */
  articles(site: string, after: string, limit: number): readonly string[] {
    return this.#database
      .prepare(
        'select distinct article from attached where site = ? and article > ? order by article limit ?',
      )
      .all(site, after, limit)
      .map((row) => String(row['article']));
  }

  addresses(site: string, article: string): readonly string[] {
    return this.#database
      .prepare('select address from attached where site = ? and article = ? order by address')
      .all(site, article)
      .map((row) => String(row['address']));
  }

  /** To be called when the records of all articles say what their files are. */
  forget(site: string): void {
    this.#database.prepare('delete from attached where site = ?').run(site);
  }
}
