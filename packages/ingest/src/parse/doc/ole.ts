/**
 * Compound files ([MS-CFB]): the shell around legacy Office files, with streams in chains of
 * sectors. A stream below 4096 bytes lies in small sectors inside the stream of the root.
 */
import { UnreadableError } from '../../errors.ts';

export interface Directory {
  /** Names of the streams at the top: those of embedded objects are not the file's own. */
  readonly names: ReadonlySet<string>;
  /** The Word stream says that it is encrypted. */
  readonly encrypted: boolean;
  /** Content of a stream at the top; undefined when there is none of that name. */
  stream(name: string): Buffer | undefined;
}

const endOfChain = 0xfffffffe;
const headerSectors = 109;
const entrySize = 128;
const smallSector = 64;
/** FibBase ([MS-DOC] §2.5.2). */
const encryptedFlag = 0x0100;
const wordMagics = new Set([0xa5ec, 0xa5dc]);

interface Sectors {
  readonly bytes: Buffer;
  readonly size: number;
  /** Bytes before sector 0. */
  readonly from: number;
  /** Next sector of each. */
  readonly next: readonly number[];
}

const sectorAt = ({ bytes, size, from }: Sectors, sector: number): Buffer =>
  bytes.subarray(from + sector * size, from + (sector + 1) * size);

const numbers = (sector: Buffer): number[] =>
  Array.from({ length: Math.floor(sector.length / 4) }, (_, at) => sector.readUInt32LE(at * 4));

/** Sectors of the allocation table: the first in the header, more in a chain of sectors. */
function tableSectors(file: Sectors): number[] {
  const { bytes, size } = file;
  const list = numbers(bytes.subarray(76, 76 + headerSectors * 4));
  const perSector = size / 4 - 1;
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
function chain(file: Sectors, first: number): Buffer {
  const seen = new Set<number>();
  for (let at = first; at < endOfChain && !seen.has(at); at = file.next[at] ?? endOfChain) {
    seen.add(at);
  }
  return Buffer.concat([...seen].map((sector) => sectorAt(file, sector)));
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

function entriesOf(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / entrySize);
  return Array.from({ length: count }, (_, at) => {
    const entry = directory.subarray(at * entrySize, (at + 1) * entrySize);
    const length = Math.min(64, Math.max(0, entry.readUInt16LE(64) - 2));
    return {
      name: entry.toString('utf16le', 0, length),
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    };
  });
}

/** Entries of the root storage: a tree of siblings. */
function topEntries(entries: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const open = [entries[0]?.child ?? endOfChain];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (!entry || seen.has(at)) continue;
    seen.add(at);
    found.set(entry.name, entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

function openFile(source: Uint8Array, format: string): Sectors {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const shift = bytes.length >= 512 ? bytes.readUInt16LE(30) : 0;
  if (shift !== 9 && shift !== 12) {
    throw new UnreadableError(format, 'its header is cut off or damaged');
  }
  const size = 2 ** shift;
  const bare: Sectors = { bytes, size, from: size, next: [] };
  return { ...bare, next: tableSectors(bare).flatMap((at) => numbers(sectorAt(bare, at))) };
}

/**
 * @param format Its name in messages, e.g. `DOC`.
 * @throws {UnreadableError} when the header is cut off or nonsense.
 */
export function directoryOf(source: Uint8Array, format = 'DOC'): Directory {
  const file = openFile(source, format);
  const { bytes } = file;
  const entries = entriesOf(chain(file, bytes.readUInt32LE(48)));
  const top = topEntries(entries);
  const smallest = bytes.readUInt32LE(56);

  /** Small sectors, in the stream of the root. */
  const small = (): Sectors => ({
    bytes: chain(file, entries[0]?.start ?? endOfChain),
    size: smallSector,
    from: 0,
    next: numbers(chain(file, bytes.readUInt32LE(60))),
  });
  const stream = (name: string): Buffer | undefined => {
    const entry = top.get(name);
    if (!entry) return undefined;
    const sectors = entry.size < smallest ? small() : file;
    return chain(sectors, entry.start).subarray(0, entry.size);
  };

  const fib = stream('WordDocument');
  const isWord = fib !== undefined && fib.length >= 12 && wordMagics.has(fib.readUInt16LE(0));
  return {
    names: new Set(top.keys()),
    encrypted: isWord && (fib.readUInt16LE(10) & encryptedFlag) !== 0,
    stream,
  };
}
