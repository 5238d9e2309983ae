/**
 * The records of one WARC file in order, however damaged: what cannot be read is told and passed over,
 * and reading goes on at the next record that can be found.
 */
import type { ByteSource } from './byte-source.ts';
import { ByteStream } from './byte-stream.ts';
import type { Place } from './cursor.ts';
import { type Damage, DamagedError } from './damaged-error.ts';
import type { Feed } from './feed.ts';
import { endOfFields } from './fields.ts';
import { openFeed } from './open-feed.ts';
import { type RecordHead, recordHead, recordStart, type WarcRecord } from './record.ts';

/** What stands at one place. */
export type Found =
  | { readonly kind: 'record'; readonly record: WarcRecord }
  /** A record that was not wanted. */
  | { readonly kind: 'passed'; readonly head: RecordHead }
  | {
      readonly kind: 'trouble';
      readonly what: Damage | 'too-large';
      readonly place: Place;
      /** Null where not even that could be read. */
      readonly head: RecordHead | null;
    };

/** Bytes of the head of a record; addresses of `data:` pages are the longest that is met. */
const longestHead = 1_048_576;
/** Bytes of a block, the head of its HTTP answer included. */
const largestBlock = 101_000_000;
const blanks = /^(?:\r?\n){0,4}/;
const separatorLength = 16;
const recordMark = 'WARC/';
const scanLength = 65_536;
/** A mark that begins in what is passed over ends in what follows. */
const markLength = 64;
/** More damage than this in one file is no accident. */
const mostTrouble = 20_000;

export class WarcReader {
  readonly #source: ByteSource;
  readonly #feed: Feed;
  readonly #stream: ByteStream;
  readonly #wanted: (head: RecordHead) => boolean;
  /** The record that is being read. */
  #head: RecordHead | null = null;
  /** Damage that was met when looking ahead. */
  #pending: DamagedError | undefined;
  #troubles = 0;
  #over = false;

  private constructor(source: ByteSource, feed: Feed, wanted: (head: RecordHead) => boolean) {
    this.#source = source;
    this.#feed = feed;
    this.#stream = new ByteStream(feed);
    this.#wanted = wanted;
  }

  /** @param wanted Whether the block of a record is to be read. */
  static async open(
    source: ByteSource,
    from: Place,
    wanted: (head: RecordHead) => boolean,
  ): Promise<WarcReader> {
    const reader = new WarcReader(source, await openFeed(source), wanted);
    await reader.#guarded(() => reader.#stream.seek(from));
    return reader;
  }

  /** Undefined at the end. @throws only when the file cannot be read. */
  async next(): Promise<Found | undefined> {
    if (this.#over) return undefined;
    const damage = this.#pending;
    this.#pending = undefined;
    this.#head = null;
    try {
      if (damage) return await this.#passDamage(damage);
      return await this.#read();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      return this.#passDamage(error);
    }
  }

  /** Where to go on later. */
  async place(): Promise<Place> {
    if (this.#pending) return { offset: this.#pending.member, inner: 0 };
    const place = await this.#guarded(() => this.#stream.place());
    if (this.#pending) return this.place();
    return place ?? this.#stream.end;
  }

  close(): void {
    this.#feed.close();
  }

  async #read(): Promise<Found | undefined> {
    await this.#passBlanks();
    const place = await this.#stream.place();
    if (!place) return undefined;
    const bytes = await this.#stream.peekUntil(endOfFields, longestHead);
    const head = bytes && recordHead(bytes, place);
    if (!head) return this.#trouble(place);
    this.#head = head;
    await this.#stream.take(bytes.length, () => undefined);
    const wanted = this.#wanted(head);
    const keep = wanted && head.length <= largestBlock;
    const block = this.#feed.compressed
      ? await this.#packedBlock(head, keep)
      : await this.#plainBlock(head, place.offset + bytes.length, keep);
    if (!block) return this.#trouble(place);
    if (keep) return { kind: 'record', record: { ...head, block } };
    return wanted ? { kind: 'trouble', what: 'too-large', place, head } : { kind: 'passed', head };
  }

  /** Undefined where the record does not end where it says. */
  async #packedBlock({ length, place }: RecordHead, keep: boolean): Promise<Buffer | undefined> {
    const parts: Buffer[] = [];
    const had = await this.#stream.take(length, (part) => keep && parts.push(part));
    if (had < length) return undefined;
    const fits = await this.#guarded(() => this.#passSeparator());
    const damage = this.#pending;
    // That of the next member is not of this record.
    if (damage?.member === place.offset) {
      this.#pending = undefined;
      throw damage;
    }
    return fits === false ? undefined : Buffer.concat(parts);
  }

  /** Looks first whether the record ends where it says: reading it may be for nothing. */
  async #plainBlock(
    { length }: RecordHead,
    start: number,
    keep: boolean,
  ): Promise<Buffer | undefined> {
    const end = start + length;
    if (end > this.#source.size) return undefined;
    await this.#stream.seek({ offset: end, inner: 0 });
    if (!(await this.#passSeparator())) return undefined;
    return keep ? Buffer.from(await this.#source.read(start, length)) : Buffer.alloc(0);
  }

  /** Two line ends stand behind a record; some tools write fewer. False where something else does. */
  async #passSeparator(): Promise<boolean> {
    await this.#passBlanks();
    const next = await this.#stream.peek(recordMark.length);
    return next.length === 0 || next.toString('latin1') === recordMark;
  }

  async #passBlanks(): Promise<void> {
    const ahead = (await this.#stream.peek(separatorLength)).toString('latin1');
    const [passed = ''] = blanks.exec(ahead) ?? [];
    await this.#stream.take(passed.length, () => undefined);
  }

  /** A record that is not whole, told when it is known whether another one follows. */
  async #trouble(place: Place): Promise<Found> {
    const head = this.#head;
    this.#troubles += 1;
    // In a plain file the length of the record may be wrong, and the next one begin within it.
    if (!this.#feed.compressed) await this.#stream.seek({ ...place, offset: place.offset + 1 });
    else if (!head) await this.#stream.take(1, () => undefined);
    await this.#guarded(() => this.#scan());
    const ended = !this.#pending && (await this.#stream.peek(1)).length === 0;
    this.#over = this.#troubles >= mostTrouble;
    return { kind: 'trouble', what: ended ? 'truncated' : 'damaged', place, head };
  }

  /** To the next place that looks like a record. */
  async #scan(): Promise<void> {
    for (;;) {
      const ahead = await this.#stream.peek(scanLength);
      const found = recordStart.exec(ahead.toString('latin1'));
      const passed = found ? found.index : ahead.length - markLength;
      await this.#stream.take(Math.max(passed, found ? 0 : 1), () => undefined);
      if (found || ahead.length === 0) return;
    }
  }

  async #passDamage({ member, damage }: DamagedError): Promise<Found> {
    this.#troubles += 1;
    const next = await this.#feed.memberAfter(member + 1);
    this.#over = next === undefined || this.#troubles >= mostTrouble;
    await this.#stream.seek({ offset: next ?? this.#source.size, inner: 0 });
    const what = damage === 'truncated' && next !== undefined ? 'damaged' : damage;
    const head = this.#head?.place.offset === member ? this.#head : null;
    return { kind: 'trouble', what, place: { offset: member, inner: 0 }, head };
  }

  /** Runs what looks ahead; damage that it meets is kept for when it is its turn. */
  async #guarded<Value>(look: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof DamagedError)) throw error;
      this.#pending = error;
      return undefined;
    }
  }
}
