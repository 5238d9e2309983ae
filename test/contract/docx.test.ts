/** What Word files hold besides their words. */
import type { Block, TextBlock } from '@xxgk/extract/document';
import { EncryptedError, TooLargeError, UnreadableError } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { type WordXml, wordPackage, wordParts } from '../recipes/docx/package.ts';
import { zip } from '../recipes/zip.ts';
import { parsed, tablesOf } from './reading.ts';

const read = (bytes: Uint8Array) => parsed(bytes, 'a.docx', '');

async function blocks(xml: WordXml): Promise<Block[]> {
  const { pages } = await read(wordPackage(xml));
  return pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));
}

const texts = async (xml: WordXml): Promise<string[]> =>
  (await blocks(xml)).map((block) => (block.kind === 'table' ? 'table' : block.text));

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const numbered = (level: number, text: string, list = 1): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (at: number, format: string, pattern: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;

const outline = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%2.%4')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

describe('automatic numbers', () => {
  test('are printed as Word prints them, deeper levels start again', async () => {
    const body = [
      numbered(0, '总体情况'),
      numbered(1, '主动公开'),
      numbered(1, '依申请公开'),
      numbered(2, '收到的申请'),
      numbered(0, '存在的问题'),
      numbered(1, '队伍'),
    ].join('');
    expect(await texts({ body, numbering: outline })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '1.收到的申请',
      '二、存在的问题',
      '（一）队伍',
    ]);
  });

  test('pass ten as 十一, and another list may start again', async () => {
    const body = `${numbered(0, '条').repeat(11)}${numbered(0, '条', 2)}`;
    const found = await texts({ body, numbering: outline });
    expect(found.slice(-3)).toEqual(['十、条', '十一、条', '一、条']);
  });

  test('come from the style of the paragraph, and none switches them off', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="条目"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const body = `${paragraph(run('甲'), '<w:pStyle w:val="S"/>')}${paragraph(run('乙'), '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>')}`;
    expect(await texts({ body, styles, numbering: outline })).toEqual(['一、甲', '乙']);
  });
});

describe('automatic numbers, what else decides them', () => {
  const suffix = (kind: string): string => `<w:suff w:val="${kind}"/>`;
  const list = (id: number, levels: string, more = ''): string =>
    `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const one = (format: string, pattern: string, more = ''): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;

  test.each([
    ['a tab after a digit is a gap, not nothing', one('decimal', '%1'), ['1 2018年', '2 2018年']],
    ['a tab after a sign needs none', one('decimal', '%1.'), ['1.2018年', '2.2018年']],
    [
      'nothing is nothing',
      one('decimal', '第%1项', suffix('nothing')),
      ['第1项2018年', '第2项2018年'],
    ],
    ['a space is a space', one('decimal', '%1.', suffix('space')), ['1. 2018年', '2. 2018年']],
    ['signs', one('ideographTraditional', '%1、'), ['甲、2018年', '乙、2018年']],
    ['circles', one('decimalEnclosedCircle', '%1'), ['①2018年', '②2018年']],
    ['bullets are left out', one('bullet', '●'), ['2018年', '2018年']],
    [
      'padded numbers of Word 2010',
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1-"/></w:lvl>',
      ['001-2018年', '002-2018年'],
    ],
  ])('%s', async (_, levels, expected) => {
    const body = numbered(0, '2018年', 5).repeat(2);
    expect(await texts({ body, numbering: list(5, levels) })).toEqual(expected);
  });

  test('a style names its level in the list; a list may be another’s by its style', async () => {
    const levels = `${level(0, 'chineseCounting', '%1、')}<w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="S"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>`;
    const numbering = `${list(8, levels, '<w:styleLink w:val="L"/>')}<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`;
    const styles = `<w:style w:type="paragraph" w:styleId="S"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>`;
    const body = `${numbered(0, '甲', 9)}${paragraph(run('乙'), '<w:pStyle w:val="S"/>')}`;
    expect(await texts({ body, styles, numbering })).toEqual(['一、甲', '1)乙']);
  });

  test('a format that is not known is told', async () => {
    const { diagnostics } = await read(
      wordPackage({ body: numbered(0, '甲', 5), numbering: list(5, one('hebrew1', '%1.')) }),
    );
    expect(diagnostics).toMatchObject([{ code: 'parse/number-format', severity: 'warning' }]);
  });
});

describe('text', () => {
  const field = (code: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test.each([
    ['insertions are accepted', `${run('甲')}<w:ins>${run('乙')}</w:ins>`, ['甲乙']],
    [
      'deletions are accepted',
      `${run('甲')}<w:del><w:r><w:delText>丙</w:delText></w:r></w:del>`,
      ['甲'],
    ],
    [
      'moved text stands where it went',
      `<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo>`,
      ['新'],
    ],
    ['fields show their result', `共${field('PAGE', '12')}`, ['12']],
    ['hidden text is not printed', `${run('甲')}${run('密', '<w:vanish/>')}`, ['甲']],
    [
      'readings above characters are left out',
      `<w:r><w:ruby><w:rt>${run('xing')}</w:rt><w:rubyBase>${run('行')}</w:rubyBase></w:ruby></w:r>`,
      ['行'],
    ],
    [
      'hard breaks separate lines',
      `<w:r><w:t>关于某事</w:t><w:br/><w:t>的通知</w:t></w:r>`,
      ['关于某事', '的通知'],
    ],
    [
      'a circle around a digit is a sign',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ['③'],
    ],
    [
      'boxes of forms show their tick',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ['☑'],
    ],
    ['signs of sign fonts', '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', ['☑']],
    [
      'soft hyphens are not printed',
      '<w:r><w:t>甲</w:t><w:softHyphen/><w:t>乙</w:t></w:r>',
      ['甲乙'],
    ],
    [
      'raised digits are no digits of the number',
      `${run('10')}${run('3', '<w:vertAlign w:val="superscript"/>')}`,
      ['10³'],
    ],
    [
      'a fraction is no number of two digits',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
      ['1/2'],
    ],
    [
      'content controls are transparent',
      `<w:sdt><w:sdtPr/><w:sdtContent>${run('甲')}</w:sdtContent></w:sdt>`,
      ['甲'],
    ],
    ['links are text', `<w:hyperlink>${run('附件')}</w:hyperlink>`, ['附件']],
  ])('%s', async (_, content, expected) => {
    expect(await texts({ body: paragraph(content) })).toEqual(expected);
  });

  test('text boxes are read once, after the paragraph that holds them', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
    const body = paragraph(
      `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('印章处')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('印章处')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect(await texts({ body })).toEqual(['正文', '印章处']);
  });

  test('a paragraph whose end is deleted goes on in the next', async () => {
    const open = paragraph(run('前半句，'), '<w:rPr><w:del/></w:rPr>');
    expect(await texts({ body: `${open}${paragraph(run('后半句。'))}` })).toEqual([
      '前半句，后半句。',
    ]);
  });

  test('every block tells its part and its place in it', async () => {
    const body = `${paragraph(run('甲'))}<w:sdt><w:sdtContent>${paragraph(run('乙'))}</w:sdtContent></w:sdt>`;
    expect((await blocks({ body })).map((block) => 'path' in block && block.path)).toEqual([
      'word/document.xml/w:body/w:p[1]',
      'word/document.xml/w:body/w:sdt[1]/w:p[1]',
    ]);
  });

  test('page numbers in footers are folios, other footers footers', async () => {
    const footer = `${paragraph(run('— 3 —'))}${paragraph(run('内部资料'))}`;
    const found = await blocks({ body: paragraph(run('正文')), footer });
    expect(found.map(({ role }) => role)).toEqual(['body', 'folio', 'footer']);
  });
});

describe('look', () => {
  const one = async (body: string, styles = ''): Promise<TextBlock | undefined> =>
    (await blocks({ body, styles })).find(
      (block) => block.kind !== 'table' && block.kind !== 'figure',
    );

  test('alignment, indent in characters, weight and colour are told', async () => {
    const centred = paragraph(
      run('某局文件', '<w:b/><w:color w:val="FF0000"/>'),
      '<w:jc w:val="center"/>',
    );
    expect(await one(centred)).toMatchObject({ align: 'center', bold: true, color: 'red' });
    const indented = paragraph(run('正文', '<w:sz w:val="32"/>'), '<w:ind w:firstLine="640"/>');
    expect(await one(indented)).toMatchObject({ indent: 2 });
    const inCharacters = paragraph(
      run('正文'),
      '<w:ind w:firstLineChars="200" w:firstLine="999"/>',
    );
    expect(await one(inCharacters)).toMatchObject({ indent: 2 });
  });

  test('an outline level makes a heading, also through the style it is based on', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="节"/><w:basedOn w:val="A"/></w:style>';
    const body = paragraph(run('主动公开'), '<w:pStyle w:val="B"/>');
    expect(await one(body, styles)).toMatchObject({ kind: 'heading', level: 2 });
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

  test('deleted rows are gone, paragraphs of a cell are one text', async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}${cell('1')}</w:tr>`;
    const two = `<w:tc>${paragraph(run('商业'))}${paragraph(run('企业'))}</w:tc>`;
    const body = table(deleted, row(two, cell('3')));
    const [found] = tablesOf(await read(wordPackage({ body })));
    expect(found?.cells.map(({ text }) => text)).toEqual(['商业企业', '3']);
  });

  test('grid columns that no cell begins with do not count', async () => {
    const wide = '<w:gridSpan w:val="2"/>';
    const body = table(row(cell('指标', wide), cell('数')), row(cell('甲', wide), cell('5')));
    const [found] = tablesOf(await read(wordPackage({ body })));
    expect(found).toMatchObject({ rows: 2, columns: 2 });
  });

  test('deleted cells are gone, and cells merged in the old way are one', async () => {
    const gone = cell('旧', '<w:cellDel/>');
    const merged = `${cell('甲', '<w:hMerge w:val="restart"/>')}${cell('', '<w:hMerge w:val="continue"/>')}`;
    const body = table(row(cell('a'), gone, cell('b'), cell('c')), row(merged, cell('3')));
    const [found] = tablesOf(await read(wordPackage({ body })));
    expect(found?.cells).toMatchObject([
      { text: 'a' },
      { text: 'b' },
      { text: 'c' },
      { text: '甲', columnSpan: 2 },
      { text: '3', column: 2 },
    ]);
  });

  test('two numbers in the lines of a cell stay two', async () => {
    const two = `<w:tc>${paragraph(run('5'))}${paragraph(run('6'))}</w:tc>`;
    const [found] = tablesOf(await read(wordPackage({ body: table(row(cell('数'), two)) })));
    expect(found?.cells[1]?.text).toBe('5\n6');
  });

  test('a table inside of a cell follows the table around it, a text box in it is text', async () => {
    const inner = table(row(cell('内'), cell('1')), row(cell('里'), cell('2')));
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run('框'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const body = table(
      row(cell('外'), `<w:tc>${paragraph(run('见下') + box)}${inner}</w:tc>`),
      row(cell('丙'), cell('丁')),
    );
    const found = tablesOf(await read(wordPackage({ body })));
    expect(found.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['外', '见下框', '丙', '丁'],
      ['内', '1', '里', '2'],
    ]);
    expect(found[1]?.cells[3]?.path).toBe(
      'word/document.xml/w:body/w:tbl[1]/w:tr[1]/w:tc[2]/w:tbl[1]/w:tr[2]/w:tc[2]',
    );
  });

  test('a table of one cell is a frame around text', async () => {
    expect(await texts({ body: table(row(cell('框内的说明'))) })).toEqual(['框内的说明']);
  });
});

describe('broken files', () => {
  const parts = wordParts({ body: paragraph(run('正文')) });

  test('a flipped bit that the format does not notice is refused by its checksum', async () => {
    const bytes = zip(parts);
    const at = bytes.indexOf('正文');
    bytes[at + 2] = (bytes[at + 2] ?? 0) ^ 1;
    await expect(read(bytes)).rejects.toThrow(UnreadableError);
    await expect(read(bytes)).rejects.toThrow('checksum');
  });

  test('a file that is cut off is refused', async () => {
    await expect(read(zip(parts).subarray(0, 900))).rejects.toThrow(UnreadableError);
  });

  test('stray signs in the XML are read all the same, and the reader is told', async () => {
    const stray = parts['word/document.xml'].replace('正文', '甲 & 乙');
    const found = await read(zip({ ...parts, 'word/document.xml': stray }));
    expect(found.diagnostics).toMatchObject([{ code: 'parse/repaired', severity: 'info' }]);
    expect(found.pages).toMatchObject([{ blocks: [{ text: '甲 & 乙' }] }]);
  });

  test('tags that do not fit cost the look of the text, and the reader is told', async () => {
    const stray = parts['word/document.xml'].replace('正文', '甲</w:x>乙');
    const found = await read(zip({ ...parts, 'word/document.xml': stray }));
    expect(found.diagnostics).toMatchObject([{ code: 'parse/repaired', severity: 'warning' }]);
    expect(found.pages).toMatchObject([{ blocks: [{ text: '甲乙' }] }]);
  });

  test('a document type is refused: entities could be anything', async () => {
    const hostile = parts['word/document.xml'].replace(
      '<w:document',
      '<!DOCTYPE d [<!ENTITY a "b">]><w:document',
    );
    await expect(read(zip({ ...parts, 'word/document.xml': hostile }))).rejects.toThrow(
      'document type',
    );
  });

  test('too many parts and too deep a nesting are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`x/${at}`, '']));
    await expect(read(zip({ ...parts, ...many }))).rejects.toThrow(TooLargeError);
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(20_000);
    await expect(read(wordPackage({ body: nested }))).rejects.toThrow(TooLargeError);
    const long = wordPackage({ body: '<w:p/>'.repeat(200_001) });
    await expect(read(long)).rejects.toThrow(TooLargeError);
    const deep = `${'<w:sdt>'.repeat(400)}${'</w:sdt>'.repeat(400)}`;
    await expect(read(wordPackage({ body: deep }))).rejects.toThrow(TooLargeError);
  });
});

test('a Word file under a password says so', async () => {
  const { encryptedPackage } = await import('../recipes/ole.ts');
  await expect(read(encryptedPackage())).rejects.toThrow(EncryptedError);
});
