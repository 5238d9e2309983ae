import { describe, expect, test } from 'vitest';
import { isJunk } from './junk.ts';
import { memberNames } from './member-names.ts';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

describe('a name is', () => {
  test.each([
    ['text of the archive', ['通知.doc'], ['通知.doc']],
    ['UTF-8', [Buffer.from('通知.doc')], ['通知.doc']],
    ['GBK', [bytes('b8bdbcfe312e646f63')], ['附件1.doc']],
    ['GBK that is UTF-8 by chance', [bytes('cda8d6aa')], ['通知']],
    ['no text at all', [bytes('ff2e747874')], ['%FF.txt']],
    ['nothing', ['', ' ', '  '], ['unnamed-1', 'unnamed-2', 'unnamed-3']],
    ['separated by `/`', ['a\\b\\c.doc', './d.doc'], ['a/b/c.doc', 'd.doc']],
    ['shown on one line from left to right', ['a\n\u202eb\0'], ['a%0A%E2%80%AEb%00']],
    ['apart from the names of archives', ['a.zip!/b'], ['a.zip%21/b']],
    [
      'there once',
      ['a.doc', 'a.doc', 'a.doc', 'b', 'b'],
      ['a.doc', 'a (2).doc', 'a (3).doc', 'b', 'b (2)'],
    ],
  ])('%s', (_, raw, names) => {
    expect(memberNames(raw)).toEqual(names);
  });

  test('read with its neighbours: one that cannot be UTF-8 shows what the others are', () => {
    const pair = bytes('c3a9');
    expect(memberNames([pair])).toEqual(['é']);
    expect(memberNames([pair, bytes('b8bdbcfe')])).toEqual(['茅', '附件']);
  });
});

test.each([
  ['__MACOSX/a.doc', true],
  ['a/.DS_Store', true],
  ['a/._b.doc', true],
  ['a/Thumbs.db', true],
  ['~$通知.docx', true],
  ['.git/config', true],
  ['../a.doc', false],
  ['./a.doc', false],
  ['a.DS_Store.doc', false],
  ['通知~$1.doc', false],
  ['MACOSX/a.doc', false],
])('junk %s: %s', (name, junk) => {
  expect(isJunk(name)).toBe(junk);
});
