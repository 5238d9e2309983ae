import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gzipped, warcinfo } from '../../../../test/recipes/warc/record.ts';
import { wacz } from '../../../../test/recipes/warc/wacz.ts';
import { zip } from '../../../../test/recipes/zip.ts';
import { isWacz, type RecordingKind, recordingHead, recordingKind } from './recognise.ts';

const info = warcinfo();
const archive = wacz({ 'a.warc.gz': gzipped([info]) });

test.each<readonly [string, Uint8Array, string | null, RecordingKind | undefined]>([
  ['WARC, whatever it is called', info, 'a.bin', 'warc'],
  ['WARC 0.18', warcinfo('0.18'), null, 'warc'],
  ['compressed WARC', gzipped([info]), 'a.gz', 'warc'],
  [
    'compressed WARC, of which the head is a small part',
    gzipSync(Buffer.concat(Array<Buffer>(5000).fill(info)), { level: 0 }),
    null,
    'warc',
  ],
  ['WACZ', archive, 'a.zip', 'wacz'],
  [
    'WACZ by its name, its parts far behind',
    zip({ 'pages/pages.jsonl': ' '.repeat(9000) }),
    'a.wacz',
    'wacz',
  ],
  ['a page that is called so', Buffer.from('<html></html>'), 'a.warc', undefined],
  ['another compressed file that is called so', gzipSync('<html></html>'), 'a.warc.gz', undefined],
  ['a broken compressed file', gzipped([info]).subarray(0, 12), 'a.warc.gz', undefined],
  ['another archive', zip({ 'archive/a.docx': '', 'datapackage.json': '{}' }), 'a.zip', undefined],
  ['no ZIP that is called so', Buffer.from('no'), 'a.wacz', undefined],
  ['nothing', Buffer.alloc(0), 'a.warc', undefined],
])('%s', (_, bytes, fileName, kind) => {
  expect(recordingKind(bytes.subarray(0, recordingHead), { fileName })).toBe(kind);
});

test('a WACZ is known by its names, in whatever order', () => {
  expect(isWacz(['pages/pages.jsonl', 'archive/1.warc.gz', 'datapackage.json'])).toBe(true);
  expect(isWacz(['archive/1.warc.gz'])).toBe(false);
  expect(isWacz(['datapackage.json', 'archive/1.docx'])).toBe(false);
});
