/** Whatever happens to the bytes of a recording, nothing that was not recorded comes out of it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Dice, dice } from '../../../../test/recipes/random.ts';
import { gzipped, request, response, warcinfo } from '../../../../test/recipes/warc/record.ts';
import { wacz } from '../../../../test/recipes/warc/wacz.ts';
import { IngestError } from '../errors.ts';
import { beginning } from './cursor.ts';
import { readRecording } from './read-recording.ts';

const site = 'http://www.example.gov.cn';
const bodies = Array.from({ length: 12 }, (_, index) =>
  `<html><body><p>第${index}号通知的正文。</p></body></html>`.repeat(index + 1),
);
const records = bodies.flatMap((body, index) => {
  const url = `${site}/${index}.html`;
  return [request(url), response(url, { body })];
});
const all = [warcinfo(), ...records];

let path = '';
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'xxgk-warc-')), 'damaged');
});
afterAll(() => rm(join(path, '..'), { recursive: true, force: true }));

/** One damage of the kinds that disks, transfers and crashed crawlers do. */
function damaged(bytes: Buffer, { roll, pick }: Dice): Buffer {
  const at = roll(0, bytes.length - 1);
  const length = Math.min(roll(1, 400), bytes.length - at);
  const copy = Buffer.from(bytes);
  return pick<() => Buffer>([
    () => copy.fill((copy[at] ?? 0) ^ (1 << roll(0, 7)), at, at + 1),
    () => copy.subarray(0, at),
    () => copy.subarray(at),
    () => Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]),
    () => Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]),
    () => copy.fill(0, at, at + length),
    () => copy.fill(0xff, at, at + length),
  ])();
}

const rounds = 150;

test.each([
  ['uncompressed', Buffer.concat(all), 'warc', 6],
  ['compressed', gzipped(all), 'warc', 6],
  // Compressed as one, what is near the damage cannot be told from it.
  ['one gzip member', gzipSync(Buffer.concat(all)), 'warc', 1],
  ['WACZ', wacz({ 'a.warc.gz': gzipped(all) }), 'wacz', 3],
] as const)(
  '%s',
  async (_, bytes, kind, left) => {
    const random = dice(20_240_607);
    let read = 0;
    for (let round = 0; round < rounds; round += 1) {
      await writeFile(path, damaged(bytes, random));
      for (const body of await bodiesIn(kind)) {
        read += 1;
        expect(bodies).toContain(body);
      }
    }
    // Of twelve, on average: the end, or the beginning, is cut off in two of seven.
    expect(read / rounds).toBeGreaterThan(left);
  },
  60_000,
);

/** Of what is read before the recording is given up, if it is. */
async function bodiesIn(kind: 'warc' | 'wacz'): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    for await (const { outcomes } of readRecording(path, kind, beginning)) {
      const files = outcomes.filter((outcome) => outcome.kind === 'file');
      found.push(...files.map(({ file }) => Buffer.from(file.bytes).toString('utf8')));
    }
  } catch (error) {
    expect(error).toBeInstanceOf(IngestError);
  }
  return found;
}
