/** Places in a recording, and where to go on in it. */

/** Place of a record in one WARC file. */
export interface Place {
  /** Bytes of the file before the record, or before the gzip member that it begins in. */
  readonly offset: number;
  /** Bytes of that member, unpacked, before the record; 0 where a record has a member of its own. */
  readonly inner: number;
}

/** Everything before it has been read. */
export interface Cursor extends Place {
  /** Of the WARC files of a WACZ, by their names; 0 for a WARC file. */
  readonly part: number;
}

export const beginning: Cursor = { part: 0, offset: 0, inner: 0 };
