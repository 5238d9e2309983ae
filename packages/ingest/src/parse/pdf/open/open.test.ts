/** What the two ways to open a document rest on in pdf.js: these fail when an update changes it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { at, PdfFile } from '../../../../../../test/recipes/pdf/file.ts';
import { filledForm, signedPage } from '../../../../../../test/recipes/pdf/form.ts';
import { openToDraw, openToRead } from './open.ts';

/** Text in a font of the file's readers and in one of pdf.js; more than pdf.js sends at once. */
function longPage(): Buffer {
  const latin = (row: number): string => `BT /F2 8 Tf 1 0 0 1 300 ${row} Tm (No. ${row}) Tj ET\n`;
  const file = new PdfFile();
  const image = file.stream(
    '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    Uint8Array.of(200),
  );
  const rows = Array.from(
    { length: 500 },
    (_, row) => at(73, row, '公开', '1 0 0 rg') + latin(row),
  );
  file.page({
    content: `q 9 0 0 9 0 0 cm /I Do Q 10 10 50 50 re f ${rows.join('')}`,
    resources: `/XObject << /I ${image} >>`,
  });
  return file.bytes();
}

/** pdf.js counts its documents in the names that it gives. */
const counted = /_d\d+_/gu;
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(counted, '_d_'));

/** All that is read of a page. */
async function readOf(pdf: PDFDocumentProxy): Promise<readonly unknown[]> {
  const page = await pdf.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  return [
    fnArray,
    plain(argsArray),
    plain(await page.getAnnotations()),
    await pdf.getFieldObjects(),
    (await pdf.getMetadata()).info,
  ];
}

/** How many letters have an outline; the types of pdf.js leave the iterator out. */
function outlinesOf(page: PDFPageProxy): number {
  const objects = page.commonObjs as unknown as Iterable<readonly [id: string, data: unknown]>;
  return [...objects].filter(([id]) => id.includes('_path_')).length;
}

async function outlinesIn(pdf: PDFDocumentProxy): Promise<number> {
  const page = await pdf.getPage(1);
  await page.getOperatorList();
  return outlinesOf(page);
}

describe('a document that is read', () => {
  test.each([
    ['a long page', longPage()],
    ['a form', filledForm(true)],
    ['a signed page', signedPage('本机关全年公开信息若干条。', '某某市民政局')],
  ])('tells of %s what one that is drawn tells', async (_, bytes) => {
    await using reading = await openToRead(bytes);
    await using drawing = await openToDraw(bytes);
    const read = await readOf(reading.pdf);
    expect(read[0]).not.toEqual([]);
    expect(read).toEqual(await readOf(drawing.pdf));
  });

  test('has no outlines of letters; one that is drawn has', async () => {
    await using reading = await openToRead(longPage());
    await using drawing = await openToDraw(longPage());
    expect(await outlinesIn(reading.pdf)).toBe(0);
    expect(await outlinesIn(drawing.pdf)).toBeGreaterThan(0);
  });

  test('has none while another one is closed', async () => {
    const other = await openToRead(longPage());
    await using reading = await openToRead(longPage());
    await other[Symbol.asyncDispose]();
    expect(await outlinesIn(reading.pdf)).toBe(0);
  });

  test('takes its stand-in for fonts with it, and so does one that does not open', async () => {
    const reading = await openToRead(longPage());
    expect('FontFace' in globalThis).toBe(true);
    await reading[Symbol.asyncDispose]();
    expect('FontFace' in globalThis).toBe(false);
    await expect(openToRead(Buffer.from('%PDF-1.7 and no more'))).rejects.toThrow();
    expect('FontFace' in globalThis).toBe(false);
  });
});
