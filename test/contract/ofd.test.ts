/** OFD as office software writes it: what is printed is what is read, and broken files are told. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { EncryptedError, IngestError, type Parsed } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOfd } from '../recipes/carriers/ofd.ts';
import { textObject } from '../recipes/ofd/objects.ts';
import { type OfdXml, ofdPackage, ofdParts } from '../recipes/ofd/package.ts';
import { zip } from '../recipes/zip.ts';
import { parsed } from './reading.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'xxgk-ofd-'));
});
afterAll(() => rm(scratch, { recursive: true }));

type Parts = Readonly<Record<string, string | Uint8Array>>;

const read = (bytes: Uint8Array): Promise<Parsed> => parsed(bytes, null, scratch);

const packed = (xml: OfdXml, more: Parts): Buffer => zip({ ...ofdParts(xml), ...more });

const blocksOf = ({ pages }: Parsed) =>
  pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));

/** `role text` of each block of text. */
const lines = (found: Parsed): string[] =>
  blocksOf(found).flatMap((block) => ('text' in block ? [`${block.role} ${block.text}`] : []));

const codes = ({ diagnostics }: Parsed): string[] => diagnostics.map(({ code }) => code);

const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const onePage = { pages: [textObject('某局通知', 30, 60, { size: 6 })] };
const contentOf = 'Doc_0/Pages/Page_0/Content.xml';

/** A value of ASN.1. */
const der = (tag: number, ...bodies: readonly (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(bodies.map((each) => Buffer.from(each)));
  return Buffer.concat([Buffer.from([tag, 0x81, body.length]), body]);
};

describe('text', () => {
  const letter =
    '各县（市、区）人民政府：请于本月底前报送上年度政府信息公开工作情况，并对报送内容的真实性负责。';
  const found = async () =>
    read(
      asOfd({
        name: 'letter',
        blocks: [
          { letterhead: '某市人民政府文件' },
          { center: '某政发〔2031〕5号' },
          { title: '关于报送年度报告的通知' },
          { p: letter },
          { pageBreak: true },
          { p: '特此通知。' },
          { right: '2031年1月9日' },
        ],
      }),
    );

  test('comes in paragraphs with their look, page numbers apart', async () => {
    const blocks = blocksOf(await found());
    expect(blocks).toMatchObject([
      { kind: 'heading', text: '某市人民政府文件', color: 'red', align: 'center' },
      { text: '某政发〔2031〕5号', align: 'center' },
      { kind: 'heading', text: '关于报送年度报告的通知', align: 'center' },
      { kind: 'paragraph', text: letter, indent: 2 },
      { role: 'folio', text: '— 1 —' },
      { text: '特此通知。' },
      { text: '2031年1月9日', align: 'right' },
      { role: 'folio', text: '— 2 —' },
    ]);
  });

  test('stands in points on a page of points', async () => {
    const [first] = (await found()).pages;
    if (first?.kind !== 'text') throw new Error('The first page was not read as text');
    expect(Math.round(first.width ?? 0)).toBe(595);
    const [, , , paragraph] = first.blocks;
    if (paragraph?.kind !== 'paragraph') throw new Error('The paragraph is missing');
    const lefts = paragraph.segments?.map(({ box }) => Math.round(box?.[0] ?? 0));
    expect(lefts).toEqual([106, 74]);
  });

  test('a template is part of each page that uses it', async () => {
    const pages = [1, 2].map((n) => textObject(`正文${n}`, 30, 90, { size: 5 }));
    const template = textObject('某局文件', 60, 50, { size: 12 });
    expect(lines(await read(ofdPackage({ pages, template })))).toEqual([
      'body 某局文件',
      'body 正文1',
      'body 某局文件',
      'body 正文2',
    ]);
  });

  test('the colour of a layer holds for what is on it', async () => {
    const plain = textObject('某局文件', 60, 50, { size: 12 });
    const content: Record<string, string> = ofdParts({
      pages: [plain.replace(/<ofd:FillColor[^>]*>/u, '')],
    });
    const found = await read(
      zip({
        ...content,
        [contentOf]: content[contentOf]?.replace('<ofd:Layer ', '<ofd:Layer DrawParam="7" ') ?? '',
        'Doc_0/PublicRes.xml': `<ofd:Res ${ofd}><ofd:DrawParams><ofd:DrawParam ID="6"><ofd:FillColor Value="#d7 #14 #1a"/></ofd:DrawParam><ofd:DrawParam ID="7" Relative="6"/></ofd:DrawParams></ofd:Res>`,
      }),
    );
    expect(blocksOf(found)).toMatchObject([{ text: '某局文件', color: 'red' }]);
  });

  test('a page written sideways is turned', async () => {
    const sideways = textObject('某局通知', 0, 0, { size: 5 }).replace(
      'Boundary="0 -5 20 6"',
      'Boundary="100 50 6 20" CTM="0 1 -1 0 6 0"',
    );
    const found = await read(ofdPackage({ pages: [sideways] }));
    expect(lines(found)).toEqual(['body 某局通知']);
    expect(found.pages[0]?.width).toBeGreaterThan(found.pages[0]?.height ?? 0);
  });

  test('glyphs without characters are told', async () => {
    const long = textObject('某'.repeat(40), 10, 60, { size: 4 });
    const gap = textObject('\u{F7000}', 10, 70, { size: 4 });
    const found = await read(ofdPackage({ pages: [long + gap] }));
    expect(codes(found)).toEqual(['parse/unmapped-characters']);
  });

  test('invisible objects are not read', async () => {
    const hidden = textObject('作废', 30, 80, { size: 5 }).replace('ID=', 'Visible="false" ID=');
    const found = await read(ofdPackage({ pages: [onePage.pages[0] + hidden] }));
    expect(lines(found)).toEqual(['body 某局通知']);
  });
});

describe('packages', () => {
  const signed = (more: string): string =>
    ofdParts(onePage)['OFD.xml'].replace('</ofd:DocBody>', `${more}</ofd:DocBody>`);

  test('all documents of a package are read, one after the other', async () => {
    const [body = ''] = /<ofd:DocBody>.*<\/ofd:DocBody>/u.exec(ofdParts(onePage)['OFD.xml']) ?? [];
    const second = Object.entries(
      ofdParts({ pages: [textObject('附件一', 30, 60, { size: 6 })] }),
    ).map(([name, part]) => [name.replace('Doc_0', 'Doc_1'), part]);
    const { 'OFD.xml': _, ...others } = Object.fromEntries(second) as Record<string, string>;
    const found = await read(
      packed(onePage, {
        ...others,
        'OFD.xml': signed('').replace(body, body + body.replace('Doc_0', 'Doc_1')),
      }),
    );
    expect(found.pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(lines(found)).toEqual(['body 某局通知', 'body 附件一']);
    expect(blocksOf(found)[1]).toMatchObject({ segments: [{ page: 2 }] });
  });

  test('of several versions the current one is read', async () => {
    const versions =
      '<ofd:Versions><ofd:Version ID="1" Index="1" BaseLoc="Doc_0/V1.xml"/><ofd:Version ID="2" Index="2" Current="true" BaseLoc="Doc_0/V2.xml"/></ofd:Versions>';
    const parts: Record<string, string> = ofdParts(onePage);
    const found = await read(
      packed(onePage, {
        'OFD.xml': signed(versions),
        'Doc_0/V2.xml': `<ofd:DocVersion ${ofd} ID="2"><ofd:FileList/><ofd:DocRoot>Document_2.xml</ofd:DocRoot></ofd:DocVersion>`,
        'Doc_0/Document_2.xml': (parts['Doc_0/Document.xml'] ?? '').replace('Page_0', 'Page_9'),
        'Doc_0/Pages/Page_9/Content.xml': (parts[contentOf] ?? '').replace('某局通知', '改后通知'),
      }),
    );
    expect(lines(found)).toEqual(['body 改后通知']);
    expect(codes(found)).toEqual(['parse/versions']);
  });

  test('what the file says of its document, and what its tags name, is told beside the text', async () => {
    const parts = ofdParts(onePage);
    const info =
      '<ofd:DocInfo><ofd:Title>公开年报</ofd:Title><ofd:Author>abc</ofd:Author><ofd:Keywords><ofd:Keyword>公开</ofd:Keyword><ofd:Keyword>年报</ofd:Keyword></ofd:Keywords><ofd:CustomDatas><ofd:CustomData Name="os.name">X</ofd:CustomData><ofd:CustomData Name="发文字号">某发〔2020〕1号</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>';
    const found = await read(
      packed(onePage, {
        'OFD.xml': parts['OFD.xml'].replace('<ofd:DocInfo/>', info),
        'Doc_0/Document.xml': parts['Doc_0/Document.xml'].replace(
          '</ofd:Document>',
          '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags></ofd:Document>',
        ),
        'Doc_0/Tags/CustomTags.xml': `<ofd:CustomTags ${ofd}><ofd:CustomTag TypeID="a"><ofd:FileLoc>Tag.xml</ofd:FileLoc></ofd:CustomTag><ofd:CustomTag TypeID="b"><ofd:FileLoc>None.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
        'Doc_0/Tags/Tag.xml': `<a:公文 xmlns:a="urn:a" ${ofd}><a:标题><ofd:ObjectRef PageRef="1">1</ofd:ObjectRef></a:标题><a:密级>无</a:密级></a:公文>`,
      }),
    );
    const told = blocksOf(found).flatMap((block) =>
      block.role === 'meta' && 'text' in block ? [`${block.label}: ${block.text}`] : [],
    );
    expect(told).toEqual([
      'title: 公开年报',
      'keywords: 公开；年报',
      '发文字号: 某发〔2020〕1号',
      '标题: 某局通知',
      '密级: 无',
    ]);
    expect(codes(found)).toEqual(['parse/missing-part']);
  });

  test('files that it carries are named', async () => {
    const document = ofdParts(onePage)['Doc_0/Document.xml'].replace(
      '</ofd:Document>',
      '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>',
    );
    const found = await read(
      packed(onePage, {
        'Doc_0/Document.xml': document,
        'Doc_0/Attachs/Attachments.xml': `<ofd:Attachments ${ofd}><ofd:Attachment ID="1" Name="统计报表" Format="xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment><ofd:Attachment ID="2" Name="说明.docx" Format="docx"><ofd:FileLoc>b.docx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
      }),
    );
    expect(lines(found)).toEqual([
      'body 某局通知',
      'attachment 统计报表.xlsx',
      'attachment 说明.docx',
    ]);
  });

  test('places in other letters, or from the root as if they were relative, are found', async () => {
    const parts = ofdParts(onePage);
    const found = await read(
      packed(onePage, {
        'Doc_0/Document.xml': parts['Doc_0/Document.xml']
          .replace('Pages/Page_0/Content.xml', 'Doc_0/pages/page_0/CONTENT.xml')
          .replace('PublicRes.xml', '/Doc_0/PublicRes.xml'),
      }),
    );
    expect(lines(found)).toEqual(['body 某局通知']);
    expect(codes(found)).toEqual([]);
  });

  test.each([
    ['its parts are no XML any more', { [contentOf]: Buffer.from('9f3c77a1', 'hex') }],
    ['its parts stand under other names', { 'OFD.xml': Buffer.from('9f3c77a1', 'hex') }],
  ])('an encrypted package says so: %s', async (_, parts) => {
    const locked = packed(onePage, { ...parts, 'Encryptions.xml': `<Encryptions ${ofd}/>` });
    await expect(read(locked)).rejects.toThrow(EncryptedError);
  });
});

describe('what is put onto pages', () => {
  test('a seal is listed with its name on its page', async () => {
    const seal = der(
      0x30,
      der(
        0x30,
        der(0x30, der(0x16, 'ES'), der(0x02, '\x01'), der(0x16, 'v')),
        der(0x16, 'id'),
        der(0x30, der(0x02, '\x01'), der(0x0c, '某局公章')),
      ),
    );
    const entry = ofdParts(onePage)['OFD.xml'].replace(
      '</ofd:DocRoot>',
      '</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
    );
    const found = await read(
      packed(onePage, {
        'OFD.xml': entry,
        'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${ofd}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
        'Doc_0/Signs/Sign_0/Signature.xml': `<ofd:Signature ${ofd}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="1" Boundary="100 200 40 40"/><ofd:Seal><ofd:BaseLoc>Seal.esl</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo></ofd:Signature>`,
        'Doc_0/Signs/Sign_0/Seal.esl': seal,
      }),
    );
    expect(lines(found)).toEqual(['body 某局通知', 'seal 某局公章']);
    expect(blocksOf(found)[1]?.box?.map(Math.round)).toEqual([283, 567, 397, 680]);
  });

  test('a seal whose name cannot be read is listed with its place', async () => {
    const entry = ofdParts(onePage)['OFD.xml'].replace(
      '</ofd:DocRoot>',
      '</ofd:DocRoot><ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
    );
    const found = await read(
      packed(onePage, {
        'OFD.xml': entry,
        'Doc_0/Signs/Signatures.xml': `<ofd:Signatures ${ofd}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
        'Doc_0/Signs/Sign_0/Signature.xml': `<ofd:Signature ${ofd}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="1" Boundary="100 200 40 40"/></ofd:SignedInfo></ofd:Signature>`,
      }),
    );
    expect(blocksOf(found).at(-1)).toMatchObject({ kind: 'figure', role: 'seal', text: '' });
  });

  test.each([
    ['Stamp', 'note 阅'],
    ['Watermark', 'dropped 阅'],
  ])('an annotation of type %s is no body text', async (type, wanted) => {
    const document = ofdParts(onePage)['Doc_0/Document.xml'].replace(
      '</ofd:Pages>',
      '</ofd:Pages><ofd:Annotations>Annotations.xml</ofd:Annotations>',
    );
    const found = await read(
      packed(onePage, {
        'Doc_0/Document.xml': document,
        'Doc_0/Annotations.xml': `<ofd:Annotations ${ofd}><ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        'Doc_0/A.xml': `<ofd:PageAnnot ${ofd}><ofd:Annot Type="${type}" ID="3"><ofd:Appearance Boundary="30 80 9 9">${textObject('阅', 0, 5, { size: 5 })}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
      }),
    );
    expect(lines(found)).toEqual(['body 某局通知', wanted]);
  });
});

describe('scanned pages', () => {
  const image = '<ofd:ImageObject ID="1" Boundary="0 0 210 297" ResourceID="9"/>';
  /** White paper under the image, and a sheet over it that does not show. */
  const sheet = (alpha: number) =>
    `<ofd:PathObject ID="2" Boundary="0 0 210 297" Fill="true"><ofd:FillColor Value="255 255 255" Alpha="${alpha}"/><ofd:StrokeColor Value="255 255 255" Alpha="${alpha}"/><ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>`;
  const backing = sheet(255);
  const glass = sheet(0);
  const media = (file: string) =>
    `<ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`;

  test('are handed to OCR as they look on the page', async () => {
    const canvas = createCanvas(42, 60);
    const context = canvas.getContext('2d');
    context.fillStyle = '#000';
    context.fillRect(0, 0, 21, 60);
    const found = await read(
      packed(
        { pages: [backing + image + glass], resources: media('scan.png') },
        { 'Doc_0/Res/scan.png': await canvas.encode('png') },
      ),
    );
    const [page] = found.pages;
    if (page?.kind !== 'scan') throw new Error('The page was not taken as a scan');
    expect(page).toMatchObject({ number: 1, dpi: 200, reason: expect.stringContaining('images') });
    const drawn = createCanvas(page.width, page.height).getContext('2d');
    drawn.drawImage(await loadImage(page.image), 0, 0);
    const red = (part: number): number | undefined =>
      drawn.getImageData(Math.floor(page.width * part), 900, 1, 1).data[0];
    expect([red(0.25), red(0.75)]).toEqual([0, 255]);
  });

  describe('with text besides the image', () => {
    const withImage = async (objects: string): Promise<Parsed> =>
      read(
        packed(
          { pages: [objects], resources: media('scan.png') },
          { 'Doc_0/Res/scan.png': await createCanvas(42, 60).encode('png') },
        ),
      );
    const below = textObject('识别出的文字可能有错'.repeat(6), 10, 60, { size: 3 });
    const over = textObject('附件1', 30, 40, { size: 5 });
    const beside = ({ pages: [page] }: Parsed): string[] | undefined =>
      page?.kind === 'scan'
        ? page.beside?.map((block) => `${block.role} ${'text' in block ? block.text : ''}`)
        : undefined;

    test('what is printed over it goes with the page, in pixels of its image', async () => {
      const found = await withImage(image + over);
      expect(beside(found)).toEqual(['body 附件1']);
      const [page] = found.pages;
      const box = page?.kind === 'scan' ? page.beside?.[0]?.box : undefined;
      // 35 to 41 mm below the edge, at 200 dpi.
      expect(box?.map((each) => Math.round(each / 10) * 10)).toEqual([240, 280, 340, 320]);
    });

    test.each([
      ['lies below it', below + image],
      ['has no colour', image + below.replace('<ofd:FillColor ', '<ofd:FillColor Alpha="0" ')],
    ])('the text of other OCR that %s is not taken for what the page says', async (_, objects) => {
      const found = await withImage(objects);
      expect(found.pages[0]?.kind).toBe('scan');
      expect(beside(found)?.every((block) => block.startsWith('dropped '))).toBe(true);
      expect(codes(found)).toEqual(['parse/hidden-layer']);
    });

    test('text over a picture that is a background is text', async () => {
      const found = await withImage(image + below);
      expect(found.pages[0]?.kind).toBe('text');
    });
  });

  test.each([
    ['of an unknown format', { 'Doc_0/Res/scan.jb2': Buffer.from('974a4232', 'hex') }],
    ['that is missing', {}],
  ])('an image %s is told, and the page is not passed off as read', async (_, more) => {
    const found = await read(packed({ pages: [image], resources: media('scan.jb2') }, more));
    expect(found.pages).toMatchObject([{ kind: 'text', blocks: [] }]);
    expect(found.diagnostics).toMatchObject([
      { code: 'parse/unreadable-image', severity: 'error', place: { page: 1 } },
    ]);
  });
});

describe('pages drawn as outlines', () => {
  const bar = (at: number) =>
    `<ofd:PathObject ID="1" Boundary="20 ${20 + at * 8} 90 5" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L 90 0 B 90 2 90 4 90 5 L 0 5 C</ofd:AbbreviatedData></ofd:PathObject>`;

  test('are handed to OCR as they look', async () => {
    const shapes = Array.from({ length: 30 }, (_, at) => bar(at)).join('');
    const found = await read(ofdPackage({ pages: [shapes] }));
    const [page] = found.pages;
    if (page?.kind !== 'scan') throw new Error('The page was not taken as a scan');
    const drawn = createCanvas(page.width, page.height).getContext('2d');
    drawn.drawImage(await loadImage(page.image), 0, 0);
    const red = (part: number): number | undefined =>
      drawn.getImageData(Math.floor(page.width * part), Math.floor((page.height * 22) / 297), 1, 1)
        .data[0];
    expect([red(0.2), red(0.8)]).toEqual([0, 255]);
  });

  test('beside text they are told, for no text object holds them', async () => {
    const shapes = Array.from({ length: 6 }, (_, at) => bar(at)).join('');
    const found = await read(ofdPackage({ pages: [shapes + onePage.pages[0]] }));
    expect(lines(found)).toEqual(['body 某局通知']);
    expect(codes(found)).toEqual(['parse/drawn-letters']);
  });

  test('a line and a frame alone are an empty page', async () => {
    const found = await read(ofdPackage({ pages: [bar(0) + bar(1)] }));
    expect(found.pages).toMatchObject([{ kind: 'text', blocks: [] }]);
  });
});

describe('broken and hostile files', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa">]><ofd:Page ${ofd}><ofd:Content/></ofd:Page>`;
  const document = ofdParts(onePage)['Doc_0/Document.xml'];
  const cases: readonly [what: string, code: string, parts: Parts][] = [
    ['a document type', 'parse/unreadable', { [contentOf]: bomb }],
    ['a part that is no XML', 'parse/unreadable', { [contentOf]: 'Page' }],
    [
      'a place outside of the package',
      'parse/unreadable',
      { 'Doc_0/Document.xml': document.replace('Pages/Page_0', '../../../etc') },
    ],
    [
      'a page that is missing',
      'parse/unreadable',
      { 'Doc_0/Document.xml': document.replace('Page_0', 'Page_7') },
    ],
    [
      'no pages',
      'parse/no-pages',
      { 'Doc_0/Document.xml': document.replace(/<ofd:Page ID[^>]*>/u, '') },
    ],
    [
      'layers without end',
      'parse/too-large',
      {
        [contentOf]: `<ofd:Page ${ofd}><ofd:Content>${'<ofd:Layer>'.repeat(300)}`,
      },
    ],
    [
      'a graphic that holds itself',
      'parse/too-large',
      {
        'Doc_0/PublicRes.xml': `<ofd:Res ${ofd}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content><ofd:CompositeObject ResourceID="5"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
        [contentOf]: `<ofd:Page ${ofd}><ofd:Content><ofd:Layer><ofd:CompositeObject ResourceID="5"/></ofd:Layer></ofd:Content></ofd:Page>`,
      },
    ],
  ];

  test.each(cases)('%s: %s', async (_, code, parts) => {
    const failed = await read(packed(onePage, parts)).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(IngestError);
    expect(failed).toMatchObject({ code });
  });

  test('what is not needed may be missing, and is told', async () => {
    const { 'Doc_0/PublicRes.xml': _, ...rest } = ofdParts(onePage);
    const found = await read(zip(rest));
    expect(lines(found)).toEqual(['body 某局通知']);
    expect(codes(found)).toEqual(['parse/missing-part']);
  });
});
