/** PDF: what each page holds (text, scan, garbled or vector), and how it lies. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { asScanPdf } from '../recipes/carriers/scan-pdf.ts';
import { chineseFontFile } from '../recipes/fonts.ts';
import { at, hex, onePage, PdfFile } from '../recipes/pdf/file.ts';
import { gbkFont, narrowFont, shiftedFont, symbolFont } from '../recipes/pdf/fonts.ts';
import { printedPdf } from '../recipes/pdf/printed-lines.ts';
import { emptyPage } from '../recipes/pdf/raw.ts';
import { besidesOf, bodyOf, codesOf, everything, pdfReader } from './pdf-read.ts';

const read = pdfReader();
const font = chineseFontFile();
const sentence = '本机关全年主动公开信息的情况写在下面的表里。';

const inFont = (operators: string): string => operators.replaceAll('/F1', '/F3');
const lines = (count: number): string =>
  Array.from({ length: count }, (_, row) => at(73, 700 - row * 30, sentence)).join('');

function drawnPage() {
  const canvas = createCanvas(827, 1169);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 827, 1169);
  context.fillStyle = '#000';
  context.fillRect(100, 100, 400, 40);
  return canvas;
}

describe('scans', () => {
  test('a page that is an image becomes an image to be read, with its reason', async () => {
    const canvas = drawnPage();
    const { pages, pageCount } = await read(await asScanPdf([canvas, canvas], 100));
    expect(pageCount).toBe(2);
    const reason = 'scan: no text layer, images cover the page';
    expect(pages).toMatchObject([
      { kind: 'scan', number: 1, dpi: 200, reason },
      { kind: 'scan', number: 2 },
    ]);
    const [page] = pages;
    if (page?.kind !== 'scan') throw new TypeError('no scan');
    const image = await loadImage(page.image);
    expect([image.width, image.height]).toEqual([page.width, page.height]);
    // The bar of the drawing, at twice its size.
    const drawn = createCanvas(image.width, image.height).getContext('2d');
    drawn.drawImage(image, 0, 0);
    const pixel = (x: number, y: number): number[] => [
      ...drawn.getImageData(x, y, 1, 1).data.slice(0, 3),
    ];
    expect(pixel(600, 240).every((value) => value < 60)).toBe(true);
    expect(pixel(600, 600).every((value) => value > 200)).toBe(true);
  });

  test('an image that cannot be decoded is told: what is on it was not read', async () => {
    const bytes = await asScanPdf([drawnPage()], 100);
    const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
    bytes[frame + 1] = 0xfe;
    const found = await read(bytes);
    expect(found.diagnostics).toMatchObject([
      { code: 'parse/unreadable-image', severity: 'error', place: { page: 1 } },
    ]);
  });

  test("somebody's OCR below the image is kept apart, in the pixels of the image", async () => {
    const file = new PdfFile();
    const image = file.stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      Uint8Array.of(200),
    );
    const hidden = Array.from({ length: 4 }, (_, row) => at(72, 700 - row * 30, sentence, '3 Tr'));
    file.page({
      content: `q 595 0 0 842 0 0 cm /I Do Q ${hidden.join('')}`,
      resources: `/XObject << /I ${image} >>`,
    });
    const found = await read(file.bytes());
    expect(found.pages).toMatchObject([
      { kind: 'scan', reason: expect.stringMatching(/^scan: .*hidden text .* is plausible$/u) },
    ]);
    expect(besidesOf(found)).toEqual([`dropped invisible-text ${sentence.repeat(4)}`]);
    const [block] = everything(found);
    expect(block && 'box' in block ? block.box?.[0] : 0).toBeCloseTo(200);
    expect(codesOf(found)).toEqual(['parse/hidden-layer']);
  });
});

describe('letters whose meaning the file does not tell', () => {
  const garbled = [{ kind: 'scan', reason: expect.stringMatching(/^garbled: /u) }];

  test.skipIf(font === null)('no map at all', async () => {
    if (!font) return;
    const whole = await printedPdf([[{ text: sentence }, { text: sentence }]], { font });
    const bytes = Buffer.from(
      whole.toString('latin1').replaceAll('/ToUnicode', '/ToNothing'),
      'latin1',
    );
    expect((await read(bytes)).pages).toMatchObject(garbled);
  });

  test('a map to other characters', async () => {
    const file = new PdfFile();
    file.page({ content: inFont(lines(8)), fonts: `/F3 ${shiftedFont(file, '1f55')}` });
    const found = await read(file.bytes());
    expect(found.pages).toMatchObject(garbled);
    // What the file says is kept beside what will be read instead.
    expect(besidesOf(found)).toEqual([expect.stringMatching(/^dropped garbled-text /u)]);
  });

  test('only the title, in private-use characters', async () => {
    const file = new PdfFile();
    const content = lines(8) + inFont(at(73, 760, '关于印发办法的通知', '', 22));
    file.page({ content, fonts: `/F3 ${shiftedFont(file, 'b000')}` });
    expect((await read(file.bytes())).pages).toMatchObject(garbled);
  });

  test('the page is drawn with its letters, and the one after it read', async () => {
    const file = new PdfFile();
    const signs = file.add('<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>');
    const content = `${inFont(lines(8))} BT /F4 60 Tf 1 0 0 1 73 100 Tm (nnnn) Tj ET`;
    file.page({ content, fonts: `/F3 ${shiftedFont(file, '1f55')} /F4 ${signs}` });
    file.page({ content: at(73, 700, sentence) });
    const found = await read(file.bytes());
    expect(found.pages).toMatchObject([...garbled, { kind: 'text' }]);
    expect(bodyOf(found)).toEqual([sentence]);
    const [page] = found.pages;
    if (page?.kind !== 'scan') throw new TypeError('no scan');
    const image = await loadImage(page.image);
    const drawn = createCanvas(image.width, image.height).getContext('2d');
    drawn.drawImage(image, 0, 0);
    const scale = image.width / 595;
    // Four black squares; a font that is missing would leave empty ones.
    const { data } = drawn.getImageData(73 * scale, 700 * scale, 180 * scale, 40 * scale);
    const dark = data.filter((value, index) => index % 4 === 0 && value < 128).length;
    expect(dark / (data.length / 4)).toBeGreaterThan(0.8);
  });

  test('names and numbers are no noise', async () => {
    const names = ['欧阳珺瑶', '諸葛麟', '司徒嘉懿', '尉迟晗昱', '慕容璟雯', '澹台镕'];
    const content = names
      .map((name, row) => at(73, 700 - row * 30, `${name}　2019　¥3,204.50　〔4〕①`))
      .join('');
    expect((await read(onePage({ content }))).pages).toMatchObject([{ kind: 'text' }]);
  });
});

describe('fonts with traps', () => {
  test('not embedded, with the codes of GBK', async () => {
    const file = new PdfFile();
    file.page({
      content: 'BT /F3 16 Tf 73 700 Td <d5feb8aeb9abbfaad0c5cfa2> Tj ET',
      fonts: `/F3 ${gbkFont(file)}`,
    });
    expect(bodyOf(await read(file.bytes()))).toEqual(['政府公开信息']);
  });

  test('widths that are too small put no blanks between letters', async () => {
    const file = new PdfFile();
    const apart = [...'宽度表写错'].map((each, column) => at(73 + column * 16, 700, each));
    const digits = [...'2019'].map((each, column) => at(153 + column * 8, 700, each));
    const content = inFont([...apart, ...digits].join(''));
    file.page({ content, fonts: `/F3 ${narrowFont(file)}` });
    expect(bodyOf(await read(file.bytes()))).toEqual(['宽度表写错2019']);
  });

  test('check boxes and bullets of symbol fonts', async () => {
    const file = new PdfFile();
    const symbol = (x: number, letter: string): string =>
      `BT /F3 16 Tf ${x} 700 Td (${letter}) Tj ET `;
    file.page({
      content: `${symbol(73, '\xfe')}${at(90, 700, '同意')}${symbol(125, '\xa8')}${at(142, 700, '不同意')}${symbol(200, 'l')}`,
      fonts: `/F3 ${symbolFont(file, 'Wingdings-Regular')}`,
    });
    expect(bodyOf(await read(file.bytes())).map((text) => text.replaceAll(' ', ''))).toEqual([
      '☑同意□不同意●',
    ]);
  });
});

describe('letters drawn as outlines', () => {
  const shape = (index: number): string => {
    const [x, y] = [73 + (index % 20) * 18, 700 - Math.floor(index / 20) * 30];
    return `${x} ${y} m ${x + 5} ${y + 9} ${x + 8} ${y + 9} ${x + 12} ${y} c ${x + 6} ${y - 3} l h f\n`;
  };
  const shapes = (count: number): string =>
    Array.from({ length: count }, (_, index) => shape(index)).join('');
  const vector = [{ kind: 'scan', reason: expect.stringMatching(/^vector: /u) }];

  test('are read by OCR, with or without a page number in letters', async () => {
    expect((await read(onePage({ content: shapes(60) }))).pages).toMatchObject(vector);
    const numbered = shapes(400) + at(280, 40, '—1—');
    expect((await read(onePage({ content: numbered }))).pages).toMatchObject(vector);
  });

  test('beside a title in letters are an emblem: the title stays, the outlines are told', async () => {
    const found = await read(onePage({ content: shapes(150) + at(73, 500, '某某市统计年报封面') }));
    expect(bodyOf(found)).toEqual(['某某市统计年报封面']);
    expect(codesOf(found)).toEqual(['parse/drawn-letters']);
  });
});

test('an empty page is an empty page', async () => {
  const { pages } = await read(emptyPage());
  expect(pages).toMatchObject([{ kind: 'text', blocks: [], width: 300, height: 400 }]);
});

describe('how a page lies', () => {
  const cases: [what: string, content: string, entries: string, width: number][] = [
    ['turned by the viewer', at(73, 700, sentence), '/Rotate 90', 595],
    ['turned by the text', `q 0 1 -1 0 595 0 cm ${at(73, 400, sentence)} Q`, '', 842],
    ['upside down', `q -1 0 0 -1 595 842 cm ${at(73, 400, sentence)} Q`, '', 595],
  ];
  test.each(cases)('%s', async (_, content, entries, width) => {
    const found = await read(onePage({ content, entries }));
    expect(bodyOf(found)).toEqual([sentence]);
    expect(found.pages).toMatchObject([{ kind: 'text', width }]);
  });

  test('places count from the corner of what is shown, in points', async () => {
    const found = await read(
      onePage({
        content: `BT /F1 16 Tf 1072 1742 Td ${hex('框里')} Tj ET`,
        entries: '/MediaBox [500 500 2000 2500] /CropBox [1000 1000 1595 1842] /UserUnit 2',
      }),
    );
    expect(found.pages).toMatchObject([{ width: 1190, height: 1684 }]);
    const [block] = everything(found);
    const box = block && 'box' in block ? block.box : undefined;
    expect(box?.map(Math.round)).toEqual([144, 172, 208, 204]);
  });
});
