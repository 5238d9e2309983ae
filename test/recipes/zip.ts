/** ZIP archives from raw bytes, entries stored without compression (PKWARE APPNOTE 4.3). */
import { crc32 } from 'node:zlib';

const utf8Names = 0x0800;

function fields(crc: number, size: number, name: Buffer): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(utf8Names, 2);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(size, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

const tag = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** @param entries Content by name, in order. */
export function zip(entries: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, body] of Object.entries(entries)) {
    const name = Buffer.from(path);
    const content = Buffer.from(body);
    const common = fields(crc32(content), content.length, name);
    const record = Buffer.concat([tag('504b0304'), common, name, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([tag('504b01021400'), common, rest, name]));
    local.push(record);
    offset += record.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, tag('504b0506'), end]);
}
