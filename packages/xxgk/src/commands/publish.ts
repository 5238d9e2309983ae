/** `xxgk publish`: what a store holds, as tables in files. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { labelOfKey } from '@xxgk/extract/labels';
import type { Kind } from '@xxgk/extract/record';
import { Archive, openStore } from '@xxgk/store';
import { type FormatName, type Published, publish } from '@xxgk/store/publish';
import { UsageError } from '../errors.ts';
import { onInterrupt } from '../interrupt.ts';
import { openScratch } from '../reader/scratch.ts';
import { isRemote } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';
import { version } from '../version.ts';

export interface PublishOptions {
  readonly store: string;
  /** A directory or `s3://bucket/prefix`. */
  readonly out: string;
  readonly format: readonly FormatName[];
  readonly kind?: Kind;
  readonly year?: number;
  readonly json?: boolean;
}

export async function publishCommand(options: PublishOptions, terminal: Terminal): Promise<Exit> {
  const { store, out, kind, year } = options;
  // Opening a directory would make it.
  if (!isRemote(store) && !existsSync(store)) {
    throw new UsageError(`There is no store ${store}: check --store.`);
  }
  if (placeOf(store) === placeOf(out)) {
    throw new UsageError('The dataset cannot stand in the store itself: give --out another place.');
  }
  await using archive = await openStore(store);
  await using place = await openStore(out);
  using interrupt = onInterrupt(terminal);
  const scratch = await openScratch();
  try {
    const published = await publish(new Archive(archive), place, {
      formats: options.format,
      ...(kind !== undefined && { kind }),
      ...(year !== undefined && { year }),
      labelOf: labelOfKey,
      version,
      scratch,
      signal: interrupt.signal,
    });
    tell(published, options, terminal);
    return exit.well;
  } catch (error) {
    if (interrupt.signal.aborted) return exit.interrupted;
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const placeOf = (store: string): string => (isRemote(store) ? store : resolve(store));

function tell(published: Published, { out, json }: PublishOptions, terminal: Terminal): void {
  const { rows, written, unchanged, removed, leftOut } = published;
  if (json) {
    const counts = { written: written.length, unchanged: unchanged.length, removed };
    terminal.out(`${JSON.stringify({ out, rows, ...counts, left_out: leftOut })}\n`);
    return;
  }
  const { records, statistics, documents } = rows;
  terminal.say(
    `xxgk: ${records} records, ${statistics} statistics, ${documents} documents in ${out}: ` +
      `${written.length} files written, ${unchanged.length} unchanged, ${removed.length} removed`,
  );
  for (const line of leftOutLines(leftOut)) terminal.say(`  ${line}`);
}

function leftOutLines(leftOut: Published['leftOut']): readonly string[] {
  const { superseded_records, superseded_documents, unread_sources, cut_cells } = leftOut;
  const lines: readonly (readonly [count: number, text: string])[] = [
    [
      superseded_documents,
      `Left out: ${superseded_records} records of ${superseded_documents} earlier versions (xxgk diff shows what changed).`,
    ],
    [unread_sources, `Left out: ${unread_sources} sources in quarantine (xxgk status names why).`],
    [
      cut_cells,
      `Cut: ${cut_cells} texts that are longer than a cell of Excel can be (in xlsx only).`,
    ],
  ];
  return lines.filter(([count]) => count > 0).map(([, text]) => text);
}
