/** Identity of a record: the content of its source and its position among the documents of the file. */

/** 96 bits of the hash: no two sources of an archive of 10^9 share them (birthday bound 10^-11). */
const HASH_DIGITS = 24;

/** E.g. `3f1c…-0`. The same bytes give the same id, whatever their address. */
export const recordId = (sha256: string, position: number): string =>
  `${sha256.slice(0, HASH_DIGITS)}-${position}`;
