/** WACZ archives: a ZIP with WARC files, their index and a description. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { zip } from '../zip.ts';

/** @param warcs Content by name below `archive/`. */
export function wacz(warcs: Readonly<Record<string, Uint8Array>>): Buffer {
  const resources = Object.entries(warcs).map(([name, bytes]) => ({
    name,
    path: `archive/${name}`,
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    bytes: bytes.length,
  }));
  const description = { profile: 'data-package', wacz_version: '1.1.1', resources };
  return zip({
    'datapackage.json': JSON.stringify(description),
    'indexes/index.cdx': '',
    'pages/pages.jsonl': '{"format":"json-pages-1.0","id":"pages"}\n',
    ...Object.fromEntries(Object.entries(warcs).map(([name, bytes]) => [`archive/${name}`, bytes])),
  });
}

/** The same with one entry compressed by the ZIP archive itself, against the advice of the format. */
export function deflatedWacz(name: string, bytes: Uint8Array): Buffer {
  const packed = deflateRawSync(bytes);
  const whole = zip({ 'datapackage.json': '{}', [`archive/${name}`]: packed });
  return markDeflated(whole, `archive/${name}`, bytes);
}

/** Rewrites method, checksum and size of one entry, in its local header and in the directory. */
function markDeflated(archive: Buffer, name: string, bytes: Uint8Array): Buffer {
  const local = archive.indexOf(name) - 30;
  const central = archive.lastIndexOf(name) - 46;
  for (const [at, shift] of [
    [local, 0],
    [central, 2],
  ] as const) {
    archive.writeUInt16LE(8, at + 8 + shift);
    archive.writeUInt32LE(crc32(bytes), at + 14 + shift);
    archive.writeUInt32LE(bytes.length, at + 22 + shift);
  }
  return archive;
}
