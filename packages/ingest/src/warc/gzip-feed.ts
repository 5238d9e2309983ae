/**
 * Gzip members one after the other (RFC 1952), each with its place in the file.
 *
 * Node's own reader of gzip hides where a member ends, and stops the whole file at the first damage. Here
 * the members are found by hand: a record can be named by its place, and what lies behind a damaged
 * member is still read.
 */
import { constants, crc32, createInflateRaw, type InflateRaw, inflateRawSync } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import type { Place } from './cursor.ts';
import { DamagedError } from './damaged-error.ts';
import type { Feed, Piece } from './feed.ts';

const magic = Buffer.from('1f8b08', 'hex');
const headerLength = 10;
const trailerLength = 8;
const flag = { checksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
/** Bytes; a longer name or comment is no member. */
const longestHeader = 65_536 + 2 * headerLength;
const chunkSize = 65_536;
/** Unpacked bytes up to which a member may have any ratio … */
const freeBytes = 512_000_000;
/** … and how many times its size it may have above: text packs 20 to 1, a bomb 1000 to 1. */
const mostRatio = 200;
/** Unpacked bytes that tell whether a member holds records. */
const mark = Buffer.from('WARC/');
const headLength = 4096;
/** What so many bytes unpack to at most (1032 to 1). */
const mostFromHead = 1100 * headLength;
/** Places that look like members and are none, in one file: more are made on purpose. */
const mostFalse = 200_000;

/** Whether bytes begin a gzip member. */
export const isGzip = (head: Uint8Array): boolean => magic.equals(head.subarray(0, magic.length));

interface Member {
  readonly start: number;
  readonly inflate: InflateRaw;
  readonly pieces: AsyncIterator<Buffer>;
  /** Place of its first compressed byte. */
  readonly data: number;
  /** Unpacked and not handed on yet. */
  rest: Buffer | undefined;
  /** Of what was handed on, as its length is `inner`. */
  crc: number;
  inner: number;
}

export class GzipFeed implements Feed {
  readonly compressed = true;
  readonly #source: ByteSource;
  #at = 0;
  #member: Member | undefined;
  #falsePlaces = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  async next(): Promise<Piece | undefined> {
    for (;;) {
      this.#member ??= await this.#open(this.#at);
      const member = this.#member;
      if (!member) return undefined;
      const bytes = await this.#pieceOf(member);
      if (bytes) {
        const place = { offset: member.start, inner: member.inner };
        this.#count(member, bytes);
        return { bytes, place };
      }
      this.#at = await this.#endOf(member);
      this.#member = undefined;
    }
  }

  async seek({ offset, inner }: Place): Promise<void> {
    this.close();
    this.#at = offset;
    let left = inner;
    while (left > 0) {
      this.#member ??= await this.#open(offset);
      if (!this.#member) return;
      const member: Member = this.#member;
      const bytes = await this.#pieceOf(member);
      if (!bytes) return;
      const passed = bytes.subarray(0, left);
      this.#count(member, passed);
      left -= passed.length;
      if (passed.length < bytes.length) member.rest = bytes.subarray(passed.length);
    }
  }

  async memberAfter(from: number): Promise<number | undefined> {
    for (let at = from; at < this.#source.size; ) {
      const window = await this.#source.read(at, chunkSize);
      const found = window.indexOf(magic);
      if (found < 0) at += Math.max(1, window.length - magic.length + 1);
      else if (await this.#holdsRecords(at + found)) return at + found;
      else at += found + 1;
    }
    return undefined;
  }

  close(): void {
    this.#member?.inflate.destroy();
    this.#member = undefined;
  }

  async #holdsRecords(at: number): Promise<boolean> {
    this.#falsePlaces += 1;
    if (this.#falsePlaces > mostFalse) return false;
    const data = await this.#dataOf(at).catch(() => undefined);
    if (data === undefined) return false;
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostFromHead };
    try {
      const head = inflateRawSync(await this.#source.read(data, headLength), options);
      return head.subarray(0, mark.length).equals(mark);
    } catch {
      return false;
    }
  }

  async #open(start: number): Promise<Member | undefined> {
    const data = await this.#dataOf(start);
    if (data === undefined) return undefined;
    // A member that is cut off gives what is there of it; that its end is missing is seen there.
    const inflate = createInflateRaw({ chunkSize, finishFlush: constants.Z_SYNC_FLUSH });
    // Whoever takes its pieces is told; nobody else has to be.
    inflate.on('error', () => undefined);
    this.#fill(inflate, data).catch((error: unknown) => inflate.destroy(asError(error)));
    const pieces: AsyncIterator<Buffer> = inflate[Symbol.asyncIterator]();
    return { start, inflate, pieces, data, rest: undefined, crc: 0, inner: 0 };
  }

  async #fill(inflate: InflateRaw, data: number): Promise<void> {
    for (let at = data; !(inflate.readableEnded || inflate.destroyed); ) {
      const chunk = await this.#source.read(at, chunkSize);
      at += chunk.length;
      if (inflate.destroyed) return;
      if (chunk.length === 0) {
        inflate.end();
        return;
      }
      if (!inflate.write(chunk)) await drained(inflate);
    }
  }

  async #pieceOf(member: Member): Promise<Buffer | undefined> {
    const { rest } = member;
    member.rest = undefined;
    if (rest) return rest;
    try {
      const { value, done } = await member.pieces.next();
      return done ? undefined : value;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!code.startsWith('Z_')) throw error;
      throw new DamagedError(member.start, 'damaged');
    }
  }

  #count(member: Member, bytes: Buffer): void {
    member.crc = crc32(bytes, member.crc);
    member.inner += bytes.length;
    if (member.inner <= freeBytes) return;
    const packed = Math.max(1, member.inflate.bytesWritten);
    if (member.inner / packed > mostRatio) throw new DamagedError(member.start, 'bomb');
  }

  /** Place behind the member. @throws {DamagedError} when its checksum tells of damage. */
  async #endOf({ start, inflate, data, crc, inner }: Member): Promise<number> {
    const end = data + inflate.bytesWritten;
    const trailer = await this.#source.read(end, trailerLength);
    if (trailer.length < trailerLength) throw new DamagedError(start, 'truncated');
    const sound = trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === inner % 2 ** 32;
    if (!sound) throw new DamagedError(start, 'damaged');
    return end + trailerLength;
  }

  /** Place of the compressed bytes of the member at `start`; undefined at the end of the file. */
  async #dataOf(start: number): Promise<number | undefined> {
    const head = await this.#source.read(start, longestHeader);
    // Some tools fill up the last block of a file.
    if (head.every((byte) => byte === 0)) return undefined;
    const length = headerLengthOf(head);
    if (length === undefined) throw new DamagedError(start, 'damaged');
    if (length > head.length) throw new DamagedError(start, 'truncated');
    return start + length;
  }
}

/** RFC 1952 §2.3; undefined for what is no header of a member. */
function headerLengthOf(head: Buffer): number | undefined {
  const flags = head[3] ?? 0;
  if (!isGzip(head) || (flags & flag.reserved) !== 0) return undefined;
  if (head.length < headerLength + 2) return headerLength + 2;
  let at = headerLength;
  if (flags & flag.extra) at += 2 + head.readUInt16LE(at);
  for (const text of [flag.name, flag.comment]) {
    if (!(flags & text)) continue;
    const end = head.indexOf(0, at);
    if (end < 0) return head.length < longestHeader ? head.length + 1 : undefined;
    at = end + 1;
  }
  return flags & flag.checksum ? at + 2 : at;
}

/** When it takes more, or has come to its end. */
async function drained(inflate: InflateRaw): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  inflate.once('drain', resolve).once('close', resolve);
  await promise;
  inflate.off('drain', resolve).off('close', resolve);
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
