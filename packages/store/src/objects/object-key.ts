/** Which keys every backend can hold: a directory, S3 and its imitations, and memory. */
import { BadKeyError } from '../errors.ts';

/** S3 allows 1024 bytes; the rest is left for the prefix of the store. */
const maxKeyBytes = 800;
/** What file systems allow for one name. */
const maxSegmentBytes = 255;

/**
 * At the top of a store, names that begin with a dot are the program's own: `.tmp/` holds files that
 * are being written, `.work/` the ledger. No object has such a name, and no list shows one.
 */
export const isReserved = (firstSegment: string): boolean => firstSegment.startsWith('.');

const unprintable = /[\u0000-\u001f\u007f\\]/;

/** @throws {BadKeyError} for keys that leave the store or that a backend cannot hold. */
export function checkKey(key: string): void {
  if (key === '') throw new BadKeyError(key, 'it is empty');
  checkText(key);
  if (isReserved(key)) throw new BadKeyError(key, 'it begins with a dot');
  for (const segment of key.split('/')) {
    if (segment === '') throw new BadKeyError(key, 'it begins or ends with / or has two in a row');
    checkSegment(key, segment);
  }
}

/** A prefix is any beginning of a key, also an empty one. @throws {BadKeyError} as above. */
export function checkPrefix(prefix: string): void {
  checkText(prefix);
  if (prefix.startsWith('/')) throw new BadKeyError(prefix, 'it begins with /');
  if (isReserved(prefix)) throw new BadKeyError(prefix, 'it begins with a dot');
  const whole = prefix.split('/').slice(0, -1);
  for (const segment of whole) {
    if (segment === '') throw new BadKeyError(prefix, 'it has two / in a row');
    checkSegment(prefix, segment);
  }
}

function checkText(key: string): void {
  if (!key.isWellFormed()) throw new BadKeyError(key, 'it is not well-formed Unicode');
  if (unprintable.test(key)) {
    throw new BadKeyError(key, 'it holds a control character or a backslash');
  }
  const bytes = Buffer.byteLength(key);
  if (bytes > maxKeyBytes) {
    throw new BadKeyError(key, `it has ${bytes} bytes; ${maxKeyBytes} are allowed`);
  }
}

function checkSegment(key: string, segment: string): void {
  if (segment === '.' || segment === '..') throw new BadKeyError(key, 'it holds . or ..');
  if (Buffer.byteLength(segment) > maxSegmentBytes) {
    throw new BadKeyError(key, `a part between two / has more than ${maxSegmentBytes} bytes`);
  }
}

/** Order of keys: that of their UTF-8 bytes, as S3 lists them. */
export const byBytes = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));
