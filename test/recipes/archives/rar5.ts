/** RAR 5 archives of stored files (RAR 5.0 archive format): no free program writes them. */
import { crc32 } from 'node:zlib';
import { hex, little, type Stored } from './bytes.ts';

const signature = hex('52617221 1a070100');
const dataArea = 0x02;
const hasChecksum = 0x04;

export interface Rar5File extends Stored {
  /** Instead of the checksum of the content. */
  readonly crc?: number;
}

export function rar5(files: readonly Rar5File[]): Buffer {
  const main = header([1, 0, 0]);
  const end = header([5, 0, 0]);
  return Buffer.concat([signature, main, ...files.map(fileOf), end]);
}

/** An archive that cannot even be listed without its password: an encryption header comes first. */
export const lockedRar5 = (): Buffer =>
  Buffer.concat([signature, header([4, 0, 0, 0], Buffer.alloc(17, 15)), Buffer.alloc(64, 7)]);

/** Seven bits a byte, the lowest first. */
function vint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Buffer.from(bytes);
}

function header(fields: readonly number[], rest: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([...fields.map(vint), rest]);
  const sized = Buffer.concat([vint(body.length), body]);
  return Buffer.concat([little(crc32(sized), 4), sized]);
}

function fileOf({ name, content, crc }: Rar5File): Buffer {
  const data = Buffer.from(content);
  const written = Buffer.from(name);
  const rest = Buffer.concat([
    little(crc ?? crc32(data), 4),
    vint(0),
    vint(0),
    vint(written.length),
    written,
  ]);
  const attributes = 0x20;
  const fields = [2, dataArea, data.length, hasChecksum, data.length, attributes];
  return Buffer.concat([header(fields, rest), data]);
}
