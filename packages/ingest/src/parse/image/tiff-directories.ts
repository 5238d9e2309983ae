/**
 * The directories of a TIFF file, one for each of its images: TIFF 6.0 §2; BigTIFF has the same with
 * wider numbers. Which images are pages is told by `NewSubfileType` (tag 254).
 */

const subfileType = 254;
/** Bits of `NewSubfileType`: a small copy of another image, a mask for one. */
const [reduced, mask] = [1, 4];
const bigVersion = 43;

export interface Directory {
  /** Offset of its first byte. */
  readonly at: number;
  /** Offset of its pointer to the next one. */
  readonly nextAt: number;
  readonly isPage: boolean;
}

/** The numbers of one file, in its order of bytes and width. */
export class TiffNumbers {
  readonly #view: DataView;
  readonly #little: boolean;
  readonly big: boolean;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = bytes[0] === 0x49;
    this.big = this.short(2) === bigVersion;
  }

  /** Offset of the pointer to the first directory. */
  get firstAt(): number {
    return this.big ? 8 : 4;
  }

  short(at: number): number {
    return this.#view.getUint16(at, this.#little);
  }

  long(at: number): number {
    return this.#view.getUint32(at, this.#little);
  }

  /** An offset or a count. */
  wide(at: number): number {
    return this.big ? Number(this.#view.getBigUint64(at, this.#little)) : this.long(at);
  }

  setWide(at: number, value: number): void {
    if (this.big) this.#view.setBigUint64(at, BigInt(value), this.#little);
    else this.#view.setUint32(at, value, this.#little);
  }
}

function directoryAt(numbers: TiffNumbers, at: number): Directory {
  const { big } = numbers;
  const entries = big ? numbers.wide(at) : numbers.short(at);
  const [first, size, value] = big ? [at + 8, 20, 12] : [at + 2, 12, 8];
  let kind = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const place = first + entry * size;
    if (numbers.short(place) === subfileType) kind = numbers.long(place + value);
  }
  return { at, nextAt: first + entries * size, isPage: (kind & (reduced | mask)) === 0 };
}

/**
 * All directories in order, up to one that came before: such a chain has no end.
 *
 * @param most After so many no further one is looked for.
 * @throws {RangeError} when the chain leads out of the file.
 */
export function tiffDirectories(numbers: TiffNumbers, most: number): readonly Directory[] {
  const found = new Map<number, Directory>();
  let at = numbers.wide(numbers.firstAt);
  while (at !== 0 && !found.has(at) && found.size < most) {
    const directory = directoryAt(numbers, at);
    found.set(at, directory);
    at = numbers.wide(directory.nextAt);
  }
  return [...found.values()];
}
