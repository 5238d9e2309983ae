/** Tables as the statutory forms, budgets and communiqués shape them, with invented labels and values. */
import type { Dice } from '../random.ts';
import type { ScriptCell, ScriptTable } from '../script.ts';
import { inventedTable } from '../tables.ts';

const kinds = ['书面', '网上', '当面', '电话', '信函', '窗口', '自助', '代办'] as const;
const acts = ['受理', '办结', '转办', '退回', '补正', '公示', '答复', '归档'] as const;
const things = ['事项', '申请', '来件', '案卷', '信息', '文件', '项目', '资金'] as const;
const tails = [
  '',
  '数',
  '总数',
  '情况',
  '（含往年结转的部分）',
  '（不含已经合并办理的同类来件）',
] as const;
const units = ['件', '条', '次', '人', '万元', '——'] as const;
const heads = ['甲类', '乙类', '丙类', '丁类', '戊类', '己类', '庚类', '合计'] as const;
const periods = ['一季度', '二季度', '三季度', '四季度', '全年'] as const;

const label = (random: Dice): string =>
  `${random.pick(kinds)}${random.pick(acts)}${random.pick(things)}${random.pick(tails)}`;

/** A number as forms print it; now and then none, a stroke or a percentage. */
export function value(random: Dice, blanks = true): string {
  const luck = random.roll(1, 20);
  if (luck === 1) return '/';
  if (luck === 2) return '—';
  if (luck === 3 && blanks) return '';
  if (luck === 4) return `${random.roll(1, 99)}.${random.roll(1, 9)}%`;
  if (luck < 8) return `${random.roll(1, 9)},${random.roll(100, 999)}.${random.roll(10, 99)}`;
  return String(random.roll(0, luck < 14 ? 9 : 9999));
}

const values = (random: Dice, count: number, blanks = true): ScriptCell[] =>
  Array.from({ length: count }, () => ({ text: value(random, blanks) }));

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Rows of label, unit and value under a head of three cells: the form of 2014. */
function list(random: Dice): ScriptTable {
  const rows = times(random.roll(6, 22), (at): ScriptCell[] => {
    const group = at % 7 === 0;
    const name = group
      ? `${'一二三四'[at / 7] ?? '五'}、${label(random)}`
      : `${at}.${label(random)}`;
    return [{ text: name }, { text: random.pick(units) }, { text: group ? '' : value(random) }];
  });
  const head = ['统计指标', '单位', '统计数'].map((text) => ({ text }));
  return { widths: [20, 5, 7], headerRows: 1, rows: [head, ...rows] };
}

/** Groups named on the left, upright, and seven columns of applicants in a head of three rows. */
function matrix(random: Dice): ScriptTable {
  const head: ScriptCell[][] = [
    [
      { text: `（本列数据的勾稽关系为${label(random)}）`, rowSpan: 3, columnSpan: 3 },
      { text: '申请人情况', columnSpan: 7 },
    ],
    [
      { text: '自然人', rowSpan: 2 },
      { text: '法人或其他组织', columnSpan: 5 },
      { text: '总计', rowSpan: 2 },
    ],
    ['商业企业', '科研机构', '公益组织', '法律服务', '其他'].map((text) => ({ text })),
  ];
  const body: ScriptCell[][] = [
    [{ text: '一、本年新收数量', columnSpan: 3 }, ...values(random, 7, false)],
    [{ text: '二、上年结转数量', columnSpan: 3 }, ...values(random, 7, false)],
  ];
  const groups = times(random.roll(2, 4), (at) => random.roll(at === 0 ? 2 : 1, 4));
  const total = groups.reduce((sum, each) => sum + each, 0);
  for (const [number, rows] of groups.entries()) {
    for (let at = 0; at < rows; at += 1) {
      const row: ScriptCell[] = [];
      if (body.length === 2) row.push({ text: '三、本年度办理结果', rowSpan: total });
      const name = `${at + 1}.${label(random)}`;
      if (rows === 1) row.push({ text: `（${number + 1}）${name}`, columnSpan: 2 });
      else {
        if (at === 0)
          row.push({ text: `（${number + 1}）${random.pick(acts)}处理`, rowSpan: rows });
        row.push({ text: name });
      }
      body.push([...row, ...values(random, 7, false)]);
    }
  }
  return { widths: [3, 4, 12, 4, 4, 4, 4, 4, 4, 4], headerRows: 3, rows: [...head, ...body] };
}

/** One row of fifteen numbers under three groups of five. */
function remedies(random: Dice): ScriptTable {
  const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'].map((text) => ({
    text,
    columnSpan: 5,
  }));
  const names = ['维持', '纠正', '其他', '未结', '总计'].map((text) => ({ text }));
  const numbers = times(15, () => ({ text: String(random.roll(0, 12)) }));
  const rows = [groups, [...names, ...names, ...names], numbers];
  return { widths: times(15, () => 3), headerRows: 2, rows };
}

/** Codes in three narrow columns, of which the last are often empty, and amounts. */
function budget(random: Dice): ScriptTable {
  const head: ScriptCell[][] = [
    [
      { text: '项目', columnSpan: 4 },
      { text: '支出预算', columnSpan: 3 },
    ],
    [
      { text: '科目编码', columnSpan: 3 },
      { text: '科目名称', rowSpan: 2 },
      ...['合计', '基本支出', '项目支出'].map((text) => ({ text, rowSpan: 2 })),
    ],
    ['类', '款', '项'].map((text) => ({ text })),
  ];
  const body = times(random.roll(5, 16), (at): ScriptCell[] => {
    const depth = at % 4;
    const codes = [String(201 + (at >> 2)), depth > 0 ? '05' : '', depth > 1 ? `0${depth}` : ''];
    const amount = (): ScriptCell => ({
      text:
        random.roll(1, 4) === 1
          ? ''
          : `${random.roll(1, 99)},${random.roll(100, 999)},${random.roll(100, 999)}.00`,
    });
    return [
      ...codes.map((text) => ({ text })),
      { text: label(random) },
      amount(),
      amount(),
      amount(),
    ];
  });
  const last: ScriptCell[] = [
    { text: '合计', columnSpan: 4 },
    ...times(3, () => ({ text: '4,000.00' })),
  ];
  return { widths: [3, 3, 3, 14, 8, 8, 8], headerRows: 3, rows: [...head, ...body, last] };
}

/** A column or a row left empty, to be filled in by hand. */
function form(random: Dice): ScriptTable {
  const columns = random.roll(2, 6);
  const empty = random.roll(1, columns);
  const head = ['事项', ...heads.slice(0, columns)].map((text) => ({ text }));
  const rows = times(random.roll(3, 9), (at): ScriptCell[] => {
    if (at === 2) return times(columns + 1, () => ({ text: '' }));
    const own = times(
      columns,
      (column): ScriptCell => ({ text: column + 1 === empty ? '' : value(random) }),
    );
    return [{ text: label(random) }, ...own];
  });
  return { widths: [12, ...times(columns, () => 5)], headerRows: 1, rows: [head, ...rows] };
}

/** Labels in a column so narrow that each line holds one character. */
function narrow(random: Dice): ScriptTable {
  const columns = random.roll(2, 4);
  const head = [
    { text: '类别' },
    { text: '事项' },
    ...heads.slice(0, columns).map((text) => ({ text })),
  ];
  const rows: ScriptCell[][] = [];
  for (let group = 0; group < random.roll(2, 3); group += 1) {
    const size = random.roll(2, 5);
    for (let at = 0; at < size; at += 1) {
      const left =
        at === 0 ? [{ text: `${random.pick(kinds)}${random.pick(acts)}`, rowSpan: size }] : [];
      rows.push([...left, { text: label(random) }, ...values(random, columns, false)]);
    }
  }
  return { widths: [1, 12, ...times(columns, () => 5)], headerRows: 1, rows: [head, ...rows] };
}

/** Cells of text in several lines: contacts, duties, remarks. */
function texts(random: Dice): ScriptTable {
  const sentence = (): string =>
    times(random.roll(1, 4), () => `${label(random)}由${random.pick(kinds)}处室办理`).join('，');
  const rows = times(random.roll(3, 7), (at): ScriptCell[] => [
    { text: String(at + 1) },
    { text: label(random) },
    { text: `${sentence()}。` },
    { text: random.roll(1, 3) === 1 ? '' : random.pick(kinds) },
  ]);
  const head = ['序号', '事项', '工作内容', '备注'].map((text) => ({ text }));
  return { widths: [3, 8, 18, 5], headerRows: 1, rows: [head, ...rows] };
}

const shapes = [list, matrix, remedies, budget, form, narrow, texts] as const;

/** A table that is ruled in both directions: any shape. */
export function ruledShape(seed: number, random: Dice): ScriptTable {
  return seed % 3 === 0 ? inventedTable(seed) : random.pick(shapes)(random);
}

/** A table whose columns can be seen without lines: a head, and rows of a label and values. */
export function plainShape(
  random: Dice,
  options: { readonly nested: boolean; readonly long: boolean },
): ScriptTable {
  const columns = random.roll(options.nested ? 4 : 1, 5);
  const names = columns > 4 ? periods : heads;
  const rows = times(random.roll(4, 14), (at): ScriptCell[] => {
    const name = options.long ? label(random) : `${random.pick(acts)}${random.pick(things)}`;
    const own = times(
      columns,
      (column): ScriptCell => ({ text: value(random, column > 0 && at > 1) }),
    );
    return [{ text: at === 3 ? `其中：${name}` : name }, ...own];
  });
  const widths = [options.long ? 10 : 12, ...times(columns, () => 6)];
  if (!options.nested) {
    const head = [{ text: '指标' }, ...names.slice(0, columns).map((text) => ({ text }))];
    return { widths, headerRows: 1, rows: [head, ...rows] };
  }
  const first: ScriptCell[] = [
    { text: '指标', rowSpan: 2 },
    { text: '收到', columnSpan: 2 },
    { text: '办结', columnSpan: columns - 2 },
  ];
  const second = names.slice(0, columns).map((text) => ({ text }));
  return { widths, headerRows: 2, rows: [first, second, ...rows] };
}
