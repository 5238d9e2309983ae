/** Invented tables of all shapes: heads of two rows, group labels, wide cells, long labels. */
import { type Dice, dice } from './random.ts';
import type { ScriptCell, ScriptTable } from './script.ts';

const groups = ['办理结果', '公开渠道', '受理方式', '保障情况', '监督检查'] as const;
const heads = ['自然人', '企业', '机构', '组织', '其他', '总计', '本年', '上年'] as const;
const labels = [
  '收到的申请总数',
  '其中：当面提交',
  '通过信函提交',
  '按期答复的申请',
  '经批准延长期限后答复的申请（不含补正所用的时间）',
  '属于其他机关职责范围、已经告知申请人向有权机关提出的申请',
  '举办的培训班',
] as const;
const values = ['0', '7', '12', '305', '4,018', '/', '——', '', '1.5', '98%'] as const;

/** A head of two rows: the label column on the left over both, groups of columns on the right. */
function head(columns: number, random: Dice): ScriptCell[][] {
  const first: ScriptCell[] = [{ text: '指标名称', rowSpan: 2, columnSpan: 2 }];
  const second: ScriptCell[] = [];
  for (let left = columns; left > 0; ) {
    const span = Math.min(left, random.roll(1, 3));
    if (span === 1) first.push({ text: random.pick(heads), rowSpan: 2 });
    else {
      first.push({ text: random.pick(groups), columnSpan: span });
      for (let at = 0; at < span; at += 1) second.push({ text: random.pick(heads) });
    }
    left -= span;
  }
  // A second row without a cell would be no row: then the head has one.
  if (second.length > 0) return [first, second];
  return [first.map(({ text, columnSpan = 1 }) => ({ text, columnSpan }))];
}

function valueCells(columns: number, random: Dice): ScriptCell[] {
  const cells: ScriptCell[] = [];
  for (let left = columns; left > 0; ) {
    const span = random.roll(1, 8) === 1 ? Math.min(left, 2) : 1;
    cells.push({ text: random.pick(values), columnSpan: span });
    left -= span;
  }
  return cells;
}

/** Rows that share a group label on their left; a group of one is a label over two columns. */
function group(number: number, columns: number, random: Dice): ScriptCell[][] {
  const rows = random.roll(1, 4);
  return Array.from({ length: rows }, (_, at) => {
    const label = `${number}.${at + 1} ${random.pick(labels)}`;
    const own = valueCells(columns, random);
    if (rows === 1) return [{ text: label, columnSpan: 2 }, ...own];
    const left = at === 0 ? [{ text: random.pick(groups), rowSpan: rows }] : [];
    return [...left, { text: label }, ...own];
  });
}

/** The table of a seed: 3 to 8 columns, 6 to 20 rows. */
export function inventedTable(seed: number): ScriptTable {
  const random = dice(seed);
  const columns = random.roll(1, 6);
  const top = head(columns, random);
  const body: ScriptCell[][] = [];
  for (let number = 1; body.length < 6 + (seed % 12); number += 1) {
    body.push(...group(number, columns, random));
  }
  return {
    widths: [4, 11, ...Array.from({ length: columns }, () => 4)],
    headerRows: top.length,
    rows: [...top, ...body],
  };
}
