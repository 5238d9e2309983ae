import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AnswerParts,
  chunked,
  gzipped,
  type RecordParts,
  request,
  response,
  warcinfo,
  warcRecord,
} from '../../../../test/recipes/warc/record.ts';
import { deflatedWacz, wacz } from '../../../../test/recipes/warc/wacz.ts';
import { beginning, type Cursor } from './cursor.ts';
import type { Outcome } from './outcome.ts';
import { type Portion, readRecording } from './read-recording.ts';

let base = '';
let files = 0;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-warc-'));
});

afterAll(() => rm(base, { recursive: true, force: true }));

async function portions(
  bytes: Uint8Array,
  kind: 'warc' | 'wacz' = 'warc',
  from: Cursor = beginning,
): Promise<readonly Portion[]> {
  files += 1;
  const path = join(base, String(files));
  await writeFile(path, bytes);
  return Array.fromAsync(readRecording(path, kind, from));
}

const outcomes = async (
  bytes: Uint8Array,
  kind: 'warc' | 'wacz' = 'warc',
): Promise<readonly Outcome[]> =>
  (await portions(bytes, kind)).flatMap(({ outcomes: some }) => some);

/** One line for each outcome: what it is, and its text, reason or code. */
const told = (some: readonly Outcome[]): readonly string[] =>
  some.map((outcome) => {
    switch (outcome.kind) {
      case 'file':
        return `file ${outcome.file.url} ${Buffer.from(outcome.file.bytes).toString('utf8')}`;
      case 'skipped':
        return `skipped ${outcome.why}`;
      case 'failed':
        return `failed ${outcome.url} ${outcome.code}`;
      default:
        return `revisit ${outcome.url}`;
    }
  });

const page = (text: string): string => `<html><body><p>${text}</p></body></html>`;
const site = 'http://www.example.gov.cn';
const plain = (index: number, more: Partial<RecordParts> = {}): Buffer =>
  response(`${site}/${index}.html`, { body: page(`第${index}号`) }, more);
const read = (index: number): string => `file ${site}/${index}.html ${page(`第${index}号`)}`;

describe('what a response becomes', () => {
  test.each([
    ['uncompressed', (records: readonly Buffer[]) => Buffer.concat(records)],
    ['a gzip member for each record', gzipped],
    ['one gzip member for all', (records: readonly Buffer[]) => gzipSync(Buffer.concat(records))],
  ])('%s', async (_, packed) => {
    const records = [warcinfo(), request(`${site}/1.html`), plain(1), plain(2)];
    expect(told(await outcomes(packed(records)))).toEqual([read(1), read(2)]);
  });

  test('address, time, headers and place are those of the record', async () => {
    const records = [
      warcinfo('1.0'),
      response(
        '<http://www.example.gov.cn/年报.html#top>',
        { body: page('文'), type: 'text/html; charset=GBK', headers: { 'Set-Cookie': 'a=b' } },
        { version: '1.0', id: 'urn:uuid:7', date: '2019-02-03T04:05:06.789123Z' },
      ),
    ];
    const [found] = await outcomes(gzipped(records));
    expect(found).toMatchObject({
      kind: 'file',
      status: 200,
      headers: { 'content-type': 'text/html; charset=GBK' },
      length: 'close-delimited',
      file: {
        url: 'http://www.example.gov.cn/%E5%B9%B4%E6%8A%A5.html',
        fileName: '年报.html',
        declaredType: 'text/html',
        declaredCharset: 'GBK',
        fetchedAt: '2019-02-03T04:05:06.789Z',
      },
      record: {
        part: null,
        offset: gzipSync(records[0] ?? '').length,
        inner: 0,
        record_id: 'urn:uuid:7',
      },
    });
    expect(found?.kind === 'file' && Object.keys(found.headers)).toEqual(['content-type']);
  });

  test('an address in GBK bytes is escaped as it is', async () => {
    const url = Buffer.concat([Buffer.from(`${site}/`), Buffer.from('c4eab1a82e68746d6c', 'hex')]);
    const [found] = await outcomes(response(url, { body: page('文') }));
    expect(found).toMatchObject({
      file: { url: `${site}/%C4%EA%B1%A8.html`, fileName: '年报.html' },
    });
  });

  test('a day or a year is no time of a fetch', async () => {
    const [found] = await outcomes(plain(1, { date: '2016-11' }));
    expect(found).toMatchObject({ kind: 'file', file: { fetchedAt: null } });
  });

  const text = page('压缩的内容，长到值得压缩。'.repeat(20));
  const codings: readonly (readonly [string, AnswerParts])[] = [
    ['chunked', { headers: { 'Transfer-Encoding': 'chunked' }, body: chunked(text) }],
    ['gzip', { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(text) }],
    ['deflate', { headers: { 'Content-Encoding': 'deflate' }, body: deflateSync(text) }],
    ['br', { headers: { 'Content-Encoding': 'br' }, body: brotliCompressSync(text) }],
    ['zstd', { headers: { 'Content-Encoding': 'zstd' }, body: zstdCompressSync(text) }],
    [
      'chunked and gzip',
      {
        headers: { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
        body: chunked(gzipSync(text)),
      },
    ],
    [
      'labelled so, and stored without',
      { headers: { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'br' }, body: text },
    ],
  ];
  test.each(codings)('codings are undone: %s', async (_, answer) => {
    const answers = [response(`${site}/a.html`, answer)];
    expect(told(await outcomes(gzipped(answers)))).toEqual([`file ${site}/a.html ${text}`]);
  });

  test('a resource record is a file without an answer', async () => {
    const record = warcRecord({
      type: 'resource',
      url: `${site}/b.html`,
      contentType: 'text/html',
      block: page('乙'),
    });
    const [found] = await outcomes(record);
    expect(found).toMatchObject({ kind: 'file', status: null, length: null });
  });

  test('a revisit names what it refers to', async () => {
    const record = warcRecord({
      type: 'revisit',
      url: `${site}/c.html`,
      block: '',
      digest: false,
      fields: {
        'WARC-Payload-Digest': 'sha1:ABC',
        'WARC-Refers-To-Target-URI': `${site}/b.html`,
        'WARC-Refers-To-Date': '2020-01-01T00:00:00Z',
        'WARC-Refers-To': '<urn:uuid:1>',
      },
    });
    expect(await outcomes(record)).toMatchObject([
      {
        kind: 'revisit',
        url: `${site}/c.html`,
        refersTo: { url: `${site}/b.html`, fetchedAt: '2020-01-01T00:00:00.000Z' },
        refersToRecord: 'urn:uuid:1',
        record: { digest: 'sha1:ABC' },
      },
    ]);
  });
});

describe('what is passed over', () => {
  const script = 'document.write("<html><body><div>1</div><p>2</p></body></html>")';
  test.each<readonly [string, string, AnswerParts]>([
    ['style', '/a.css', { type: 'text/css', body: 'p{}' }],
    ['script', '/a.js', { type: 'application/javascript', body: script }],
    ['script', '/b.js', { type: 'text/html', body: script }],
    ['font', '/a.woff2', { type: 'application/octet-stream', body: 'wOF2' }],
    ['data', '/list.json', { type: 'application/json', body: '{"html":"<p><p><p>"}' }],
    ['image', '/logo.png', { type: 'image/png', body: Buffer.from('89504e470d0a1a0a', 'hex') }],
    ['media', '/v.mp4', { type: 'video/mp4', body: '....ftyp' }],
    ['unknown', '/robots.txt', { type: 'text/plain', body: 'User-agent: *' }],
    ['redirect', '/old', { status: 302, headers: { Location: '/new' }, body: '' }],
    ['status', '/none.html', { status: 404, body: page('404 Not Found') }],
    ['status', '/part.pdf', { status: 206, type: 'application/pdf', body: '%PDF-' }],
    ['empty', '/empty.html', { body: '' }],
    ['error-page', '/gone.html', { body: page('抱歉，您访问的页面不存在') }],
    ['error-page', '/wall.html', { body: page('请输入验证码<img src="captcha.jpg">') }],
  ])('%s: %s', async (why, path, answer) => {
    expect(told(await outcomes(response(site + path, answer)))).toEqual([`skipped ${why}`]);
  });

  test('addresses that are not of the web', async () => {
    const records = ['dns:example.gov.cn', 'urn:view:http://a/', 'ftp://a/b.doc'].map((url) =>
      response(url, { body: page('文') }),
    );
    expect(new Set(told(await outcomes(gzipped(records))))).toEqual(new Set(['skipped not-web']));
  });

  test('what is a document by its bytes is kept, whatever it is called', async () => {
    const [found] = await outcomes(
      response(`${site}/down.js`, { type: 'application/javascript', body: '%PDF-1.7 …' }),
    );
    expect(found?.kind).toBe('file');
  });
});

describe('damage is told, and what follows is read', () => {
  const good = [1, 2, 3, 4].map((index) => plain(index));
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 0xff;
    return copy;
  };
  const [one = '', two = '', three = '', four = ''] = good;
  const three_ = gzipSync(three);
  const gz = gzipped(good);

  test.each<readonly [string, Uint8Array, readonly string[]]>([
    [
      'a flipped byte in a compressed record',
      Buffer.concat([gzipped([one as Buffer]), flipped(gzipSync(two), 90), three_]),
      [read(1), 'failed null warc/damaged', read(3)],
    ],
    [
      'a wrong checksum of a gzip member',
      Buffer.concat([gzipped([one as Buffer]), flipped(three_, three_.length - 6), gzipSync(four)]),
      [read(1), `failed ${site}/3.html warc/damaged`, read(4)],
    ],
    [
      'junk between gzip members',
      Buffer.concat([gzipSync(one), Buffer.from('junk that is none'), gzipSync(two)]),
      [read(1), 'failed null warc/damaged', read(2)],
    ],
    [
      'a crawler that died and went on',
      Buffer.concat([gzipSync(one), gzipSync(two).subarray(0, 150), three_]),
      [read(1), 'failed null warc/damaged', read(3)],
    ],
    [
      'the end is missing, compressed',
      gz.subarray(0, gz.length - 60),
      [read(1), read(2), read(3), `failed ${site}/4.html warc/truncated`],
    ],
    [
      'the end is missing, uncompressed',
      Buffer.concat(good).subarray(0, Buffer.concat(good).length - 20),
      [read(1), read(2), read(3), `failed ${site}/4.html warc/truncated`],
    ],
    [
      'a length that is too large, uncompressed',
      Buffer.concat([Buffer.from(one), plain(2, { length: '900' }), Buffer.from(three)]),
      [read(1), `failed ${site}/2.html warc/damaged`, read(3)],
    ],
    [
      'a length that is too large, compressed',
      gzipped([Buffer.from(one), plain(2, { length: '900' }), Buffer.from(three)]),
      [read(1), `failed ${site}/2.html warc/damaged`, read(3)],
    ],
    [
      'a length that is too small',
      Buffer.concat([Buffer.from(one), plain(2, { length: '90' }), Buffer.from(three)]),
      [read(1), `failed ${site}/2.html warc/damaged`, read(3)],
    ],
    [
      'a length that is too small, compressed',
      gzipped([Buffer.from(one), plain(2, { length: '90' }), Buffer.from(three)]),
      [read(1), `failed ${site}/2.html warc/damaged`, read(3)],
    ],
    ...['1000000000000', '-5', 'NaN', '1e3', '', '9'.repeat(40)].flatMap((length) =>
      [Buffer.concat, gzipped].map(
        (packed) =>
          [
            `Content-Length ${length}, ${packed === gzipped ? 'compressed' : 'uncompressed'}`,
            packed([Buffer.from(one), plain(2, { length }), Buffer.from(three)]),
            [
              read(1),
              length === '1000000000000'
                ? `failed ${site}/2.html warc/damaged`
                : 'failed null warc/damaged',
              read(3),
            ],
          ] as const,
      ),
    ),
    [
      'a head of 3 MB',
      gzipped([
        Buffer.from(one),
        plain(2, { fields: { 'X-Long': 'a'.repeat(3_000_000) } }),
        Buffer.from(three),
      ]),
      [read(1), 'failed null warc/damaged', read(3)],
    ],
    [
      'a digest that does not hold',
      gzipped([
        Buffer.from(one),
        plain(2, { digest: false, fields: { 'WARC-Payload-Digest': `sha1:${'A'.repeat(32)}` } }),
        Buffer.from(three),
      ]),
      [read(1), `failed ${site}/2.html warc/digest-mismatch`, read(3)],
    ],
    [
      'a record that says that it was cut off',
      plain(2, { fields: { 'WARC-Truncated': 'length' } }),
      [`failed ${site}/2.html warc/incomplete`],
    ],
    [
      'fewer bytes than the server declared',
      response(`${site}/2.html`, { headers: { 'Content-Length': '5000' }, body: page('短') }),
      [`failed ${site}/2.html warc/incomplete`],
    ],
    [
      'a last chunk that is missing',
      response(`${site}/2.html`, {
        headers: { 'Transfer-Encoding': 'chunked' },
        body: chunked(page('长'.repeat(200))).subarray(0, 300),
      }),
      [`failed ${site}/2.html warc/incomplete`],
    ],
    [
      'a bomb in the body',
      response(`${site}/2.html`, {
        headers: { 'Content-Encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(120_000_000, 'a')),
      }),
      [`failed ${site}/2.html fetch/too-large`],
    ],
    [
      'zeros after the last record',
      Buffer.concat([gz, Buffer.alloc(1000)]),
      [1, 2, 3, 4].map(read),
    ],
    [
      'single line ends',
      Buffer.concat(good.map((record) => record.subarray(0, record.length - 2))),
      [1, 2, 3, 4].map(read),
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(told(await outcomes(bytes))).toEqual(expected);
  });

  test('digests of other makes are understood, and those of unknown algorithms are no failure', async () => {
    const records = [
      plain(1, { digest: 'sha256' }),
      plain(2, { digest: false, fields: { 'WARC-Payload-Digest': 'blake9:AAAA' } }),
      response(
        `${site}/3.html`,
        { body: page('第3号') },
        { digest: false, fields: { 'WARC-Block-Digest': `sha1:${'A'.repeat(32)}` } },
      ),
    ];
    expect(told(await outcomes(gzipped(records)))).toEqual([read(1), read(2), read(3)]);
  });

  test('a file without a record is refused', async () => {
    await expect(outcomes(Buffer.alloc(0))).rejects.toMatchObject({ code: 'warc/no-records' });
    await expect(outcomes(Buffer.from('WARC/1.0\r\n'))).rejects.toMatchObject({
      code: 'warc/no-records',
    });
  });
});

describe('reading goes on where it was left', () => {
  const records = [warcinfo(), ...Array.from({ length: 300 }, (_, index) => plain(index))];
  const expected = Array.from({ length: 300 }, (_, index) => read(index));
  const damaged = records.map((record, index) => {
    const member = gzipSync(record);
    return index === 65 ? member.subarray(0, 100) : member;
  });

  test.each([
    ['uncompressed', Buffer.concat(records), expected],
    ['compressed', gzipped(records), expected],
    ['one gzip member', gzipSync(Buffer.concat(records)), expected],
    [
      'damaged at the seam',
      Buffer.concat(damaged),
      expected.map((line, index) => (index === 64 ? 'failed null warc/damaged' : line)),
    ],
  ])('%s', async (_, bytes, lines) => {
    const all = await portions(bytes);
    expect(all.length).toBeGreaterThan(3);
    for (const [index, { next }] of all.entries()) {
      if (!next) continue;
      const rest = await portions(bytes, 'warc', next);
      const before = all.slice(0, index + 1).flatMap(({ outcomes: some }) => some);
      const after = rest.flatMap(({ outcomes: some }) => some);
      expect(told([...before, ...after])).toEqual(lines);
    }
  });
});

describe('WACZ', () => {
  const parts = {
    'b.warc': Buffer.concat([warcinfo(), plain(3)]),
    'a.warc.gz': gzipped([warcinfo(), plain(1), plain(2)]),
  };

  test('the WARC files in it are read in the order of their names', async () => {
    const found = await outcomes(wacz(parts), 'wacz');
    expect(told(found)).toEqual([read(1), read(2), read(3)]);
    expect(found[2]).toMatchObject({ record: { part: 'archive/b.warc' } });
  });

  test('reading goes on in the next part', async () => {
    const [, ...rest] = await portions(wacz(parts), 'wacz', { part: 1, offset: 0, inner: 0 });
    expect(rest).toEqual([]);
  });

  test('a part that the archive has compressed once more', async () => {
    const bytes = deflatedWacz('a.warc', Buffer.concat([plain(1), plain(2)]));
    expect(told(await outcomes(bytes, 'wacz'))).toEqual([read(1), read(2)]);
  });

  test.each([
    ['cut off', wacz(parts).subarray(0, 900)],
    ['without a recording', wacz({})],
  ])('%s: refused', async (_, bytes) => {
    await expect(outcomes(bytes, 'wacz')).rejects.toMatchObject({ code: 'warc/no-records' });
  });
});
