/** What an archive may hold: enough for a year of an agency's files, and too little for a bomb. */

const megabyte = 1_000_000;

/** Entries, folders and junk included. */
export const entryLimit = 10_000;

/** Bytes of all files together. */
export const unpackedLimit = 1000 * megabyte;

/** Bytes of one file: as much as may be fetched or read from a disk. */
export const memberLimit = 100 * megabyte;

/** Unpacked to packed bytes, once {@link ratioFrom} bytes have come out. */
export const ratioLimit = 200;
export const ratioFrom = 10 * megabyte;

/** Archives inside each other. */
export const depthLimit = 3;
