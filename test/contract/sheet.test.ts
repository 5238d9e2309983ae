/** Workbooks and text tables: what a sheet shows is what is read. */

import { utils, write } from '@e965/xlsx';
import type { Block, Table } from '@xxgk/extract/document';
import {
  decode,
  EncryptedError,
  NoPagesError,
  parsers,
  TooLargeError,
  UnreadableError,
} from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { compoundFile, encryptedPackage } from '../recipes/ole.ts';
import { ods, odsNumber, odsRow, odsText } from '../recipes/sheet/ods.ts';
import { spreadsheetXml } from '../recipes/sheet/spreadsheet-xml.ts';
import type { SheetRecipe } from '../recipes/sheet/workbook.ts';
import { xls, xlsStream } from '../recipes/sheet/xls.ts';
import { excel5 } from '../recipes/sheet/xls5.ts';
import { xlsx, xlsxParts } from '../recipes/sheet/xlsx.ts';
import { zip } from '../recipes/zip.ts';
import { parsed, sourceFile, tablesOf } from './reading.ts';

const shownCell = ({ text, rowSpan, columnSpan }: Table['cells'][number]): string =>
  rowSpan * columnSpan > 1 ? `${text} ${rowSpan}x${columnSpan}` : text;

const shown = (block: Block): unknown =>
  block.kind === 'table'
    ? Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map(shownCell),
      )
    : block.text;

type Read = Awaited<ReturnType<typeof parsed>>;

const blocksOf = ({ pages }: Read): Block[] =>
  pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));

const formats = {
  'a.xlsx': xlsx,
  'a.xls': xls,
  'xml.xls': (sheets: readonly SheetRecipe[]) => spreadsheetXml(sheets),
} as const;

describe.each(Object.entries(formats))('%s', (fileName, make) => {
  const read = (...sheets: readonly Partial<SheetRecipe>[]): Promise<Read> =>
    parsed(make(sheets.map((sheet) => ({ name: '表', rows: [], ...sheet }))), fileName, '');
  const blocks = async (...sheets: readonly Partial<SheetRecipe>[]): Promise<unknown[]> =>
    blocksOf(await read(...sheets)).map(shown);

  test('numbers and dates read as the sheet shows them', async () => {
    const value = (number: number, format: string | number): unknown =>
      ({ value: number, format }) as const;
    const cases = [
      [0.1234, '0.00%', '12.34%'],
      [6779.070000001, '0.00', '6779.07'],
      [1234567.5, '#,##0.00', '1,234,567.50'],
      [-1185877.33, '#,##0.00_);\\-#,##0.00', '-1,185,877.33'],
      [0.1 + 0.2, 0, '0.3'],
      [1234567890123, 0, '1234567890123'],
      [43646, 14, '2019/6/30'],
      [43646, 31, '2019年6月30日'],
      [43646, 57, '2019年6月'],
      [43646, 'yyyy"年"m"月"d"日";@', '2019年6月30日'],
      [43646, 'yyyy\\-mm\\-dd', '2019-06-30'],
      [12, '0"件"', '12件'],
      [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    ] as const;
    const rows = cases.map(([number, format], at) => [
      `第${at}项`,
      value(number, format) as { value: number; format: string | number },
    ]);
    const [table] = tablesOf(await read({ rows: [['项目', '数值'], ...rows] }));
    const found = table?.cells.filter(({ row, column }) => row > 0 && column === 1);
    expect(found?.map(({ text }) => text)).toEqual(cases.map(([, , text]) => text));
  });

  test('title and unit stand over the table, notes and signatures under it', async () => {
    const found = await read({
      name: 'Sheet1',
      rows: [
        ['某县水利工程投资完成情况'],
        ['填报单位：某县水利局', null, '单位：万元'],
        ['项目', '计划', '完成'],
        ['河道治理', 120, 96],
        ['合计', 120, 96],
        ['注：本表不含上级下达的项目。'],
        ['审核人：', '填表人：'],
      ],
      merges: [[0, 0, 0, 2]],
    });
    expect(blocksOf(found).map(shown)).toEqual([
      '某县水利工程投资完成情况',
      '填报单位：某县水利局',
      '单位：万元',
      [
        ['项目', '计划', '完成'],
        ['河道治理', '120', '96'],
        ['合计', '120', '96'],
      ],
      '注：本表不含上级下达的项目。',
      '审核人：',
      '填表人：',
    ]);
    expect(blocksOf(found)[0]).toMatchObject({ align: 'center', path: 'Sheet1!A1' });
    expect(blocksOf(found)[3]).toMatchObject({ path: 'Sheet1!A3:C5' });
    expect(tablesOf(found)[0]?.cells.at(4)?.path).toBe('Sheet1!B4');
  });

  test('merged cells keep their spans, empty cells their places', async () => {
    const rows = [
      ['地区', '本年', null, '上年'],
      [null, '件数', '金额'],
      ['东部', 3, null, 4],
      ['西部', 5, 6, 7],
    ];
    const merges = [
      [0, 0, 1, 0],
      [0, 1, 0, 2],
      [0, 3, 1, 3],
    ] as const;
    expect(await blocks({ rows, merges })).toEqual([
      [
        ['地区 2x1', '本年 1x2', '上年 2x1'],
        ['件数', '金额'],
        ['东部', '3', '', '4'],
        ['西部', '5', '6', '7'],
      ],
    ]);
  });

  test('labels merged over all columns stay in the table, the first one too', async () => {
    const rows = [
      ['第一部分'],
      ['内容', '数量'],
      ['许可', 8],
      ['第二部分'],
      ['内容', '数量'],
      ['处罚', 2],
    ];
    const merges = [
      [0, 0, 0, 1],
      [3, 0, 3, 1],
    ] as const;
    const [table] = tablesOf(await read({ rows, merges }));
    expect(table).toMatchObject({ rows: 6, columns: 2 });
  });

  test('empty lines at the edges are trimmed, and divide tables', async () => {
    const rows = [
      [],
      [null, '甲', '数'],
      [null, '一', 1],
      [],
      [null, '二', 2],
      [],
      [null, '乙', '量'],
      [null, '三', 3],
    ];
    expect(await blocks({ rows })).toEqual([
      [
        ['甲', '数'],
        ['一', '1'],
        ['二', '2'],
      ],
      [
        ['乙', '量'],
        ['三', '3'],
      ],
    ]);
  });

  test('tables beside each other are two where an empty column divides them', async () => {
    const rows = [
      ['收入', '金额', null, '支出', '金额'],
      ['税收', 5, null, '教育', 4],
    ];
    expect(await blocks({ rows })).toEqual([
      [
        ['收入', '金额'],
        ['税收', '5'],
      ],
      [
        ['支出', '金额'],
        ['教育', '4'],
      ],
    ]);
    const gap = rows.map((row) => row.slice(0, 4));
    expect((await blocks({ rows: gap })).length).toBe(1);
  });

  test('each sheet that is shown is a page; the hidden are named', async () => {
    const row = (text: string) => [
      ['项目', text],
      ['件数', 1],
    ];
    const found = await read(
      { name: '收入', rows: row('甲') },
      { name: '底稿', rows: row('乙'), hidden: true },
      { name: '空白' },
      { name: '支出 表', rows: row('丙') },
    );
    expect(found.pageCount).toBeNull();
    expect(found.pages.map(({ number }) => number)).toEqual([1, 2]);
    expect(tablesOf(found).map(({ path }) => path)).toEqual(['收入!A1:B2', "'支出 表'!A1:B2"]);
    expect(found.diagnostics).toMatchObject([
      { code: 'parse/hidden-sheet', message: expect.stringContaining('底稿') },
    ]);
  });

  test('hidden rows and columns are left out and told; addresses are those of the file', async () => {
    const rows = [
      ['项目', '内部编号', '数'],
      ['甲', 'X1', 1],
      ['乙', 'X2', 2],
      ['丙', 'X3', 3],
    ];
    const found = await read({ name: 'S', rows, hiddenRows: [2], hiddenColumns: [1] });
    expect(blocksOf(found).map(shown)).toEqual([
      [
        ['项目', '数'],
        ['甲', '1'],
        ['丙', '3'],
      ],
    ]);
    expect(tablesOf(found)[0]?.cells.at(-1)?.path).toBe('S!C4');
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['parse/hidden-cells']);
  });

  test('a workbook that shows nothing is refused', async () => {
    await expect(read({ rows: [] })).rejects.toThrow(NoPagesError);
  });
});

describe('XML Spreadsheet 2003', () => {
  const recipe: SheetRecipe = {
    name: 'S',
    rows: [
      ['甲', '乙'],
      ['丙', 1],
    ],
  };
  const inserted = (cells: string): Buffer =>
    Buffer.from(
      spreadsheetXml([recipe]).toString('utf8').replace('</Table>', `<Row>${cells}</Row></Table>`),
    );
  const lastRow = async (cells: string): Promise<unknown> => {
    const [table] = tablesOf(await parsed(inserted(cells), 'a.xls', ''));
    return table?.cells.filter(({ row }) => row === 2).map(({ text }) => text);
  };

  test.each([
    [
      'dates, errors, truth',
      '<Cell><Data ss:Type="DateTime">2019-06-30T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#DIV/0!</Data></Cell>',
      ['2019/6/30', '#DIV/0!'],
    ],
    [
      'rich text, without how it is read aloud',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>重</B><Font>要</Font></ss:Data><PhoneticText xmlns="urn:schemas-microsoft-com:office:excel">zhong</PhoneticText></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>',
      ['重要', 'TRUE'],
    ],
    [
      'a remark is no content of its cell',
      '<Cell><Data ss:Type="Number">7</Data><Comment><ss:Data>待核实</ss:Data></Comment></Cell><Cell><Data ss:Type="String">丁</Data></Cell>',
      ['7', '丁'],
    ],
    [
      'a cell that is left out',
      '<Cell ss:Index="2"><Data ss:Type="Number">5</Data></Cell>',
      ['', '5'],
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await lastRow(cells)).toEqual(expected);
  });

  test('a remark stands behind the table, with the address of its cell', async () => {
    const cell =
      '<Cell><Data ss:Type="Number">7</Data><Comment><ss:Data>待核实</ss:Data></Comment></Cell>';
    const blocks = blocksOf(await parsed(inserted(cell), 'a.xls', ''));
    expect(blocks.at(-1)).toMatchObject({ role: 'note', text: '待核实', path: 'S!A3' });
  });

  test('in GBK, it is read as what it says it is', async () => {
    const text = spreadsheetXml([recipe]).toString('utf8').replace('?>', ' encoding="gb2312"?>');
    const found = await parsed(iconv.encode(text, 'gbk'), 'a.xls', '');
    expect(tablesOf(found)[0]?.cells.map(({ text: cell }) => cell)).toEqual([
      '甲',
      '乙',
      '丙',
      '1',
    ]);
  });

  test.each([
    ['cut off', (xml: string) => xml.slice(0, -40), UnreadableError],
    ['a number that is none', (xml: string) => xml.replace('>1<', '>1,2<'), UnreadableError],
    [
      'a row far out',
      (xml: string) => xml.replace('<Row>', '<Row ss:Index="2000000000">'),
      TooLargeError,
    ],
    [
      'merged without end',
      (xml: string) => xml.replace('<Cell ', '<Cell ss:MergeAcross="99999999" '),
      TooLargeError,
    ],
  ])('%s, it is refused', async (_, spoil, error) => {
    const xml = Buffer.from(spoil(spreadsheetXml([recipe]).toString('utf8')));
    await expect(parsed(xml, 'a.xls', '')).rejects.toThrow(error);
  });
});

describe('OpenDocument', () => {
  const head = odsRow(odsText('项目') + odsText('数量'));
  const row = odsRow(odsText('甲') + odsNumber(1204, '1,204'));
  const read = (table: string, manifest?: string): Promise<Read> =>
    parsed(ods(table, manifest), 'a.ods', '');

  test('reads as it is shown, repeated and merged cells too', async () => {
    const title = odsRow(
      `${odsText('某县统计表', ' table:number-columns-spanned="2"')}<table:covered-table-cell/>`,
    );
    const twice = odsRow(
      odsText('乙', ' table:number-columns-repeated="2"'),
      ' table:number-rows-repeated="2"',
    );
    const filler = odsRow(
      '<table:table-cell table:number-columns-repeated="1024"/>',
      ' table:number-rows-repeated="1048000"',
    );
    const found = await read(title + head + row + twice + filler);
    expect(blocksOf(found).map(shown)).toEqual([
      '某县统计表',
      [
        ['项目', '数量'],
        ['甲', '1,204'],
        ['乙', '乙'],
        ['乙', '乙'],
      ],
    ]);
  });

  test('repetitions that would fill the memory are refused', async () => {
    const bomb = odsRow(
      odsText('甲', ' table:number-columns-repeated="16000"'),
      ' table:number-rows-repeated="1000000"',
    );
    await expect(read(head + bomb)).rejects.toThrow(TooLargeError);
  });

  test('with a password it asks for a copy without', async () => {
    const entry =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    await expect(read(head + row, entry)).rejects.toThrow(EncryptedError);
  });
});

describe('what only some workbooks hold', () => {
  const cell = (content: string): Record<string, string> => {
    const parts = xlsxParts([
      {
        name: 'S',
        rows: [
          ['甲', '乙'],
          ['丙', 1],
        ],
      },
    ]);
    const path = 'xl/worksheets/sheet1.xml';
    const found = /<c r="A2".*?<\/c>/u.exec(parts[path] ?? '')?.[0] ?? '';
    return { ...parts, [path]: (parts[path] ?? '').replace(found, content) };
  };
  const texts = async (content: string): Promise<string[] | undefined> =>
    tablesOf(await parsed(zip(cell(content)), 'a.xlsx', ''))[0]?.cells.map(({ text }) => text);

  test('pieces of a text make one, and how it is read aloud is no part of it', async () => {
    const pieces =
      '<c r="A2" t="inlineStr"><is><r><t>东</t></r><r><rPr><b/></rPr><t>部</t></r><rPh sb="0" eb="1"><t>dong</t></rPh><phoneticPr fontId="1"/></is></c>';
    expect(await texts(pieces)).toEqual(['甲', '乙', '东部', '1']);
  });

  test('a text box is read where it lies over the sheet; a picture is told', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const rows = [['甲', '乙'], ['丙', 1], [], [], ['丁', '戊'], ['己', 2]];
    const at = (row: number, inside: string): string =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>${inside}</xdr:twoCellAnchor>`;
    const box = (...lines: readonly string[]): string =>
      `<xdr:sp><xdr:txBody>${lines.map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`).join('')}</xdr:txBody></xdr:sp>`;
    const found = await parsed(
      zip({
        ...xlsxParts([{ name: '表 1', rows }]),
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="${packaged}"><Relationship Id="rId1" Type="${office}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
        'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${at(8, box('某局（盖章）', '2031年1月9日'))}${at(2, box('以下单位：元'))}${at(2, '<xdr:pic/>')}</xdr:wsDr>`,
      }),
      'a.xlsx',
      '',
    );
    expect(blocksOf(found).map(shown)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '1'],
      ],
      '以下单位：元',
      '',
      [
        ['丁', '戊'],
        ['己', '2'],
      ],
      '某局（盖章）\n2031年1月9日',
    ]);
    expect(blocksOf(found)[1]).toMatchObject({ role: 'body', path: "'表 1'!B3" });
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['parse/pictures']);
  });

  test('an error of a formula is shown as it is, and told', async () => {
    const found = await parsed(
      zip(cell('<c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
      'a.xlsx',
      '',
    );
    expect(tablesOf(found)[0]?.cells.map(({ text }) => text)).toEqual(['甲', '乙', '#DIV/0!', '1']);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['parse/formula-error']);
  });

  test('records without a compound file around them are a workbook too', async () => {
    const stream = xlsStream([
      {
        name: 'S',
        rows: [
          ['甲', '乙'],
          ['丙', 1],
        ],
      },
    ]);
    const found = await parsed(stream, 'a.xls', '');
    expect(found.parser.name).toBe('xls');
    expect(blocksOf(found).map(shown)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '1'],
      ],
    ]);
    await expect(parsed(stream.subarray(0, stream.length - 30), 'a.xls', '')).rejects.toThrow(
      UnreadableError,
    );
  });

  test('a binary workbook (.xlsb) is read', async () => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '数'],
      ['某局', 3],
    ]);
    const bytes: Buffer = write(utils.book_new(sheet, '表'), { type: 'buffer', bookType: 'xlsb' });
    const found = await parsed(bytes, 'a.xlsb', '');
    expect(blocksOf(found).map(shown)).toEqual([
      [
        ['单位', '数'],
        ['某局', '3'],
      ],
    ]);
  });
});

describe('damage and locks', () => {
  const sheet: SheetRecipe = {
    name: 'S',
    rows: [
      ['甲', '乙'],
      ['丙', 1],
    ],
  };

  test('a flipped bit in a part is told by its checksum', async () => {
    const bytes = xlsx([sheet]);
    const at = bytes.indexOf('丙');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await expect(parsed(bytes, 'a.xlsx', '')).rejects.toThrow(UnreadableError);
  });

  test('a formula without its result is told, not taken for zero', async () => {
    const parts = xlsxParts([sheet]);
    const path = 'xl/worksheets/sheet1.xml';
    const formula = (parts[path] ?? '').replace('<v>1</v>', '<f>SUM(B1)</f>');
    const found = await parsed(zip({ ...parts, [path]: formula }), 'a.xlsx', '');
    expect(tablesOf(found)[0]?.cells.at(-1)?.text).toBe('');
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['parse/formula-without-value']);
  });

  test('encrypted workbooks ask for a copy without password', async () => {
    const locked = xls([sheet], { encrypted: true });
    await expect(parsed(locked, 'a.xls', '')).rejects.toThrow(EncryptedError);
    await expect(parsed(encryptedPackage(), 'a.xlsx', '')).rejects.toThrow(EncryptedError);
  });

  test('a cut-off XLS is refused: the rows that are missing are not seen', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`第${at}项`, at]);
    const whole = xls([{ name: 'S', rows }]);
    await expect(parsed(whole.subarray(0, 8192), 'a.xls', '')).rejects.toThrow(UnreadableError);
  });

  test('a record of false length is told: the cells behind it would be lost', async () => {
    const stream = xlsStream([sheet]);
    const at = stream.indexOf(Buffer.from('丙', 'utf16le')) - 11;
    stream.writeUInt16LE(0x7f10, at);
    const bytes = compoundFile([{ name: 'Workbook', content: stream }]);
    await expect(parsed(bytes, 'a.xls', '')).rejects.toThrow(UnreadableError);
  });

  test('the letters of an Excel 5 workbook are those of its code page', async () => {
    const bytes = compoundFile([
      {
        name: 'Book',
        content: excel5([
          ['单位', '某局'],
          ['数', '三'],
        ]),
      },
    ]);
    expect(blocksOf(await parsed(bytes, 'a.xls', '')).map(shown)).toEqual([
      [
        ['单位', '某局'],
        ['数', '三'],
      ],
    ]);
  });

  test('other compound files called .xls say that they hold no workbook', async () => {
    const other = compoundFile([{ name: 'Other', content: xlsStream([sheet]).subarray(64) }]);
    await expect(parsed(other, 'a.xls', '')).rejects.toThrow('holds no workbook');
  });

  test('a web page called .xls goes to the reader of web pages', () => {
    const page = Buffer.from('<html><body><table><tr><td>甲</td></tr></table></body></html>');
    expect(decode(sourceFile(page, 'a.xls')).parser.name).toBe('html');
    expect(decode(sourceFile(page, 'a.csv')).parser.name).toBe('html');
  });
});

describe('csv', () => {
  const text = '单位,数量,说明\r\n某局,"1,204","含""代办""\n两项"\r\n某站,="0571",\r\n';
  const rows = [
    ['单位', '数量', '说明'],
    ['某局', '1,204', '含"代办"\n两项'],
    ['某站', '0571', ''],
  ];

  test.each([
    ['GBK', iconv.encode(text, 'gbk')],
    ['UTF-8 with a byte-order mark', iconv.encode(text, 'utf8', { addBOM: true })],
    ['UTF-16', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16, most significant byte first', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ])('%s', async (_, bytes) => {
    const found = await parsed(bytes, '统计.csv', '');
    expect(blocksOf(found).map(shown)).toEqual([rows]);
    expect(found.stages).toEqual({ 'parse.csv': '2' });
    expect(tablesOf(found)[0]?.cells.at(4)?.path).toBe('B2');
  });

  test.each([
    ['semicolons', '单位;数量\n某局;"1,204"\n某站;5\n'],
    ['a separator that is named', 'sep=;\n单位;数量\n某局;"1,204"\n某站;5\n'],
  ])('%s', async (_, content) => {
    const found = await parsed(Buffer.from(content), 'a.csv', '');
    expect(blocksOf(found).map(shown)).toEqual([
      [
        ['单位', '数量'],
        ['某局', '1,204'],
        ['某站', '5'],
      ],
    ]);
  });

  test('tabs and a title line', async () => {
    const bytes = Buffer.from('某局统计\n单位\t数\n甲\t1\n乙\t2\n');
    const found = await parsed(bytes, 'a.tsv', '');
    expect(blocksOf(found).map(shown)).toEqual([
      '某局统计',
      [
        ['单位', '数'],
        ['甲', '1'],
        ['乙', '2'],
      ],
    ]);
  });

  test.each([
    ['a.txt', text],
    [null, text],
    ['a.csv', '关于放假的通知\n各单位，请遵照执行。\n某局\n'],
    ['a.csv', '一行,没有别的'],
    ['a.csv', '\0\0,\n\0,\n'],
  ])('%s is not taken for a table: %j', (fileName, content) => {
    const head = Buffer.from(content);
    const first = parsers.find((parser) => parser.recognises(head, { fileName }));
    expect(first).toBeUndefined();
  });
});
