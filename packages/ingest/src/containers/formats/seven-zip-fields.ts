/** The numbers and bit lists of 7z headers (7zFormat.txt of the LZMA SDK). */
import { ContainerError } from '../errors.ts';

export class SevenZipFields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  byte(): number {
    return this.take(1).readUInt8();
  }

  take(count: number): Buffer {
    if (count > this.#bytes.length - this.#at) {
      throw new ContainerError('unreadable', 'its header is too short');
    }
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  /** The leading ones of the first byte tell how many bytes follow; its other bits are the highest. */
  number(): number {
    const first = this.byte();
    let following = 0;
    while (following < 8 && first & (0x80 >> following)) following += 1;
    const low = following === 0 ? 0 : this.#little(following);
    const highBits = following < 7 ? first & (0x7f >> following) : 0;
    const value = highBits * 256 ** following + low;
    if (!Number.isSafeInteger(value))
      throw new ContainerError('unreadable', 'a number is too large');
    return value;
  }

  #little(count: number): number {
    return this.take(count).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  /** A number that as many things as it says are listed by: never more than there are bytes. */
  count(): number {
    const value = this.number();
    if (value > this.#bytes.length) {
      throw new ContainerError('unreadable', 'its header tells of more than it holds');
    }
    return value;
  }

  bits(count: number): readonly boolean[] {
    const bytes = this.take(Math.ceil(count / 8));
    return Array.from(
      { length: count },
      (_, at) => ((bytes[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0,
    );
  }

  /** Which of `count` things have a value: all, or those of a list of bits. */
  defined(count: number): readonly boolean[] {
    return this.byte() === 0 ? this.bits(count) : Array.from({ length: count }, () => true);
  }

  /** CRC-32 of each; null where it is not given. */
  digests(count: number): readonly (number | null)[] {
    return this.defined(count).map((given) => (given ? this.take(4).readUInt32LE() : null));
  }
}
