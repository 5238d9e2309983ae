/**
 * The compound file around a legacy Word file ([MS-CFB]), as far as it tells what is inside and
 * whether it is encrypted ([MS-DOC] §2.5.1, FibBase).
 */
import { UnreadableError } from '../../errors.ts';

export interface Directory {
  /** Names of the streams. */
  readonly names: ReadonlySet<string>;
  /** The Word stream says that it is encrypted. */
  readonly encrypted: boolean;
}

const endOfChain = 0xfffffffe;
const headerSectors = 109;
const entrySize = 128;
const encryptedFlag = 0x0100;
const wordMagic = 0xa5ec;

interface Compound {
  readonly bytes: Buffer;
  readonly sectorSize: number;
  readonly table: readonly number[];
}

const sectorAt = ({ bytes, sectorSize }: Compound, sector: number): Buffer =>
  bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize);

const numbers = (sector: Buffer): number[] =>
  Array.from({ length: Math.floor(sector.length / 4) }, (_, at) => sector.readUInt32LE(at * 4));

/** Sectors of the allocation table: the first in the header, more in a chain of sectors. */
function tableSectors(file: Compound): number[] {
  const { bytes, sectorSize } = file;
  const list = numbers(bytes.subarray(76, 76 + headerSectors * 4));
  const perSector = sectorSize / 4 - 1;
  let next = bytes.readUInt32LE(68);
  for (let left = bytes.readUInt32LE(72); left > 0 && next < endOfChain; left -= 1) {
    const entries = numbers(sectorAt(file, next));
    if (entries.length === 0) break;
    list.push(...entries.slice(0, perSector));
    next = entries[perSector] ?? endOfChain;
  }
  return list.filter((sector) => sector < endOfChain);
}

/** The bytes of a chain of sectors; a chain that runs in a circle ends. */
function chain(file: Compound, first: number): Buffer {
  const seen = new Set<number>();
  for (let at = first; at < endOfChain && !seen.has(at); at = file.table[at] ?? endOfChain) {
    seen.add(at);
  }
  return Buffer.concat([...seen].map((sector) => sectorAt(file, sector)));
}

interface Entry {
  readonly name: string;
  readonly start: number;
}

function entriesOf(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / entrySize);
  return Array.from({ length: count }, (_, at) => {
    const entry = directory.subarray(at * entrySize, (at + 1) * entrySize);
    const length = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
    return { name: entry.toString('utf16le', 0, length), start: entry.readUInt32LE(116) };
  }).filter(({ name }) => name !== '');
}

/**
 * @param format Its name in messages, e.g. `DOC`.
 * @throws {UnreadableError} when the header is cut off or nonsense.
 */
export function directoryOf(source: Uint8Array, format = 'DOC'): Directory {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const shift = bytes.length >= 512 ? bytes.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) {
    throw new UnreadableError(format, 'its header is cut off or damaged');
  }
  const bare: Compound = { bytes, sectorSize: 2 ** shift, table: [] };
  const table = tableSectors(bare).flatMap((sector) => numbers(sectorAt(bare, sector)));
  const file: Compound = { ...bare, table };
  const entries = entriesOf(chain(file, bytes.readUInt32LE(48)));
  const word = entries.find(({ name }) => name === 'WordDocument');
  const fib = word ? sectorAt(file, word.start) : Buffer.alloc(0);
  const isWord = fib.length >= 12 && fib.readUInt16LE(0) === wordMagic;
  return {
    names: new Set(entries.map(({ name }) => name)),
    encrypted: isWord && (fib.readUInt16LE(10) & encryptedFlag) !== 0,
  };
}
