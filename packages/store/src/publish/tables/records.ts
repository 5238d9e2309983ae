/** `records`: one row for each current record. */
import type {
  AnnualReport,
  Check,
  DocumentRecord,
  Interpretation,
  OfficialDocument,
} from '@xxgk/extract/record';
import { yearOf } from '../../archive/latest.ts';
import type { Cell, Column, Table } from './column.ts';
import { sourceColumns } from './source-columns.ts';
import { summaryColumns } from './summary-columns.ts';

type Get = (record: DocumentRecord) => Cell;

const ofReport =
  (get: (report: AnnualReport) => Cell): Get =>
  (record) =>
    record.kind === 'annual_report' ? get(record) : null;

const ofDocument =
  (get: (document: OfficialDocument) => Cell): Get =>
  (record) =>
    record.kind === 'official_document' ? get(record) : null;

const ofInterpretation =
  (get: (interpretation: Interpretation) => Cell): Get =>
  (record) =>
    record.kind === 'interpretation' ? get(record) : null;

const verdicts =
  (verdict: Check['verdict']): Get =>
  ({ checks }) =>
    checks.filter((check) => check.verdict === verdict).length;

const severities =
  (severity: 'warning' | 'error'): Get =>
  ({ diagnostics }) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;

const failing: Get = ({ checks }) => {
  const ids = checks.filter(({ verdict }) => verdict === 'fails').map(({ id }) => id);
  return ids.length > 0 ? ids.join(' ') : null;
};

type Columns = readonly Column<DocumentRecord>[];

// biome-ignore format: a table is read by its columns.
const identity: Columns = [
  { name: 'record_id', type: 'string', zh: '记录编号', en: 'Stable id: hash of the bytes and position in the file', from: 'record_id', required: true, get: (r) => r.record_id },
  { name: 'parent_id', type: 'string', zh: '上级记录', en: 'Record that this one is attached to', from: 'parent_id', get: (r) => r.parent_id },
  { name: 'kind', type: 'string', zh: '类别', en: 'Kind of record; a partition key', from: 'kind', required: true, values: ['annual_report', 'official_document', 'interpretation', 'other'], get: (r) => r.kind },
  { name: 'year', type: 'integer', zh: '年份', en: 'Year of the report, else of signature, else of publication; a partition key', from: 'report_year, issued_on, published_on', get: yearOf },
  { name: 'title', type: 'string', zh: '标题', en: 'Title as repaired', from: 'title; GB/T 9704-2012 7.3.1', get: (r) => r.title },
];

// biome-ignore format: as above.
const agency: Columns = [
  { name: 'agency_name', type: 'string', zh: '发布机关', en: 'Full name of the agency', from: 'agency.name', get: (r) => r.agency?.name ?? null },
  { name: 'agency_name_raw', type: 'string', zh: '机关名称原文', en: 'Its name as found', from: 'agency.name_raw', get: (r) => r.agency?.name_raw ?? null },
  { name: 'agency_function', type: 'string', zh: '职能', en: 'Its function', from: 'agency.function', get: (r) => r.agency?.function ?? null },
  { name: 'region_code', type: 'string', zh: '行政区划代码', en: 'Six digits; text, for it is no quantity', from: 'agency.region.code; GB/T 2260', get: (r) => r.agency?.region?.code ?? null },
  { name: 'region_name', type: 'string', zh: '行政区划', en: 'Name of the division', from: 'agency.region.name; GB/T 2260', get: (r) => r.agency?.region?.name ?? null },
  { name: 'region_path', type: 'string', zh: '行政区划路径', en: 'From the province down, separated by /', from: 'agency.region.path; GB/T 2260', get: (r) => r.agency?.region?.path.join('/') ?? null },
  { name: 'region_as_of', type: 'integer', zh: '区划版本年份', en: 'Year of the list of divisions that was used', from: 'agency.region.as_of', get: (r) => r.agency?.region?.as_of ?? null },
  { name: 'published_on', type: 'date', zh: '发布日期', en: 'Day on which it was put on the web', from: 'published_on', get: (r) => r.published_on },
  { name: 'issued_on', type: 'date', zh: '成文日期', en: 'Day of signature', from: 'issued_on; GB/T 9704-2012 7.3.5.4', get: (r) => r.issued_on },
];

// biome-ignore format: as above.
const official: Columns = [
  { name: 'doc_number', type: 'string', zh: '发文字号', en: 'Document number as printed', from: 'doc_number.raw; GB/T 9704-2012 7.2.5', get: ofDocument((r) => r.doc_number?.raw ?? null) },
  { name: 'doc_number_code', type: 'string', zh: '机关代字', en: 'Its agency code', from: 'doc_number.code; GB/T 9704-2012 7.2.5', get: ofDocument((r) => r.doc_number?.code ?? null) },
  { name: 'doc_number_year', type: 'integer', zh: '发文年份', en: 'Its year', from: 'doc_number.year; GB/T 9704-2012 7.2.5', get: ofDocument((r) => r.doc_number?.year ?? null) },
  { name: 'doc_number_serial', type: 'integer', zh: '发文顺序号', en: 'Its serial number', from: 'doc_number.serial; GB/T 9704-2012 7.2.5', get: ofDocument((r) => r.doc_number?.serial ?? null) },
  { name: 'genre', type: 'string', zh: '文种', en: 'Genre of an official document', from: 'genre; GB/T 9704-2012 7.3.1', get: ofDocument((r) => r.genre) },
  { name: 'validity', type: 'string', zh: '有效性', en: 'Validity as the page states it', from: 'validity', get: ofDocument((r) => r.validity) },
  { name: 'effective_on', type: 'date', zh: '施行日期', en: 'Day on which it takes effect', from: 'effective_on', get: ofDocument((r) => r.effective_on) },
  { name: 'expires_on', type: 'date', zh: '失效日期', en: 'Day on which it expires', from: 'expires_on', get: ofDocument((r) => r.expires_on) },
  { name: 'interprets_title', type: 'string', zh: '解读的文件', en: 'Title of the document that is interpreted', from: 'interprets.title', get: ofInterpretation((r) => r.interprets?.title ?? null) },
  { name: 'interprets_doc_number', type: 'string', zh: '解读的文件文号', en: 'Its document number', from: 'interprets.doc_number', get: ofInterpretation((r) => r.interprets?.doc_number ?? null) },
  { name: 'interprets_record_id', type: 'string', zh: '解读的记录', en: 'Its record, where it is in the same file', from: 'interprets.record_id', get: ofInterpretation((r) => r.interprets?.record_id ?? null) },
];

// biome-ignore format: as above.
const report: Columns = [
  { name: 'form_era', type: 'string', zh: '统计表版本', en: 'Which statistical form the report follows', from: 'form_era', values: ['pre_2014', '2014_2018', '2019_2020', '2021_plus', 'narrative_only'], get: ofReport((r) => r.form_era) },
  { name: 'report_year', type: 'integer', zh: '报告年度', en: 'Year that the report is about', from: 'report_year', get: ofReport((r) => r.report_year) },
  { name: 'year_conflict', type: 'boolean', zh: '年度矛盾', en: 'The report names different years', from: 'year_conflict', get: ofReport((r) => r.year_conflict) },
  { name: 'period_start', type: 'date', zh: '统计期起', en: 'First day of the period', from: 'period.start', get: ofReport((r) => r.period?.start ?? null) },
  { name: 'period_end', type: 'date', zh: '统计期止', en: 'Last day of the period', from: 'period.end', get: ofReport((r) => r.period?.end ?? null) },
  { name: 'truncated', type: 'boolean', zh: '不完整', en: 'A part that the preamble promises is missing', from: 'truncated', get: ofReport((r) => r.truncated) },
];

// biome-ignore format: as above.
const quality: Columns = [
  { name: 'checks_hold', type: 'integer', zh: '成立的校验', en: 'Arithmetic identities that hold', from: 'checks', required: true, get: verdicts('holds') },
  { name: 'checks_fail', type: 'integer', zh: '不成立的校验', en: 'Identities that fail: a mistake of the document or a misreading', from: 'checks', required: true, get: verdicts('fails') },
  { name: 'checks_not_computable', type: 'integer', zh: '无法计算的校验', en: 'Identities with a value missing', from: 'checks', required: true, get: verdicts('not_computable') },
  { name: 'checks_failing', type: 'string', zh: '不成立的校验编号', en: 'Ids of those that fail, separated by blanks', from: 'checks', get: failing },
  { name: 'conflicts', type: 'integer', zh: '矛盾', en: 'Values that table and prose give differently', from: 'conflicts', required: true, get: (r) => r.conflicts.length },
  { name: 'proposals', type: 'integer', zh: '修改建议', en: 'Better readings that sums suggest; never applied', from: 'proposals', required: true, get: (r) => r.proposals.length },
  { name: 'warnings', type: 'integer', zh: '警告', en: 'Diagnostics of severity warning', from: 'diagnostics', required: true, get: severities('warning') },
  { name: 'errors', type: 'integer', zh: '错误', en: 'Diagnostics of severity error', from: 'diagnostics', required: true, get: severities('error') },
  { name: 'diagnostics', type: 'integer', zh: '诊断', en: 'All diagnostics', from: 'diagnostics', required: true, get: (r) => r.diagnostics.length },
];

export const recordsTable: Table<DocumentRecord> = {
  name: 'records',
  zh: '记录',
  en: 'One row for each current record: a document found in a file or page',
  partitioned: true,
  columns: [
    ...identity,
    ...agency,
    ...official,
    ...report,
    ...summaryColumns(ofReport),
    ...quality,
    ...sourceColumns((record: DocumentRecord) => record.source, 'source_'),
  ],
};
