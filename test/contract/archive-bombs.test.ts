/** Archives that are made to fill a disk, a memory or a lifetime: each ends in its code. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sevenZip } from '../recipes/archives/seven-zip.ts';
import { tar } from '../recipes/archives/tar.ts';
import { overlappingZip, zipArchive } from '../recipes/archives/zip.ts';
import { failuresOf, open } from './container.ts';

let scratch = '';
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-bomb-'));
});
afterEach(() => rm(scratch, { recursive: true }));

const codeOf = (bytes: Uint8Array, depth = 0): Promise<string> =>
  open(bytes, 'archive', scratch, depth).then(
    () => 'opened',
    (error: { code: string }) => error.code,
  );

async function bytesIn(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** A thousandth of it when it is packed. */
const zeros = Buffer.alloc(40_000_000);
const document = { name: 'a.html', content: '<html><body><p>通知</p></body></html>' };

test.each<[string, () => Uint8Array, string]>([
  ['ZIP: one dense file', () => zipArchive([{ name: 'a', content: zeros }]), 'ratio'],
  ['gzip: one dense file', () => gzipSync(zeros), 'ratio'],
  ['gzip: a dense TAR', () => gzipSync(tar([{ name: 'a', content: zeros }])), 'ratio'],
  ['ZIP: dense junk', () => zipArchive([document, { name: '.DS_Store', content: zeros }]), 'ratio'],
  ['ZIP: entries that overlap', () => overlappingZip(zeros.subarray(0, 1000), 5000), 'overlap'],
  [
    'ZIP: 65,535 entries',
    () =>
      zipArchive(
        Array.from({ length: 65_535 }, (_, at) => ({
          name: `${at}`,
          content: '',
          deflated: false,
        })),
      ),
    'too-many-files',
  ],
  [
    'TAR: 20,000 folders',
    () =>
      tar(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}/`, content: '', type: '5' }))),
    'too-many-files',
  ],
  [
    '7z: 20,000 files',
    () => sevenZip(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}`, content: 'x' }))),
    'too-many-files',
  ],
])('%s', async (_, make, fault) => {
  expect(await codeOf(make())).toBe(`container/${fault}`);
  expect(await bytesIn(scratch)).toBeLessThan(20_000_000);
});

test('a TAR whose file has less than it says', async () => {
  const bytes = tar([document, { name: 'b.html', content: 'x' }]);
  // 8 GB less one byte, in octal.
  bytes.write('77777777777', 1024 + 124, 'latin1');
  const header = bytes.subarray(1024, 1536).fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  expect(failuresOf(await open(bytes, 'a.tar', scratch))).toEqual({
    'b.html': 'container/unreadable',
  });
});

test('a file that is larger than any document is told, the others are given', async () => {
  const large = { name: 'b.bin', content: Buffer.alloc(101_000_000, 1), deflated: false };
  const opened = await open(zipArchive([large, document]), 'a.zip', scratch);
  expect(failuresOf(opened)).toEqual({ 'b.bin': 'container/file-too-large' });
  expect(opened.members?.map(({ name }) => name)).toEqual(['a.html', 'b.bin']);
});

test('a bomb inside an archive is told, and its neighbours are given', async () => {
  const bomb = zipArchive([{ name: 'zeros', content: zeros }]);
  // As a file it is small; what lies in it is looked at all the same.
  const hidden = zipArchive([{ name: 'bomb.zip', content: bomb }]);
  const opened = await open(
    zipArchive([document, { name: 'b.zip', content: bomb }, { name: 'c.zip', content: hidden }]),
    'a.zip',
    scratch,
  );
  expect(failuresOf(opened)).toEqual({ 'b.zip': 'container/ratio', 'c.zip': 'container/ratio' });
  expect(opened.members?.[0]).toMatchObject({ name: 'a.html', sha256: expect.any(String) });
});

test('archives in archives: three are opened, the fourth is not', async () => {
  let nested: { name: string; content: string | Buffer } = document;
  for (let depth = 0; depth < 20; depth += 1)
    nested = { name: `${depth}.zip`, content: zipArchive([nested]) };
  const bytes = zipArchive([nested]);
  expect(await codeOf(bytes, 2)).toBe('opened');
  expect(await codeOf(bytes, 3)).toBe('container/too-deep');
});
