/** Workbooks and text tables: what a sheet shows is what is read. */
import type { Block, Table } from '@xxgk/extract/document';
import { decode, EncryptedError, NoPagesError, parsers, UnreadableError } from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { compoundFile, encryptedPackage } from '../recipes/ole.ts';
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

const formats = { 'a.xlsx': xlsx, 'a.xls': xls } as const;

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
  ])('%s', async (_, bytes) => {
    const found = await parsed(bytes, '统计.csv', '');
    expect(blocksOf(found).map(shown)).toEqual([rows]);
    expect(found.stages).toEqual({ 'parse.csv': '1' });
    expect(tablesOf(found)[0]?.cells.at(4)?.path).toBe('B2');
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
