/** Where a store is, and where the books that are kept while it is filled are. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export interface StoreOptions {
  /** A directory, or `s3://bucket/prefix`. */
  readonly store: string;
  /** Folder of the ledger. @default `.work` in a directory store, else one in `.xxgk/` here */
  readonly work?: string;
}

export const defaultStore = './data';

const remote = /^[a-z][a-z0-9+.-]+:\/\//i;

/** Whether a store is no directory of this machine. */
export const isRemote = (store: string): boolean => remote.test(store);

/** The folder of the ledger, which can be rebuilt from the store. */
export function workFolder({ store, work }: StoreOptions): string {
  return resolve(work ?? (isRemote(store) ? remoteWork(store) : join(store, '.work')));
}

const remoteWork = (store: string): string =>
  join('.xxgk', createHash('sha256').update(store).digest('hex').slice(0, 16));
