/**
 * Rows on their way from the archive, which has them by content hash, to the files of a dataset, which
 * have them by kind and year: kept in files of a temporary folder, one for each partition, so that
 * the archive is read once and memory does not grow with it.
 */

import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inStoreTerms } from '../objects/fs/faults.ts';
import { inOrder, type Partition } from './partition.ts';
import type { Row, TableName } from './tables/column.ts';

/** Characters of all partitions that are kept in memory before they are written. */
const kept = 8 << 20;

interface Held {
  readonly partition: Partition;
  readonly path: string;
  rows: number;
  lines: string;
}

export class Spool {
  readonly #folder: string;
  readonly #held = new Map<TableName, Map<string, Held>>();
  #size = 0;

  /** @param folder That exists, is empty, and is removed by whoever made it. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(table: TableName, partition: Partition, row: Row): Promise<void> {
    const held = this.#partition(table, partition);
    // JSON has no line feed but as `\n`.
    const line = `${JSON.stringify(row)}\n`;
    held.lines += line;
    held.rows += 1;
    this.#size += line.length;
    if (this.#size >= kept) await this.#flush();
  }

  /** In the order in which their rows follow each other. */
  partitions(table: TableName): readonly Partition[] {
    return this.#of(table).map(({ partition }) => partition);
  }

  /** Of all partitions. */
  count(table: TableName): number {
    return this.#of(table).reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Rows of one partition in the order in which they came, or of all, partition by partition. */
  async *rows(table: TableName, partition?: Partition): AsyncIterable<Row> {
    await this.#flush();
    for (const held of this.#of(table)) {
      if (partition && inOrder(held.partition, partition) !== 0) continue;
      yield* rowsIn(held.path);
    }
  }

  #of(table: TableName): readonly Held[] {
    const partitions = [...(this.#held.get(table)?.values() ?? [])];
    return partitions.toSorted((one, other) => inOrder(one.partition, other.partition));
  }

  #partition(table: TableName, partition: Partition): Held {
    const ofTable = this.#held.get(table) ?? new Map<string, Held>();
    this.#held.set(table, ofTable);
    const name = `${table}-${partition.kind}-${partition.year}`;
    const held = ofTable.get(name) ?? {
      partition,
      path: join(this.#folder, `${name}.rows`),
      rows: 0,
      lines: '',
    };
    ofTable.set(name, held);
    return held;
  }

  async #flush(): Promise<void> {
    await inStoreTerms(this.#folder, 'keep rows', async () => {
      for (const ofTable of this.#held.values()) {
        for (const held of ofTable.values()) {
          if (held.lines === '') continue;
          await appendFile(held.path, held.lines);
          held.lines = '';
        }
      }
    });
    this.#size = 0;
  }
}

async function* rowsIn(path: string): AsyncIterable<Row> {
  let rest = '';
  // By line feeds alone: a line reader also breaks at U+2028, which JSON leaves as it is.
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Row;
  }
}
