import { describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../chinese/gb18030.ts';
import { agrees, decodeText } from './charset.ts';

const sentence =
  '为进一步做好政府信息公开工作，现将有关事项通知如下，请各单位认真贯彻执行，并于月底前报送落实情况。';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = (text: string): Uint8Array => encodeGb18030(text) ?? new Uint8Array();
const page = (label: string, text = sentence): string =>
  `<html><head><meta charset="${label}"></head><body>${text}</body></html>`;

/** Big5 of 政府資訊公開 and 工作報告, for which the platform has no encoder. */
const big5 = Buffer.from('ac46a9b2b8eab054a4bdb67da475a740b3f8a769', 'hex');

describe('decodeText', () => {
  test.each<[string, Uint8Array, string | null, string]>([
    ['UTF-8, declared so', utf8(page('utf-8')), 'utf-8', 'utf-8'],
    ['UTF-8 that calls itself gb2312', utf8(page('gb2312')), null, 'utf-8'],
    ['UTF-8 that the server calls GBK', utf8(page('gb2312')), 'GBK', 'utf-8'],
    ['GBK, declared gb2312', gbk(page('gb2312')), null, 'gb18030'],
    ['GBK that calls itself UTF-8', gbk(page('utf-8')), null, 'gb18030'],
    ['GBK that server and page call UTF-8', gbk(page('utf-8')), 'UTF-8', 'gb18030'],
    ['GBK without any label', gbk(sentence), null, 'gb18030'],
    ['GBK under the label of a Western page', gbk(page('iso-8859-1')), null, 'gb18030'],
  ])('%s', (_, bytes, declared, charset) => {
    const decoded = decodeText(bytes, declared);
    expect(decoded).toMatchObject({ charset, broken: 0 });
    expect(decoded.text).toContain(sentence);
  });

  const wide = (text: string, bigEndian = false): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  const broken = Buffer.from([0xe5, 0x85]);
  const filler = `<script>${'var a = 1; '.repeat(400)}</script>`;
  const bytesOf = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

  test.each<[string, Uint8Array, string | null, string]>([
    ['UTF-16 without a mark', wide(page('utf-16')), null, 'utf-16le'],
    ['UTF-16 without a mark, high byte first', wide(page('utf-8'), true), 'utf-8', 'utf-16be'],
    ['UTF-16 under a mark', wide(`\ufeff${page('gb2312')}`), 'gb2312', 'utf-16le'],
    ['UTF-8 that calls itself UTF-16', utf8(page('utf-16')), null, 'utf-8'],
    ['a label behind a script of 4 kB', bytesOf(gbk(filler), gbk(page('gbk'))), null, 'gb18030'],
    ['two labels, the first wrong', gbk(page('utf-8') + page('gbk')), null, 'gb18030'],
    ['two labels, the second wrong', utf8(page('utf-8') + page('gb2312')), null, 'utf-8'],
    ['the server right, the page wrong', gbk(page('utf-8')), 'gbk', 'gb18030'],
    ['GBK of which the server says big5', gbk(page('gb2312')), 'big5', 'gb18030'],
    ['UTF-8 of which server and page say GBK', utf8(page('gbk')), 'gb18030', 'utf-8'],
    [
      'the mark of UTF-8 before GBK',
      bytesOf(Buffer.from([0xef, 0xbb, 0xbf]), gbk(page('gb2312'))),
      null,
      'gb18030',
    ],
  ])('%s', (_, bytes, declared, charset) => {
    const decoded = decodeText(bytes, declared);
    expect(decoded).toMatchObject({ charset, doubtful: false });
    expect(decoded.text).toContain(sentence);
  });

  test.each<[string, Uint8Array, string | null]>([
    ['in UTF-8', bytesOf(utf8(page('utf-8')), broken, utf8(page('utf-8'))), null],
    ['in UTF-8 that calls itself GBK', bytesOf(utf8(page('gbk')), broken, utf8(sentence)), 'gbk'],
    ['in GBK', bytesOf(gbk(page('gbk')), Buffer.from([0xff]), gbk(page('gbk'))), 'utf-8'],
  ])('a broken byte %s spoils no other character', (_, bytes, declared) => {
    const decoded = decodeText(bytes, declared);
    expect(decoded.broken).toBe(1);
    expect(decoded.text.split(sentence)).toHaveLength(3);
  });

  test.each<[string, Uint8Array, string]>([
    [
      'UTF-8 around GBK',
      bytesOf(utf8(page('utf-8') + page('utf-8')), gbk(`<p>${sentence}</p>`)),
      'utf-8',
    ],
    [
      'GBK around UTF-8',
      bytesOf(gbk(page('gbk')), utf8(`<p>${sentence}</p>`), gbk(page('gbk'))),
      'gb18030',
    ],
  ])('a page of two encodings is read in both: %s', (_, bytes, charset) => {
    const decoded = decodeText(bytes, null);
    expect(decoded).toMatchObject({ charset, broken: 0, mixed: 1 });
    expect(decoded.text.split(sentence).length).toBeGreaterThan(2);
  });

  test('a page in Western letters is not taken for rare characters', () => {
    const bytes = Buffer.from(`${page('iso-8859-1', 'Université de Zürich, café')}`, 'latin1');
    expect(decodeText(bytes, null).text).toContain('Université de Zürich');
  });

  test('four bytes that no label explains are the word they spell in GBK', () => {
    expect(decodeText(gbk('<p>通知</p>'), null)).toMatchObject({ charset: 'gb18030' });
    expect(decodeText(gbk('<p>通知</p>'), null).text).toBe('<p>通知</p>');
    expect(decodeText(utf8('<p>通知</p>'), 'gb2312').text).toBe('<p>通知</p>');
  });

  test('bytes that read like no language are told', () => {
    const noise = Uint8Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37 + (at >> 3)) % 120));
    expect(decodeText(bytesOf(utf8('<html><p>'), noise), null).doubtful).toBe(true);
  });

  test('four bytes of GBK are valid UTF-8: in a short text the label decides', () => {
    expect(decodeText(gbk('通知'), 'gb2312').text).toBe('通知');
  });

  test('a byte-order mark is believed before any label, and is no text', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8('通知')]);
    expect(decodeText(marked, 'gbk')).toMatchObject({ text: '通知', charset: 'utf-8' });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('通知', 'utf16le')]);
    expect(decodeText(wide, null)).toMatchObject({ text: '通知', charset: 'utf-16le' });
  });

  test('the blank A3 A0 is a blank under every GB label', () => {
    const bytes = Buffer.concat([gbk('通知'), Buffer.from([0xa3, 0xa0]), gbk('公告')]);
    for (const label of ['gb2312', 'GBK', 'x-gbk', 'cp936', 'gb_2312-80', 'gb18030']) {
      expect(decodeText(bytes, label).text).toBe('通知\u3000公告');
    }
  });

  test('Big5 is read as Big5 when it is declared', () => {
    expect(decodeText(big5, 'big5')).toMatchObject({
      text: '政府資訊公開工作報告',
      charset: 'big5',
    });
  });

  test('Big5 without a label is told from GB 18030 by its characters', () => {
    const bytes = Buffer.from(
      'a5bba9b2acb0b8a8b9eaac46a9b2b8eab054a4bdb67da141ad71a977a740b77ead6ec249a141bdd0a655b3e6a6eca8ccb7d3b357a977bfecb27aa141a8c3a9f3a843a975b5b2a7f4abe1b4a3b3f8b0f5a6e6b1a1a7cea141a548a8d1a5c1b2b3ac64b8dfa143',
      'hex',
    );
    const decoded = decodeText(bytes, null);
    expect(decoded.charset).toBe('big5');
    expect(decoded.text).toContain('政府資訊公開');
  });

  test('a few broken bytes do not make a text something else, and are counted', () => {
    const bytes = Buffer.concat([utf8(page('utf-8')), Buffer.from([0xe5, 0x85]), utf8(sentence)]);
    expect(decodeText(bytes, null)).toMatchObject({ charset: 'utf-8', broken: 1 });
  });

  test('a wrong label is told', () => {
    expect(agrees(decodeText(gbk(page('utf-8')), null))).toBe(false);
    expect(agrees(decodeText(gbk(page('gb2312')), null))).toBe(true);
    expect(agrees(decodeText(gbk(sentence), null))).toBe(true);
  });
});
