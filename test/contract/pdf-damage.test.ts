/** PDF: encrypted, damaged, cut off and hostile files. */
import {
  EncryptedError,
  IngestError,
  NoPagesError,
  TooLargeError,
  UnreadableError,
} from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { chineseFontFile } from '../recipes/fonts.ts';
import {
  circularPages,
  circularTable,
  claimedPages,
  hugeImage,
  hugePage,
} from '../recipes/pdf/bombs.ts';
import { at, PdfFile } from '../recipes/pdf/file.ts';
import { type PdfVersion, printedPdf } from '../recipes/pdf/printed-lines.ts';
import { withoutPages } from '../recipes/pdf/raw.ts';
import { bodyOf, codesOf, pdfReader } from './pdf-read.ts';

const read = pdfReader();
const font = chineseFontFile();
const sentence = '本页只有一句话。';

function twoPages(): Buffer {
  const file = new PdfFile();
  file.page({ content: at(73, 700, sentence) });
  file.page({ content: at(73, 700, '第二页也有一句。') });
  return file.bytes();
}

describe.skipIf(font === null)('encrypted (needs Noto Sans CJK)', () => {
  test.each<PdfVersion>(['1.3', '1.4', '1.7', '1.7ext3'])(
    'PDF %s opens without a password',
    async (locked) => {
      if (!font) return;
      const bytes = await printedPdf([[{ text: sentence }]], { font, locked });
      expect(bytes.includes('/Encrypt')).toBe(true);
      expect(bodyOf(await read(bytes))).toEqual([sentence]);
    },
  );

  test('a file under a password says so', async () => {
    if (!font) return;
    const bytes = await printedPdf([[{ text: sentence }]], { font, password: 'x' });
    await expect(read(bytes)).rejects.toThrow(EncryptedError);
  });
});

describe('damaged', () => {
  const whole = twoPages();
  const text = whole.toString('latin1');
  const bytes = (changed: string): Buffer => Buffer.from(changed, 'latin1');

  const cases: [what: string, file: Buffer, code: string | undefined][] = [
    ['whole', whole, undefined],
    ['bytes before the header', Buffer.concat([Buffer.from('\r\n\0junk\n'), whole]), undefined],
    [
      'the table of objects is elsewhere',
      bytes(text.replace(/startxref\n\d+/u, 'startxref\n7')),
      'parse/repaired',
    ],
    ['the last line is missing', whole.subarray(0, whole.length - 7), 'parse/truncated'],
    ['the table stops', whole.subarray(0, text.lastIndexOf('startxref')), 'parse/truncated'],
  ];
  test.each(cases)('%s', async (_, file, code) => {
    const found = await read(file);
    expect(bodyOf(found)).toContain(sentence);
    expect(codesOf(found)).toEqual(code === undefined ? [] : [code]);
  });

  test('a file for the web that is shorter than it says is cut off', async () => {
    const linearized = text.replace(
      '%PDF-1.7\n',
      `%PDF-1.7\n99 0 obj\n<< /Linearized 1 /L ${whole.length + 5000} /N 2 >>\nendobj\n`,
    );
    expect(codesOf(await read(bytes(linearized)))).toEqual(['parse/truncated']);
  });

  test('what was added later counts', async () => {
    const place = whole.length;
    const page = text.match(/(\d+) 0 obj\n<<\s+\/Length \d+ >>\nstream\nq BT/u)?.[1] ?? '';
    const content = at(73, 700, '后来改成了这一句。');
    const start = /startxref\n(\d+)/u.exec(text)?.[1];
    const object = `${page} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
    const update =
      `${object}xref\n${page} 1\n${String(place).padStart(10, '0')} 00000 n \n` +
      `trailer\n<< /Size 50 /Root 1 0 R /Prev ${start} >>\nstartxref\n${place + object.length}\n%%EOF\n`;
    const found = await read(Buffer.concat([whole, bytes(update)]));
    expect(bodyOf(found)[0]).toBe('后来改成了这一句。');
    expect(codesOf(found)).toEqual([]);
  });

  test('a file without pages says so, junk is refused', async () => {
    await expect(read(withoutPages())).rejects.toThrow(NoPagesError);
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow(UnreadableError);
    const half = whole.subarray(0, text.lastIndexOf('xref\n0 '));
    await expect(read(half)).rejects.toThrow(UnreadableError);
  });
});

describe('hostile', () => {
  test('a page tree without end is refused', async () => {
    await expect(read(circularPages())).rejects.toThrow(IngestError);
  });

  test.each([
    ['a thousand million pages are said to be there', claimedPages],
    ['the table of objects names itself', circularTable],
  ])('%s', async (_, make) => {
    expect(bodyOf(await read(make()))).toEqual([sentence]);
  });

  test.each(['JBIG2Decode', 'JPXDecode'] as const)(
    'an image of 60,000 by 60,000 pixels: %s',
    async (filter) => {
      expect(codesOf(await read(hugeImage(filter)))).toEqual(['parse/unreadable-image']);
    },
  );

  test('a page larger than a town is not drawn', async () => {
    await expect(read(hugePage())).rejects.toThrow(TooLargeError);
  });
});
