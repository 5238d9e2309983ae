/** The bytes of a WARC file in order, unpacked where they are compressed. */
import type { Place } from './cursor.ts';

/** Bytes with the place of the first of them. */
export interface Piece {
  readonly bytes: Buffer;
  readonly place: Place;
}

export interface Feed {
  readonly compressed: boolean;
  /** What comes next; undefined at the end. @throws {DamagedError} */
  next(): Promise<Piece | undefined>;
  /** Goes to a place, which costs nothing unless it lies within a gzip member. */
  seek(place: Place): Promise<void>;
  /** Place of the next gzip member that begins with a record; undefined where there is none. */
  memberAfter(from: number): Promise<number | undefined>;
  close(): void;
}
