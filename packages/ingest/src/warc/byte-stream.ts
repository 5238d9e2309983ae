/** The bytes of a WARC file with a place to stand at: looked at ahead, taken, passed over. */
import type { Place } from './cursor.ts';
import type { Feed, Piece } from './feed.ts';

const recordMark = Buffer.from('WARC/');
const nothing = Buffer.alloc(0);

export class ByteStream {
  readonly #feed: Feed;
  readonly #pieces: Piece[] = [];
  /** Bytes of the first piece that have been taken. */
  #used = 0;
  #end: Place = { offset: 0, inner: 0 };

  constructor(feed: Feed) {
    this.#feed = feed;
  }

  /** Place of the next byte; undefined at the end. */
  async place(): Promise<Place | undefined> {
    const piece = await this.#first();
    return piece && this.#after(piece.place, this.#used);
  }

  /** Up to so many bytes ahead; fewer only at the end. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held() < length) if (!(await this.#pull())) break;
    return this.#ahead().subarray(0, length);
  }

  /**
   * The bytes ahead up to where `end` says that something ends in them; -1 says that more are needed.
   * Undefined when there are no more, or more than `limit` would be needed.
   */
  async peekUntil(end: (ahead: Buffer) => number, limit: number): Promise<Buffer | undefined> {
    for (;;) {
      const ahead = this.#ahead();
      const found = end(ahead);
      if (found >= 0) return ahead.subarray(0, found);
      if (ahead.length >= limit || !(await this.#pull())) return undefined;
    }
  }

  /**
   * Takes bytes, or passes over them.
   *
   * @param keep Told of each piece.
   * @returns how many there were: fewer than asked for at the end, and where a gzip member begins
   *   with a record, for then the length that asks is wrong.
   */
  async take(length: number, keep: (bytes: Buffer) => void): Promise<number> {
    let left = length;
    while (left > 0) {
      const piece = await this.#first();
      if (!piece || (left < length && this.#beginsRecord(piece))) break;
      const bytes = piece.bytes.subarray(this.#used, this.#used + left);
      keep(bytes);
      left -= bytes.length;
      this.#use(bytes.length);
    }
    return length - left;
  }

  async seek(place: Place): Promise<void> {
    this.#pieces.length = 0;
    this.#used = 0;
    this.#end = place;
    await this.#feed.seek(place);
  }

  /** Place behind the last byte that was seen. */
  get end(): Place {
    return this.#end;
  }

  #beginsRecord({ bytes, place }: Piece): boolean {
    const start = this.#feed.compressed && place.inner === 0 && this.#used === 0;
    return start && bytes.subarray(0, recordMark.length).equals(recordMark);
  }

  #ahead(): Buffer {
    const [first, ...others] = this.#pieces;
    if (!first) return nothing;
    const rest = first.bytes.subarray(this.#used);
    return others.length === 0 ? rest : Buffer.concat([rest, ...others.map(({ bytes }) => bytes)]);
  }

  #held(): number {
    return this.#pieces.reduce((sum, { bytes }) => sum + bytes.length, 0) - this.#used;
  }

  #use(count: number): void {
    this.#used += count;
    if (this.#used < (this.#pieces[0]?.bytes.length ?? 0)) return;
    this.#pieces.shift();
    this.#used = 0;
  }

  async #first(): Promise<Piece | undefined> {
    return this.#pieces[0] ?? (await this.#pull());
  }

  async #pull(): Promise<Piece | undefined> {
    const piece = await this.#feed.next();
    if (!piece) return undefined;
    this.#pieces.push(piece);
    this.#end = this.#after(piece.place, piece.bytes.length);
    return piece;
  }

  #after({ offset, inner }: Place, count: number): Place {
    return this.#feed.compressed
      ? { offset, inner: inner + count }
      : { offset: offset + count, inner };
  }
}
