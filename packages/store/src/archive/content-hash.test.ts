import type { Block, Document } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { document, record } from './archive.fixture.ts';
import { contentHash } from './content-hash.ts';

const block = (text: string, role: Block['role'] = 'body'): Block => ({
  kind: 'paragraph',
  role,
  text,
});

const page = (...blocks: readonly Block[]): Document => ({
  ...document(),
  pages: [{ number: 1, readBy: 'text', blocks }],
});

const base = contentHash(page(block('全文'), block('浏览次数：12', 'byline')), [record()]);

test.each([
  ['a counter', page(block('全文'), block('浏览次数：13', 'byline')), record()],
  ['a toolbar', page(block('打印本页', 'dropped'), block('全文')), record()],
  ['a page meta tag', page(block('全文')), record({ meta: { maketime: '2026-01-01 08:00' } })],
  [
    'the place of a value',
    page(block('全文')),
    record({
      evidence: {
        title: [
          {
            quote: '全文',
            place: { page: 1, block: 7, start: 0, end: 2, box: null, cell: null, path: null },
            rule: 'title',
            confidence: 1,
          },
        ],
      },
    }),
  ],
])('%s is no part of what a document says', (_, changed, read) => {
  expect(contentHash(changed, [read])).toBe(base);
});

test.each([
  ['its text', page(block('全文。')), record()],
  [
    'a date that stands outside of its text',
    page(block('全文')),
    record({ published_on: '2024-02-01' }),
  ],
  ['its index header', page(block('全文')), record({ index: { validity: '失效' } })],
  [
    'an attached file',
    page(block('全文')),
    record({ attachments: [{ name: '附表', url: null, media_type: null, sha256: null }] }),
  ],
])('%s is', (_, changed, read) => {
  expect(contentHash(changed, [read])).not.toBe(base);
});

test('what an attached file turned out to be comes later, and is none', () => {
  const attached = (sha256: string | null) =>
    record({ attachments: [{ name: '附表', url: null, media_type: null, sha256 }] });
  const one = page(block('全文'));
  expect(contentHash(one, [attached('ab')])).toBe(contentHash(one, [attached(null)]));
});

test('what has no text cannot be told apart by it', () => {
  expect(contentHash(page(), [])).toBeUndefined();
  expect(contentHash(page(block(' ')), [record()])).toBeUndefined();
  expect(contentHash({ ...page(block('目录')), members: [] }, [])).toBeUndefined();
});
