import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

const latin = (text: string): string => Buffer.from(text).toString('latin1');
const gbk = Buffer.from([0xc4, 0xea, 0xb1, 0xa8]).toString('latin1');

test.each([
  ['年报.docx', `attachment; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.docx; filename=x.docx`],
  ['年报.pdf', 'attachment; filename="%E5%B9%B4%E6%8A%A5.pdf"'],
  ['年报.pdf', 'attachment;filename=%C4%EA%B1%A8.pdf'],
  ['年报.doc', `attachment; filename="${latin('年报')}.doc"`],
  ['年报.doc', `attachment; filename=${gbk}.doc`],
  ['passwd', 'attachment; filename="../../etc/passwd"'],
  ['a.doc', String.raw`attachment; filename="C:\docs\a.doc"`],
  ['b.html', 'inline'],
  ['b.html', undefined],
])('%s from %s', (name, header) => {
  expect(fileNameOf(header, 'http://a.gov.cn/x/b.html?c=d.pdf')).toBe(name);
});

test('an address of a folder names no file', () => {
  expect(fileNameOf(undefined, 'http://a.gov.cn/x/')).toBeNull();
});
