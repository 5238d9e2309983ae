/** Reads the table of proactive disclosure of the forms since 2019: blocks with heads of their own. */
import type { Item } from '../reading.ts';
import { isValue } from './cell.ts';
import { fieldOf } from './fields.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import type { ExtraRow, FormReading, FormValue } from './form-value.ts';
import type { DisclosureBlock } from './indicator.ts';
import { labelKey } from './label.ts';
import type { FormCell, FormRow } from './row.ts';

const BLOCK = /第二十条第\((?<item>[一二三四五六七八九])\)项/u;
const HEAD = '信息内容';
const ONLY_2021 = /本年制发|本年废止|现行有效|本年处理决定|本年收费金额/u;
const ONLY_2019 = /新制作|新公开|对外公开总|上一年项目|本年增|采购/u;
/** Rows of the two forms that mean the same are printed with and without 行政. */
const SAME = new Map([
  ['规范性文件', 'normative_documents'],
  ['行政规范性文件', 'normative_documents'],
]);

const itemOf = (text: string): string | undefined =>
  BLOCK.exec(text.normalize('NFKC').replace(/\s+/gu, ''))?.groups?.['item'];

/** The form whose words the heads use; the marks of the other form speak against it. */
function formOf(rows: readonly FormRow[]): '2019_2020' | '2021_plus' {
  const labels = rows.flatMap((row) => row.cells.map((cell) => labelKey(cell.text)));
  const newer = labels.filter((label) => ONLY_2021.test(label)).length;
  const older = labels.filter((label) => ONLY_2019.test(label)).length;
  return older > newer ? '2019_2020' : '2021_plus';
}

const rowKey = (block: DisclosureBlock, label: string): string | undefined => {
  const key = labelKey(label);
  const row = block.rows.find((candidate) => labelKey(candidate.label) === key);
  if (row) return row.key;
  const same = SAME.get(key);
  return block.rows.some((candidate) => candidate.key === same) ? same : undefined;
};

const isBlank = (cell: FormCell): boolean => cell.text.trim() === '';

/** The cells behind the label, without the empty ones that a short row has too many at its end. */
function valuesOf(row: FormRow, label: FormCell, wanted: number): readonly FormCell[] {
  const cells = row.cells.filter((cell) => cell.column > label.lastColumn);
  return cells.slice(wanted).every(isBlank) ? cells.slice(0, wanted) : cells;
}

interface ReadRow {
  readonly values: readonly FormValue[];
  /** A row with more or fewer numbers than the form: which is which cannot be told. */
  readonly extra: readonly ExtraRow[];
}

const NOTHING: ReadRow = { values: [], extra: [] };

function readRow(block: DisclosureBlock, row: FormRow): ReadRow {
  const label = row.cells.find((cell) => rowKey(block, cell.text) !== undefined);
  const key = label ? rowKey(block, label.text) : undefined;
  if (!label || key === undefined) return NOTHING;
  const cells = valuesOf(row, label, block.columns.length);
  if (!cells.some((cell) => isValue(cell.text))) return NOTHING;
  if (cells.length !== block.columns.length || !cells.every((cell) => isValue(cell.text))) {
    const raw = cells.map((cell) => cell.text.trim()).join(' ');
    const section = block.block;
    const extra = { label: label.text.trim(), unit: null, raw, section, cells: [label, ...cells] };
    return { values: [], extra: [extra] };
  }
  const values = block.columns.flatMap((column, index): FormValue[] => {
    const cell = cells[index];
    const path = `disclosure_table.${key}.${column.key}`;
    return cell ? [{ key: path, field: fieldOf(path), cells: [cell] }] : [];
  });
  return { values, extra: [] };
}

/** Reads the rows as the table of disclosure, or as none. */
export function readDisclosure(rows: readonly FormRow[]): FormReading | undefined {
  const era = formOf(rows);
  const blocks = era === '2019_2020' ? disclosure2019 : disclosure2021;
  const values: FormValue[] = [];
  const extra: ExtraRow[] = [];
  const items = new Set<Item>();
  let block: DisclosureBlock | undefined;
  for (const row of rows) {
    const named = row.cells.map((cell) => itemOf(cell.text)).find((item) => item !== undefined);
    if (named) block = blocks.find((candidate) => candidate.block.includes(`（${named}）`));
    if (named || row.cells.some((cell) => labelKey(cell.text) === HEAD)) items.add(row.item);
    const read = block ? readRow(block, row) : NOTHING;
    if (read.values.length > 0) items.add(row.item);
    values.push(...read.values);
    extra.push(...read.extra);
  }
  return values.length > 0 || extra.length > 0 ? { era, values, extra, items } : undefined;
}
