import { expect, test } from 'vitest';
import { asPdf } from '../../../../../../test/recipes/carriers/pdf.ts';
import { chinesePdfFonts } from '../../../../../../test/recipes/fonts.ts';
import { notice2019 } from '../../../../../../test/recipes/texts/notice-2019.ts';
import { hidePrograms } from './font-programs.ts';
import { openToDraw, openToRead } from './open.ts';

interface Parts {
  readonly font?: string;
  readonly descendants?: string;
  readonly more?: string;
}

const plainFont = '/BaseFont /ABCDEF+Song /Subtype /Type0 /Encoding /Identity-H /ToUnicode 9 0 R';

function fileOf({ font = plainFont, descendants = '[2 0 R]', more = '' }: Parts): string {
  return `%PDF-1.4
1 0 obj << /Type /Font ${font} /DescendantFonts ${descendants} >> endobj
2 0 obj << /Type /Font /Subtype /CIDFontType0 /FontDescriptor 3 0 R >> endobj
3 0 obj << /Type /FontDescriptor /FontFile3 4 0 R >> endobj
5 0 obj [ 2 0 R ] endobj
${more}`;
}

const hides = (parts: Parts): boolean => {
  const text = fileOf(parts);
  const bytes = new Uint8Array(Buffer.from(text, 'latin1'));
  hidePrograms(bytes);
  const after = Buffer.from(bytes).toString('latin1');
  expect(after).toHaveLength(text.length);
  if (after !== text) expect(after).toBe(text.replace('/FontFile3', '/XontFile3'));
  return after !== text;
};

test.each<[string, Parts]>([
  ['a composite font with characters of its own', {}],
  ['the same with its list apart', { descendants: '5 0 R' }],
])('hidden is the program of %s', (_, parts) => {
  expect(hides(parts)).toBe(true);
});

test.each<[string, Parts]>([
  ['a font that does not tell its characters', { font: plainFont.replace('/ToUnicode 9 0 R', '') }],
  ['a font whose codes are characters', { font: plainFont.replace('Identity-H', 'GBK-EUC-H') }],
  ['a simple font', { font: plainFont.replace('/Type0', '/TrueType') }],
  ['a font that is known by its name', { font: plainFont.replace('ABCDEF+Song', 'Arial') }],
  ['a font that was changed later', { more: '3 0 obj << /FontFile3 8 0 R >> endobj\n' }],
  ['a font whose parts lie elsewhere', { descendants: '[7 0 R]' }],
])('kept is that of %s', (_, parts) => {
  expect(hides(parts)).toBe(false);
});

const fonts = chinesePdfFonts();

test.skipIf(!fonts)('without programs a document says the same in the same places', async () => {
  const bytes = fonts ? await asPdf(notice2019, fonts) : new Uint8Array();
  const copy = new Uint8Array(bytes);
  hidePrograms(copy);
  expect(Buffer.from(copy).equals(Buffer.from(bytes))).toBe(false);
  const textOf = async (open: typeof openToRead): Promise<unknown> => {
    await using opened = await open(bytes);
    const page = await opened.pdf.getPage(1);
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? [item.str, item.transform, item.width] : []));
  };
  expect(await textOf(openToRead)).toEqual(await textOf(openToDraw));
});
