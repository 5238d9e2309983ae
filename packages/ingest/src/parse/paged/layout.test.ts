import type { Block, Table } from '@xxgk/extract/document';
import { describe, expect, test } from 'vitest';
import type { Glyph, InkedPage, Ruling } from './glyph.ts';
import { blocksOf } from './join-pages.ts';
import { layOut } from './layout.ts';

/** A printed line: its baseline, and texts with the places where they begin. */
interface Printed {
  readonly y: number;
  readonly size?: number;
  readonly texts: readonly (readonly [x: number, text: string])[];
}

const narrow = /[\u0020-\u007e]/u;

function glyphsOf({ y, size = 10, texts }: Printed): Glyph[] {
  return texts.flatMap(([start, text]) => {
    let x = start;
    return [...text].map((each): Glyph => {
      const left = x;
      x += narrow.test(each) ? size / 2 : size;
      return {
        text: each,
        box: [left, y - 0.88 * size, x, y + 0.12 * size],
        baseline: y,
        size,
        bold: false,
        red: false,
        angle: 0,
      };
    });
  });
}

const level = (at: number, from: number, to: number): Ruling => ({
  horizontal: true,
  at,
  from,
  to,
});
const upright = (at: number, from: number, to: number): Ruling => ({
  horizontal: false,
  at,
  from,
  to,
});

const pageOf = (
  lines: readonly Printed[],
  rulings: readonly Ruling[] = [],
  number = 1,
): InkedPage => ({
  number,
  width: 600,
  height: 800,
  ink: { glyphs: lines.flatMap(glyphsOf), rulings, images: [] },
});

const readPages = (...pages: InkedPage[]): Block[][] => {
  const blocks = blocksOf(layOut(pages));
  return pages.map(({ number }) => blocks.get(number) ?? []);
};

const shown = (block: Block): string => {
  if (block.kind !== 'table') return `${block.role} ${block.text}`;
  const rows = Array.from({ length: block.rows }, (_, row) =>
    block.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text)
      .join('|'),
  );
  return `table ${block.role} ${rows.join(' / ')}`;
};

const read = (...pages: InkedPage[]): string[] =>
  readPages(...pages)
    .flat()
    .map(shown);

const at = (y: number, ...texts: (readonly [number, string])[]): Printed => ({ y, texts });

/** Text of so many characters that nobody confuses with another. */
const prose = (length: number, seed: string): string =>
  Array.from({ length }, (_, place) =>
    String.fromCodePoint(
      0x5000 + ((seed.length * 97 + place * 31 + (seed.codePointAt(0) ?? 0)) % 900),
    ),
  ).join('');

/** A paragraph set in a column of so many letters. */
function paragraph(text: string, x: number, y: number, letters: number): Printed[] {
  const all = [...`　　${text}`];
  const count = Math.ceil(all.length / letters);
  return Array.from({ length: count }, (_, line) => {
    const own = all.slice(line * letters, (line + 1) * letters).join('');
    const start = own.length - own.trimStart().length;
    return at(y + line * 15, [x + start * 10, own.trimStart()]);
  });
}

describe('reading order', () => {
  const [left, right] = [prose(150, '甲'), prose(150, '乙乙')];

  test('columns are read one after the other, below what stands above both', () => {
    const lines = [
      { y: 60, size: 18, texts: [[200, '某省公报某省公报']] } as Printed,
      ...paragraph(left, 50, 100, 23),
      ...paragraph(right, 310, 103, 23),
    ];
    expect(read(pageOf(lines))).toEqual(['body 某省公报某省公报', `body ${left}`, `body ${right}`]);
  });

  test('a paragraph goes on from the foot of a column to the head of the next', () => {
    const long = prose(23 * 16 - 2, '丙');
    const lines = paragraph(long, 50, 100, 23).map((line, index): Printed => {
      if (index < 8) return line;
      return { ...line, y: line.y - 120, texts: line.texts.map(([, text]) => [310, text]) };
    });
    expect(read(pageOf(lines))).toEqual([`body ${long}`]);
  });

  test('text in a frame is read by itself', () => {
    const [inside, outside] = [prose(60, '丁丁丁'), prose(90, '戊')];
    const lines = [...paragraph(inside, 70, 118, 20), ...paragraph(outside, 50, 200, 50)];
    const frame = [
      level(100, 60, 290),
      level(180, 60, 290),
      upright(60, 100, 180),
      upright(290, 100, 180),
    ];
    expect(read(pageOf(lines, frame))).toEqual([`body ${inside}`, `body ${outside}`]);
  });

  test('footnotes stand apart, and the text goes on over the page end', () => {
    const long = prose(148, '己');
    const lines = paragraph(long, 50, 640, 50);
    const note: Printed = { y: 740, size: 8, texts: [[50, '①本表所称来件，包括网上来件。']] };
    const first = pageOf([...lines.slice(0, 2), note], [level(725, 50, 180)]);
    const rest = lines.slice(2).map((line) => ({ ...line, y: 100 }));
    expect(read(first, pageOf(rest, [], 2))).toEqual([
      `body ${long}`,
      'note ①本表所称来件，包括网上来件。',
    ]);
  });
});

describe('furniture', () => {
  const body = (page: number): Printed[] => paragraph(prose(120, '庚'.repeat(page)), 50, 200, 50);

  test('heads of every other page are no text', () => {
    const pages = [1, 2, 3, 4, 5, 6].map((number) =>
      pageOf(
        [
          at(50, [50, number % 2 === 0 ? '某市年度报告' : '第一章总则']),
          ...body(number),
          at(770, [290, `— ${number} —`]),
        ],
        [],
        number,
      ),
    );
    const roles = readPages(...pages).map((blocks) => blocks.map(({ role }) => role));
    expect(roles).toEqual(pages.map(() => ['header', 'body', 'folio']));
  });
});

const three = (top: number, rows: readonly (readonly string[])[]): Printed[] =>
  rows.map((row, index) =>
    at(top + 14 + index * 20, ...row.map((text, column) => [60 + column * 130, text] as const)),
  );

describe('tables without uprights', () => {
  const rows = [
    ['指标', '本年', '上年'],
    ['受理', '12', '9'],
    ['办结', '11', '—'],
    ['退回', '', '3'],
  ];
  const grid = 'table body 指标|本年|上年 / 受理|12|9 / 办结|11|— / 退回||3';

  test.each([
    ['three lines', [level(100, 50, 400), level(120, 50, 400), level(182, 50, 400)]],
    ['lines between all rows', [100, 120, 140, 160, 182].map((y) => level(y, 50, 400))],
    ['no line', []],
    ['a line below the head only', [level(120, 50, 400)]],
  ] as const)('%s', (_, rulings) => {
    expect(read(pageOf(three(100, rows), rulings))).toEqual([grid]);
  });

  test('cells are traced to their page and place', () => {
    const [table] = readPages(pageOf(three(100, rows))).flat();
    const cell = (table as Table).cells.find(({ text }) => text === '11');
    expect(cell).toMatchObject({ row: 2, column: 1, page: 1 });
  });

  test('go on over a page end, with the title and the unit printed again', () => {
    const title = [at(60, [180, '办理情况统计']), at(80, [330, '单位：件'])];
    const more = [
      ['指标', '本年', '上年'],
      ['公示', '5', '6'],
      ['归档', '7', '8'],
      ['移交', '1', '2'],
    ];
    const first = pageOf([...title, ...three(100, rows)]);
    const second = pageOf([...title, ...three(100, more)], [], 2);
    expect(read(first, second)).toEqual([
      'body 办理情况统计',
      'body 单位：件',
      `${grid} / 公示|5|6 / 归档|7|8 / 移交|1|2`,
      'dropped 办理情况统计',
      'dropped 单位：件',
      'table dropped 指标|本年|上年',
    ]);
  });
});

describe('what stands in columns and is no table', () => {
  const isRead = (lines: readonly Printed[], rulings: readonly Ruling[] = []): string[] =>
    read(pageOf(lines, rulings)).map((text) => text.replace(/\s+/gu, ' '));

  test.each([
    [
      'addresses',
      [
        ['联系人：张三', '电话：0100-1234567'],
        ['地址：某路1号', '邮编：100000'],
        ['传真：0100-1234568', '工作日：9时至17时'],
      ],
    ],
    [
      'names',
      [
        ['张三', '李四', '王五'],
        ['钱七', '孙八', '周九'],
        ['郑一', '冯二', '陈三'],
      ],
    ],
    [
      'signatures',
      [
        ['甲方（盖章）：', '乙方（盖章）：'],
        ['代表人：', '代表人：'],
        ['2031年1月2日', '2031年1月2日'],
      ],
    ],
    [
      'a table of contents',
      [
        ['第一章总则', '1'],
        ['第二章公开的内容', '3'],
        ['第三章监督', '12'],
        ['第四章附则', '15'],
      ],
    ],
  ] as const)('%s: read line by line', (_, rows) => {
    const lines = rows.map((row, index) =>
      at(100 + index * 20, ...row.map((text, column) => [60 + column * 180, text] as const)),
    );
    expect(isRead(lines)).toEqual(rows.map((row) => `body ${row.join(' ')}`));
  });

  test('the lines that close a document (版记)', () => {
    const lines = [
      at(640, [60, '抄送：市委办公室，市人大常委会办公室。']),
      at(660, [60, '某市人民政府办公室'], [380, '2031年1月3日印发']),
    ];
    const rulings = [625, 645, 665].map((y) => level(y, 50, 500));
    expect(isRead(lines, rulings)).toEqual([
      'body 抄送：市委办公室，市人大常委会办公室。',
      'body 某市人民政府办公室 2031年1月3日印发',
    ]);
  });

  test('numbers in running text', () => {
    const text =
      '截至年底共收到 574 件，办结 395 件，占 74.5%，其中当面提交 12 件，网上提交 98 件。'.repeat(
        4,
      );
    const found = isRead(paragraph(text, 50, 100, 50)).join('');
    expect(found.replace(/\s/gu, '')).toBe(`body${text.replace(/\s/gu, '')}`);
  });
});
