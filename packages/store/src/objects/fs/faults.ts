/** What the errors of a file system mean for a store. */
import { DeniedError, FaultError, FullError, StoreError } from '../../errors.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EFBIG']);
const denied = new Set(['EACCES', 'EPERM', 'EROFS']);
/** Where a folder is asked for as an object, there is no object. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR']);

/** Runs a piece of work and throws what goes wrong as a {@link StoreError}. */
export async function inStoreTerms<T>(
  store: string,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStoreError(store, what, error);
  }
}

export function isAbsent(error: unknown): boolean {
  return absent.has(codeOf(error));
}

function asStoreError(store: string, what: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (full.has(code)) return new FullError(store, error);
  if (denied.has(code)) return new DeniedError(store, what, error);
  return new FaultError(store, what, error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
