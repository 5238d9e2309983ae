/** PDF: forms, remarks, seals and files that belong to a page or to the document. */
import { DynamicFormError } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { at, PdfFile, textString } from '../recipes/pdf/file.ts';
import { dynamicForm, filledForm, look, signedPage } from '../recipes/pdf/form.ts';
import { besidesOf, bodyOf, everything, pdfReader } from './pdf-read.ts';

const read = pdfReader();
const sentence = '本机关全年公开信息若干条。';

describe('forms', () => {
  test.each([false, true])(
    'values stand where they are written (viewers draw them: %s)',
    async (drawn) => {
      const found = await read(filledForm(drawn));
      expect(bodyOf(found).map((text) => text.replaceAll(/[ \t]/g, ''))).toEqual([
        '申请人李某',
        '受理机关某某局',
        '获取方式网上获取',
        '☑同意☐不同意',
      ]);
      expect(besidesOf(found)).toEqual([]);
    },
  );

  test('a dynamic form is refused: its page only asks to wait', async () => {
    await expect(read(dynamicForm())).rejects.toThrow(DynamicFormError);
  });
});

test('who signed, and when, is told as a seal; its look is no text', async () => {
  const found = await read(signedPage(sentence, '某某市民政局'));
  expect(bodyOf(found)).toEqual([sentence]);
  expect(besidesOf(found)).toEqual([
    'seal stamp 数字签名',
    'seal 2021-03-05T09:00:00+08:00 某某市民政局',
  ]);
});

describe('annotations', () => {
  const withAnnotations = (make: (file: PdfFile) => string): Buffer => {
    const file = new PdfFile();
    const entries = `/Annots [${make(file)}]`;
    file.page({ content: at(73, 700, sentence) + at(73, 600, '附件下载'), entries });
    return file.bytes();
  };

  test('free text on the page is text, a stamp is a seal', async () => {
    const found = await read(
      withAnnotations(
        (file) =>
          `<< /Type /Annot /Subtype /FreeText /DA (/Helv 12 Tf) /Rect [73 640 273 660] /F 4 /AP << /N ${look(file, '补充说明')} >> >> ` +
          `<< /Type /Annot /Subtype /Stamp /Rect [300 300 500 320] /F 4 /AP << /N ${look(file, '已归档')} >> >>`,
      ),
    );
    expect(bodyOf(found)).toEqual([sentence, '补充说明', '附件下载']);
    expect(besidesOf(found)).toEqual(['seal stamp 已归档']);
  });

  test('a remark is a note with its author', async () => {
    const found = await read(
      withAnnotations(
        () =>
          `<< /Type /Annot /Subtype /Text /Contents ${textString('再核对')} /T ${textString('张某')} /Rect [400 700 420 720] >>`,
      ),
    );
    expect(bodyOf(found)).toEqual([sentence, '附件下载']);
    expect(besidesOf(found)).toEqual(['note remark 张某: 再核对']);
  });

  test('a link to a file is an attachment called by its text; one to a page is not', async () => {
    const link = (address: string): string =>
      `<< /Type /Annot /Subtype /Link /Rect [70 595 150 620] /A << /S /URI /URI (${address}) >> >>`;
    const found = await read(
      withAnnotations(
        () =>
          `${link('https://www.example.gov.cn/files/report.docx')} ${link('https://www.example.gov.cn/')}`,
      ),
    );
    expect(everything(found).filter(({ role }) => role === 'attachment')).toMatchObject([
      { text: '附件下载', href: 'https://www.example.gov.cn/files/report.docx' },
    ]);
  });
});

test('files inside the document are listed by name', async () => {
  const file = new PdfFile();
  const embedded = file.stream('/Type /EmbeddedFile', 'bytes');
  const spec = file.add(
    `<< /Type /Filespec /F (t.xlsx) /UF ${textString('附表.xlsx')} /EF << /F ${embedded} >> >>`,
  );
  file.catalog = `/Names << /EmbeddedFiles << /Names [(t) ${spec}] >> >>`;
  file.page({ content: at(73, 700, sentence) });
  expect(besidesOf(await read(file.bytes()))).toEqual(['attachment 附表.xlsx']);
});
