/** `statistics`: one row for each value that an annual report gives, or says that it does not. */
import type { AnnualReport, DocumentRecord, Evidence, Fact } from '@xxgk/extract/record';
import type { Column, Table } from './column.ts';

/** One value with the report that it is of. */
export interface Statistic {
  readonly report: AnnualReport;
  readonly key: string;
  readonly fact: Fact;
  /** As the form prints it; null where no form has it. */
  readonly label: string | null;
  readonly evidence: Evidence | null;
}

/** @param labelOf What the forms print for a key. */
export function statisticsOf(
  record: DocumentRecord,
  labelOf: (key: string) => string | undefined,
): readonly Statistic[] {
  if (record.kind !== 'annual_report') return [];
  return Object.entries(record.statistics).map(([key, fact]) => ({
    report: record,
    key,
    fact,
    label: labelOf(key) ?? null,
    evidence: record.evidence[`statistics.${key}`]?.[0] ?? null,
  }));
}

// biome-ignore format: a table is read by its columns.
const about: readonly Column<Statistic>[] = [
  { name: 'record_id', type: 'string', zh: '记录编号', en: 'Record of the report', from: 'record_id', required: true, get: ({ report }) => report.record_id },
  { name: 'kind', type: 'string', zh: '类别', en: 'Kind of record; a partition key', from: 'kind', required: true, values: ['annual_report'], get: ({ report }) => report.kind },
  { name: 'year', type: 'integer', zh: '报告年度', en: 'Year that the report is about; a partition key', from: 'report_year', get: ({ report }) => report.report_year },
  { name: 'agency_name', type: 'string', zh: '发布机关', en: 'Full name of the agency', from: 'agency.name', get: ({ report }) => report.agency?.name ?? null },
  { name: 'region_code', type: 'string', zh: '行政区划代码', en: 'Six digits; text, for it is no quantity', from: 'agency.region.code; GB/T 2260', get: ({ report }) => report.agency?.region?.code ?? null },
  { name: 'form_era', type: 'string', zh: '统计表版本', en: 'Which statistical form the report follows', from: 'form_era', required: true, values: ['pre_2014', '2014_2018', '2019_2020', '2021_plus', 'narrative_only'], get: ({ report }) => report.form_era },
];

// biome-ignore format: as above.
const value: readonly Column<Statistic>[] = [
  { name: 'key', type: 'string', zh: '指标', en: 'Key of the value; not used again where its meaning changed between eras', from: 'statistics.<key>', required: true, get: ({ key }) => key },
  { name: 'label', type: 'string', zh: '指标名称', en: 'What the form prints for the key, in Chinese', from: 'the statutory form of the era', get: ({ label }) => label },
  { name: 'value', type: 'number', zh: '数值', en: 'The number; null where none is given, which status explains; never 0 for null', from: 'statistics.<key>.value', get: ({ fact }) => fact.value },
  { name: 'unit', type: 'string', zh: '单位', en: 'Unit of the value', from: 'statistics.<key>.unit', get: ({ fact }) => fact.unit },
  { name: 'raw', type: 'string', zh: '原文', en: 'What stands in the source', from: 'statistics.<key>.raw', required: true, get: ({ fact }) => fact.raw },
  { name: 'status', type: 'string', zh: '状态', en: 'What a number or its absence means', from: 'statistics.<key>.status', required: true, values: ['reported', 'derived', 'zero_by_statement', 'not_applicable', 'blank', 'ambiguous', 'masked', 'ocr_suspect'], get: ({ fact }) => fact.status },
  { name: 'precision', type: 'string', zh: '精度', en: 'Whether the number is exact', from: 'statistics.<key>.precision', required: true, values: ['exact', 'approx', 'rounded'], get: ({ fact }) => fact.precision },
  { name: 'bound', type: 'string', zh: '界限', en: 'Whether the number is a bound: at least, at most, about', from: 'statistics.<key>.bound', values: ['>=', '<=', '~'], get: ({ fact }) => fact.bound },
  { name: 'source', type: 'string', zh: '出处', en: 'Where the value that stands was read', from: 'statistics.<key>.source', required: true, values: ['table', 'prose'], get: ({ fact }) => fact.source },
  { name: 'confidence', type: 'number', zh: '置信度', en: 'From 0 to 1; below 0.8: look at it before you use it', from: 'statistics.<key>.confidence', required: true, get: ({ fact }) => fact.confidence },
];

// biome-ignore format: as above.
const place: readonly Column<Statistic>[] = [
  { name: 'quote', type: 'string', zh: '引文', en: 'The words of the source that give the value', from: 'evidence.quote', get: ({ evidence }) => evidence?.quote ?? null },
  { name: 'page', type: 'integer', zh: '页', en: 'Page, from 1', from: 'evidence.place.page', get: ({ evidence }) => evidence?.place.page ?? null },
  { name: 'block', type: 'integer', zh: '块', en: 'Block of the page, from 0', from: 'evidence.place.block', get: ({ evidence }) => evidence?.place.block ?? null },
  { name: 'cell_row', type: 'integer', zh: '行', en: 'Row of the table, from 0', from: 'evidence.place.cell', get: ({ evidence }) => evidence?.place.cell?.[0] ?? null },
  { name: 'cell_column', type: 'integer', zh: '列', en: 'Column of the table, from 0', from: 'evidence.place.cell', get: ({ evidence }) => evidence?.place.cell?.[1] ?? null },
  { name: 'rule', type: 'string', zh: '规则', en: 'Rule that read it', from: 'evidence.rule', get: ({ evidence }) => evidence?.rule ?? null },
];

export const statisticsTable: Table<Statistic> = {
  name: 'statistics',
  zh: '统计数据',
  en: 'One row for each value of an annual report',
  partitioned: true,
  columns: [...about, ...value, ...place],
};
