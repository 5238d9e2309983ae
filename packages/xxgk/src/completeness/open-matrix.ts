/** The completeness matrix of a store, from its records, and from the books where they are on this machine. */
import { existsSync } from 'node:fs';
import { type Archive, type Frontier, openWork } from '@xxgk/store';
import type { SiteConfig } from '../crawl/site-config.ts';
import { type StoreOptions, workFolder } from '../store-place.ts';
import type { Cell } from './cell.ts';
import { cellsOf } from './matrix.ts';
import { rowsOf } from './rows.ts';

export interface MatrixParts {
  readonly archive: Archive;
  readonly frontier: Frontier | undefined;
  readonly sites: readonly SiteConfig[];
}

export interface MatrixFilter {
  /** Id of a site. */
  readonly site?: string | undefined;
  /** Years that are reported about; default from the first report that was found or is expected … */
  readonly from?: number | undefined;
  /** … to the last one whose deadline may have passed. */
  readonly to?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const beijing = 8 * 3_600_000;
const earliest = 2008;

/** @throws {StoreError} when the store fails. */
export async function matrixOf(
  parts: MatrixParts,
  { site, from, to, now }: MatrixFilter,
): Promise<readonly Cell[]> {
  const all = await rowsOf(parts);
  const rows = site === undefined ? all : all.filter((row) => row.site === site);
  const today = new Date(now + beijing).toISOString().slice(0, 10);
  const last = to ?? Number(today.slice(0, 4)) - 1;
  const years = rows.flatMap(({ since, reports }) => [
    ...(since === null ? [] : [since]),
    ...reports.map(({ year }) => year),
  ]);
  const first = from ?? Math.max(earliest, Math.min(last, ...years));
  return rows.flatMap((row) => cellsOf(row, { from: first, to: last, today }));
}

/** Opens the books where there are any: a matrix begins none. */
export function openBooks(
  options: StoreOptions,
): (Disposable & { frontier: Frontier }) | undefined {
  const folder = workFolder(options);
  return existsSync(folder) ? openWork(folder) : undefined;
}
