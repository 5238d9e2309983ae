/** Hive partitions: which rows stand together, and what their folder is called. */
import type { DocumentRecord } from '@xxgk/extract/record';

export interface Partition {
  readonly kind: DocumentRecord['kind'];
  /** Null where it is not known. */
  readonly year: number | null;
}

/** How Hive, and all that read its folders, write that a key is null. */
const nullName = '__HIVE_DEFAULT_PARTITION__';

/** `kind=annual_report/year=2020/` */
export const folderOf = ({ kind, year }: Partition): string =>
  `kind=${kind}/year=${year ?? nullName}/`;

/** By kind, then by year, those without one last. */
export function inOrder(one: Partition, other: Partition): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1;
  return (one.year ?? Number.POSITIVE_INFINITY) - (other.year ?? Number.POSITIVE_INFINITY) || 0;
}
