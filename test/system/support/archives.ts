/** Archives among the inputs of a run: new files, files that others have too, and bad ones. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sevenZip } from '../../recipes/archives/seven-zip.ts';
import { tar } from '../../recipes/archives/tar.ts';
import { type ZipFile, zipArchive } from '../../recipes/archives/zip.ts';
import { notice } from './notices.ts';

/** Far above the numbers of plain notices. */
const base = 10_000;

/** What an ingest makes of one of {@link makeArchives}; `notice(base)` is the same in all of them. */
export const eachArchive = {
  /** The archive, five files in it, two in the archive within. */
  inputs: 8,
  /** One file cannot be unpacked, so that there are no bytes of it. */
  captures: 7,
  /** Bytes that no other input has. */
  raw: 5,
  documents: 4,
  quarantine: 2,
} as const;

/**
 * Each holds a new notice, one that is a plain file of the folder as well, one that cannot be read,
 * one whose checksum is wrong, and an archive with a new notice and one that all archives hold.
 */
export async function makeArchives(path: string, archives: number): Promise<void> {
  for (let index = 0; index < archives; index += 1) {
    const inner = [
      { name: 'c/新.html', content: notice(base + 2 * index + 1) },
      { name: '共同.html', content: notice(base) },
    ];
    const files = [
      { name: '新.html', content: notice(base + 2 * index + 2) },
      { name: '同.html', content: notice(2 * index) },
      { name: '坏.bin', content: `no document in archive ${index}\0\x01` },
      { name: '损.html', content: notice(base), crc: 1 },
      { name: '内层', content: packed(index, inner) },
    ];
    const name = join(path, `${2019 + (index % 3)}`, `${String(index).padStart(4, '0')}-附件.zip`);
    await mkdir(dirname(name), { recursive: true });
    await writeFile(name, zipArchive(files));
  }
}

function packed(index: number, files: readonly (ZipFile & { readonly name: string })[]): Buffer {
  const ways = [zipArchive, sevenZip, () => gzipSync(tar(files))];
  return (ways[index % ways.length] ?? zipArchive)(files);
}
