/** Compound files ([MS-CFB]) from raw bytes: 512-byte sectors, streams one after the other. */

const sector = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const fatSector = 0xfffffffd;
/** Smaller streams would have to lie in the mini stream: all are filled up to this. */
const smallest = 4096;
/** Entries of one sector of the allocation table. */
const perTable = sector / 4;

export interface Stream {
  readonly name: string;
  readonly content: Buffer;
}

const padded = (content: Buffer): Buffer => {
  const length = Math.max(smallest, Math.ceil(content.length / sector) * sector);
  return Buffer.concat([content, Buffer.alloc(length - content.length)]);
};

function entry(name: string, type: number, start: number, size: number, child: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  for (const at of [68, 72]) bytes.writeUInt32LE(free, at);
  bytes.writeUInt32LE(child, 76);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

/** Streams as a chain of right siblings under the root: valid, if not balanced. */
function directory(streams: readonly Stream[], starts: readonly number[]): Buffer {
  const entries = streams.map(({ name, content }, at) => {
    const bytes = entry(name, 2, starts[at] ?? 0, padded(content).length, free);
    if (at + 1 < streams.length) bytes.writeUInt32LE(at + 2, 72);
    return bytes;
  });
  const root = entry('Root Entry', 5, endOfChain, 0, 1);
  const all = Buffer.concat([root, ...entries]);
  return Buffer.concat([all, Buffer.alloc(Math.ceil(all.length / sector) * sector - all.length)]);
}

/** @param tables Sectors of the allocation table, the first of the file; up to 109. */
function header(tables: number): Buffer {
  const bytes = Buffer.alloc(sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(tables, 44);
  bytes.writeUInt32LE(tables, 48);
  bytes.writeUInt32LE(smallest, 56);
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  bytes.fill(0xff, 76);
  for (let at = 0; at < tables; at += 1) bytes.writeUInt32LE(at, 76 + at * 4);
  return bytes;
}

/** The first sectors are the allocation table, then comes the directory, then the streams. */
export function compoundFile(streams: readonly Stream[]): Buffer {
  const size = Math.ceil(((streams.length + 1) * 128) / sector) * sector;
  const lengths = [size, ...streams.map(({ content }) => padded(content).length)];
  const tables = Math.ceil(lengths.reduce((sum, each) => sum + each, 0) / sector / (perTable - 1));
  const table = Array<number>(tables).fill(fatSector);
  const chain = (length: number): number => {
    const start = table.length;
    const count = length / sector;
    for (let at = 1; at <= count; at += 1) table.push(at < count ? start + at : endOfChain);
    return start;
  };
  chain(size);
  const starts = streams.map(({ content }) => chain(padded(content).length));
  const fat = Buffer.alloc(tables * sector, 0xff);
  for (const [at, next] of table.entries()) fat.writeUInt32LE(next, at * 4);
  return Buffer.concat([
    header(tables),
    fat,
    directory(streams, starts),
    ...streams.map(({ content }) => padded(content)),
  ]);
}

/** What Office makes of a DOCX with a password ([MS-OFFCRYPTO] §2.1): only the shell. */
export const encryptedPackage = (): Buffer =>
  compoundFile([
    { name: 'EncryptedPackage', content: Buffer.alloc(64, 7) },
    { name: 'EncryptionInfo', content: Buffer.alloc(64, 9) },
  ]);
