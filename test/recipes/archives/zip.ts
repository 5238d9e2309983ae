/** ZIP archives from raw bytes (PKWARE APPNOTE 4.3), right or wrong in the ways that a test asks for. */
import { crc32, deflateRawSync } from 'node:zlib';
import { hex, little, type Stored } from './bytes.ts';

export interface ZipFile extends Stored {
  /** Says that the name is UTF-8; without it nothing is said. @default for names that are text */
  readonly utf8?: boolean;
  /** Info-ZIP Unicode Path beside a name in another charset. */
  readonly unicodeName?: string;
  /** @default true */
  readonly deflated?: boolean;
  /** Instead of the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly encrypted?: boolean;
  /** File mode of Unix. */
  readonly mode?: number;
  /** In the directory: the place of the local header. */
  readonly offset?: number;
}

interface Written {
  readonly local: Buffer;
  central(offset: number): Buffer;
}

export function zipArchive(files: readonly ZipFile[], comment = ''): Buffer {
  const written = files.map(fileOf);
  const central: Buffer[] = [];
  let offset = 0;
  for (const [at, { local, central: listed }] of written.entries()) {
    central.push(listed(files[at]?.offset ?? offset));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    hex('504b0506 00000000'),
    little(files.length % 65_536, 2),
    little(files.length % 65_536, 2),
    little(directory.length, 4),
    little(offset, 4),
    little(comment.length, 2),
    Buffer.from(comment),
  ]);
  return Buffer.concat([...written.map(({ local }) => local), directory, end]);
}

/** One file listed many times: the densest bomb there is. */
export function overlappingZip(content: Uint8Array, count: number): Buffer {
  const first = { name: 'a.txt', content };
  return zipArchive([
    first,
    ...Array.from({ length: count }, (_, at) => ({ ...first, name: `${at}.txt`, offset: 0 })),
  ]);
}

function fileOf(file: ZipFile): Written {
  const { content, deflated = true, encrypted = false, mode } = file;
  const plain = Buffer.from(content);
  const packed = deflated ? deflateRawSync(plain) : plain;
  const name = Buffer.from(file.name);
  const { utf8 = typeof file.name === 'string' } = file;
  const extra = unicodePath(file, name);
  const common = Buffer.concat([
    little(20, 2),
    little((utf8 ? 0x0800 : 0) | (encrypted ? 1 : 0), 2),
    little(deflated ? 8 : 0, 2),
    little(0, 4),
    little(file.crc ?? crc32(plain), 4),
    little(packed.length, 4),
    little(file.size ?? plain.length, 4),
    little(name.length, 2),
    little(extra.length, 2),
  ]);
  const made = hex(mode === undefined ? '1400' : '1403');
  const attributes = little((mode ?? 0) * 65_536, 4);
  return {
    local: Buffer.concat([hex('504b0304'), common, name, extra, packed]),
    central: (offset) =>
      Buffer.concat([
        hex('504b0102'),
        made,
        common,
        little(0, 2),
        little(0, 2),
        little(0, 2),
        attributes,
        little(offset, 4),
        name,
        extra,
      ]),
  };
}

function unicodePath({ unicodeName }: ZipFile, name: Buffer): Buffer {
  if (unicodeName === undefined) return Buffer.alloc(0);
  const path = Buffer.from(unicodeName);
  const size = little(5 + path.length, 2);
  return Buffer.concat([hex('7570'), size, hex('01'), little(crc32(name), 4), path]);
}
