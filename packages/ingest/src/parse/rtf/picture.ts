/** Pictures (`\pict`): hexadecimal digits or raw data, read when somebody wants them. */
import type { Picture } from '../word/picture.ts';

const twipsPerPoint = 20;

function nibble(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function bytesOf(file: Buffer, ranges: readonly (readonly [number, number])[]): Buffer {
  const length = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const bytes = Buffer.alloc(Math.ceil(length / 2));
  let digits = 0;
  for (const [from, to] of ranges) {
    for (let at = from; at < to; at += 1) {
      const value = nibble(file[at] ?? 0);
      if (value < 0) continue;
      const place = digits >> 1;
      bytes[place] = (bytes[place] ?? 0) | (digits % 2 === 0 ? value << 4 : value);
      digits += 1;
    }
  }
  return bytes.subarray(0, digits >> 1);
}

/** A picture while its group is read. */
export class PictureGroup {
  readonly #file: Buffer;
  readonly #name: string;
  readonly #ranges: (readonly [number, number])[] = [];
  #raw: Buffer | undefined;
  readonly #sizes = new Map<string, number>();

  constructor(file: Buffer, name: string) {
    this.#file = file;
    this.#name = name;
  }

  word(name: string, value: number | undefined): void {
    if (value !== undefined) this.#sizes.set(name, value);
  }

  text(from: number, to: number): void {
    this.#ranges.push([from, to]);
  }

  /** Raw data in place of digits. */
  binary(from: number, to: number): void {
    this.#raw = this.#file.subarray(from, to);
  }

  /** Undefined when the group holds no picture. */
  picture(): Picture | undefined {
    const [file, ranges, raw] = [this.#file, this.#ranges, this.#raw];
    if (ranges.length === 0 && raw === undefined) return undefined;
    const size = (goal: string, scale: string): number =>
      ((this.#sizes.get(goal) ?? 0) * (this.#sizes.get(scale) ?? 100)) / 100 / twipsPerPoint;
    return {
      name: this.#name,
      width: size('picwgoal', 'picscalex'),
      height: size('pichgoal', 'picscaley'),
      read: () => raw ?? bytesOf(file, ranges),
    };
  }
}
