/** `xxgk export-warc`: the captures of a store as a WARC file, for web archives and their tools. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Archive, openStore } from '@xxgk/store';
import { openBooks } from '../completeness/open-matrix.ts';
import { instantOf } from '../day.ts';
import { UsageError } from '../errors.ts';
import type { StoreOptions } from '../store-place.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';
import {
  type ExportCounts,
  exportedCaptures,
  infoRecord,
  noCounts,
  type UnchangedAt,
} from '../warc/export.ts';

export interface ExportWarcOptions extends StoreOptions {
  /** A file `….warc.gz`; one that is there already is replaced when the new one is whole. */
  readonly out: string;
  readonly host?: readonly string[];
  /** Leave out what was not read as a document, such as list pages. */
  readonly documents?: boolean;
  /** A day in Beijing, or an RFC 3339 time. */
  readonly since?: string;
  readonly json?: boolean;
}

export async function exportWarcCommand(
  options: ExportWarcOptions,
  terminal: Terminal,
): Promise<Exit> {
  const { out, host, json, documents } = options;
  if (!out.endsWith('.warc.gz')) throw new UsageError(`--out ${out}: give a name *.warc.gz.`);
  const since = options.since === undefined ? undefined : instantOf(options.since);
  const counts = noCounts();
  await using store = await openStore(options.store);
  const filter = { since, hosts: host && new Set(host), documents };
  using books = openBooks(options);
  const unchangedAt: UnchangedAt = (source) => {
    const { outcome, checkedAt } = books?.frontier.url(source) ?? {};
    return outcome === 'unchanged' && checkedAt ? new Date(checkedAt).toISOString() : undefined;
  };
  await writeWhole(out, exportedCaptures(new Archive(store), filter, counts, unchangedAt));
  if (json) terminal.out(`${JSON.stringify({ file: out, ...counts })}\n`);
  else terminal.say(summaryOf(out, counts));
  return counts.lost > 0 ? exit.failed : exit.well;
}

/** Under another name until it is whole. */
async function writeWhole(out: string, captures: AsyncIterable<Buffer>): Promise<void> {
  const part = `${out}.part`;
  const stream = createWriteStream(part);
  try {
    await once(stream, 'open');
    stream.write(infoRecord(basename(out), new Date().toISOString()));
    for await (const members of captures) {
      if (!stream.write(members)) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'close');
    await synced(part);
    await rename(part, out);
    await synced(dirname(out));
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw unwritable(error, out);
  }
}

async function synced(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const noPlace: ReadonlySet<unknown> = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EROFS']);

function unwritable(error: unknown, out: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return noPlace.has(code)
    ? new UsageError(`${out} cannot be written (${String(code)}): check --out.`)
    : error;
}

function summaryOf(out: string, { responses, revisits, leftOut, lost }: ExportCounts): string {
  const more = [
    revisits > 0 ? `${revisits} revisits` : '',
    leftOut > 0 ? `${leftOut} local files left out` : '',
    lost > 0 ? `${lost} LOST: their bytes are not in the store (xxgk verify)` : '',
  ].filter((part) => part !== '');
  return `xxgk: ${out}: ${[`${responses} responses`, ...more].join(', ')}`;
}
