/** TAR archives from raw bytes: ustar, and what GNU tar and pax put before an entry. */
import type { Stored } from './bytes.ts';

export interface TarFile extends Stored {
  /** How a name that is text is written; a name in bytes always goes into the header. */
  readonly by?: 'header' | 'pax' | 'gnu';
  /** Type flag. @default `0` */
  readonly type?: string;
}

const blockSize = 512;

/** @param end Whether the two blocks of zeros follow. */
export const tar = (files: readonly TarFile[], end = true): Buffer =>
  Buffer.concat([...files.map(fileOf), Buffer.alloc(end ? 2 * blockSize : 0)]);

function fileOf({ name, content, by = 'header', type = '0' }: TarFile): Buffer {
  const data = Buffer.from(content);
  const plain = by === 'header' ? Buffer.from(name) : Buffer.from('shortened');
  return Buffer.concat([described(name, by), entry(plain, type, data)]);
}

function described(name: string | Buffer, by: TarFile['by']): Buffer {
  if (by === 'pax') return entry(Buffer.from('PaxHeader'), 'x', paxRecord('path', String(name)));
  const long = Buffer.concat([Buffer.from(name), Buffer.alloc(1)]);
  return by === 'gnu' ? entry(Buffer.from('././@LongLink'), 'L', long) : Buffer.alloc(0);
}

/** The length at its beginning counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`);
  const digits = String(rest.length + 1).length;
  const guess = rest.length + digits;
  return Buffer.concat([Buffer.from(String(rest.length + String(guess).length)), rest]);
}

function entry(name: Buffer, type: string, data: Buffer): Buffer {
  const header = Buffer.alloc(blockSize);
  name.copy(header, 0, 0, 100);
  header.write('0000644\x000000000\x000000000\0', 100, 'latin1');
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0        ', 136, 'latin1');
  header.write(type, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const padding = Buffer.alloc((blockSize - (data.length % blockSize)) % blockSize);
  return Buffer.concat([header, data, padding]);
}
