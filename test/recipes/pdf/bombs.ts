/** Small PDFs that ask for much: each has to end in a code, or be read, within the limits. */
import { deflateSync } from 'node:zlib';
import { assembled, at, PdfFile, type Ref } from './file.ts';

const edited = (file: PdfFile, from: string, to: string): Buffer =>
  Buffer.from(file.bytes().toString('latin1').replace(from, to), 'latin1');

function plain(): PdfFile {
  const file = new PdfFile();
  file.page({ content: at(73, 700, '本页只有一句话。') });
  return file;
}

/** Says that it has 10^9 pages. */
export const claimedPages = (): Buffer => edited(plain(), '/Count 1', '/Count 1000000000');

/** The page tree leads back to its root. */
export const circularPages = (): Buffer =>
  assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 5 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 5 >>',
    ].map((each) => Buffer.from(each)),
  );

/** The table of objects names itself as the one before it. */
export function circularTable(): Buffer {
  const bytes = plain().bytes().toString('latin1');
  const start = bytes.slice(bytes.lastIndexOf('startxref') + 10).split('\n', 1)[0];
  return Buffer.from(bytes.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${start}`), 'latin1');
}

/** An image that says that it is 60,000 pixels wide and high. */
export function hugeImage(filter: 'JBIG2Decode' | 'JPXDecode'): Buffer {
  const head = {
    JBIG2Decode: '000000003000010000001300' + '00ea600000ea600000000000000000000000',
    JPXDecode:
      'ff4fff5100290000' +
      '0000ea600000ea6000000000000000000000ea600000ea6000000000000000000001070101' +
      'ff52000c00000001000504040001ff5c00134040484850484850484850484850484850ff90000a0000000000000001ff93ffd9',
  };
  const file = new PdfFile();
  const image = file.stream(
    `/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /${filter}`,
    Buffer.from(head[filter], 'hex'),
  );
  file.page({
    content: 'q 595 0 0 842 0 0 cm /I Do Q',
    resources: `/XObject << /I ${image} >>`,
  });
  return file.bytes();
}

/** A page of 350 km with outlines to draw. */
export function hugePage(): Buffer {
  const file = new PdfFile();
  const shapes = Array.from({ length: 60 }, (_, at) => `${at} 0 m 5 9 8 9 12 700 c h f\n`).join('');
  file.page({ content: shapes, entries: '/MediaBox [0 0 1000000000 1000000000]' });
  return file.bytes();
}

/** A file of one page whose operators are `body`, packed `times` times over. */
function packedPage(body: Buffer, times = 1): Buffer {
  let bytes = body;
  for (let time = 0; time < times; time += 1) bytes = deflateSync(bytes, { level: 9 });
  const file = new PdfFile();
  const content = file.reserve();
  const filters = Array.from({ length: times }, () => '/FlateDecode').join(' ');
  file.fill(
    content,
    Buffer.concat([
      Buffer.from(`<< /Filter [${filters}] /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ]),
  );
  const page = file.page({ content: '' });
  file.fill(
    page,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} /Resources << >> >>`,
  );
  return file.bytes();
}

/** Operators of 200 MB in a fraction of the bytes. */
export const packedOperators = (): Buffer => packedPage(Buffer.alloc(200e6, '0 0 m 1 1 l S\n'));

/** 300 MB packed twice over, in some kilobytes. */
export const packedTwice = (): Buffer => packedPage(Buffer.alloc(300e6, 'q '), 2);

/** Ten million operators. */
export const manyOperators = (): Buffer => packedPage(Buffer.alloc(10e6 * 6, '0.5 w\n'));

/** Forms that paint each other ten times each, nine deep: 10^8 paintings and more. */
export function nestedForms(): Buffer {
  const file = new PdfFile();
  const form = (body: string, inner?: Ref): Ref =>
    file.stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << ${inner ? `/XObject << /X ${inner} >>` : '/Font << /F1 5 0 R >>'} >>`,
      body,
    );
  let inner = form(at(10, 10, '字'));
  for (let depth = 0; depth < 8; depth += 1) inner = form('/X Do '.repeat(10), inner);
  file.page({ content: '/X Do', resources: `/XObject << /X ${inner} >>` });
  return file.bytes();
}

/** A file of so many pages, with so many lines of text on each, and a page number. */
export function longDocument(pages: number, lines: number): Buffer {
  const file = new PdfFile();
  const line = '本机关依法公开信息的情况逐条写在这一行里面不多也不少的字';
  for (let number = 1; number <= pages; number += 1) {
    const rows = Array.from({ length: lines }, (_, row) => at(73, 740 - row * 29, line));
    const last = at(73, 73, `这是第${number}页的末一句。`);
    file.page({ content: rows.join('') + last + at(280, 30, `— ${number} —`, '', 14) });
  }
  return file.bytes();
}
