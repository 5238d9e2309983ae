/**
 * The record: the JSON that downstream consumers read, as zod schemas.
 *
 * Every object is closed and every key always present; what a document does not say is `null` or
 * `[]`. The JSON Schema in `schema/record.schema.json` is generated from this file.
 */
import { z } from 'zod';
import { summaryKeys } from './summary-keys.ts';

const text = z.string();
const maybe = text.nullable();
const count = z.number();
/** `YYYY-MM-DD`, Asia/Shanghai. */
const date = z.iso.date().nullable();
const box = z.tuple([count, count, count, count]);

export const placeSchema = z.strictObject({
  page: z.int(),
  block: z.int(),
  start: z.int(),
  end: z.int(),
  box: box.nullable(),
  cell: z.tuple([z.int(), z.int()]).nullable(),
  path: maybe,
});

/** Why a value is what it is: running `rule` on `quote` gives it again. */
export const evidenceSchema = z.strictObject({
  quote: text,
  place: placeSchema,
  rule: text,
  confidence: z.number().min(0).max(1),
});

export const factSchema = z.strictObject({
  value: count.nullable(),
  unit: maybe,
  raw: text,
  status: z.enum([
    'reported',
    'derived',
    'zero_by_statement',
    'not_applicable',
    'blank',
    'ambiguous',
    'masked',
    'ocr_suspect',
  ]),
  precision: z.enum(['exact', 'approx', 'rounded']),
  bound: z.enum(['>=', '<=', '~']).nullable(),
  source: z.enum(['table', 'prose']),
  confidence: z.number().min(0).max(1),
});

const region = z.strictObject({
  /** GB/T 2260, six digits. */
  code: z.string().regex(/^\d{6}$/),
  name: text,
  /** From the province down to the division itself. */
  path: z.array(text),
  /** Year of the list of divisions that was used. */
  as_of: z.int(),
});

const agency = z.strictObject({
  name: text,
  name_raw: text,
  function: maybe,
  region: region.nullable(),
});

const source = z.strictObject({
  url: maybe,
  host: maybe,
  fetched_at: maybe,
  file_name: maybe,
  media_type: text,
  sha256: text,
  bytes: z.int(),
  charset: maybe,
  cms: maybe,
  pages: z.int().nullable(),
  read_by: z.enum(['text', 'ocr', 'mixed']),
  provenance: z.enum(['primary', 'mirror', 'unknown']),
});

const contact = z.strictObject({
  office: maybe,
  person: maybe,
  address: maybe,
  postcode: maybe,
  phone: maybe,
  fax: maybe,
  email: maybe,
});

const section = z.strictObject({
  /** From 1. */
  level: z.int(),
  /** As printed: `一、`, `（二）`, `3.`. */
  number: maybe,
  title: text,
  /** Canonical key of an annual report's part, else null. */
  key: maybe,
  text,
});

const check = z.strictObject({
  id: text,
  verdict: z.enum(['holds', 'fails', 'not_computable']),
  left: count.nullable(),
  right: count.nullable(),
  keys: z.array(text),
  note: maybe,
});

const conflict = z.strictObject({
  key: text,
  claims: z.array(
    z.strictObject({
      value: count.nullable(),
      unit: maybe,
      source: z.enum(['table', 'prose']),
      quote: text,
    }),
  ),
});

const diagnostic = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  severity: z.enum(['info', 'warning', 'error']),
  message: text,
  place: placeSchema.partial().nullable(),
});

const common = {
  schema: z.literal('xxgk.record/1'),
  record_id: text,
  parent_id: maybe,
  source,
  made_by: z.strictObject({ version: text, stages: z.record(text, text) }),
  title: maybe,
  title_raw: maybe,
  agency: agency.nullable(),
  published_on: date,
  issued_on: date,
  index: z.record(text, text),
  meta: z.record(text, text),
  breadcrumb: z.array(text),
  byline: z.record(text, text),
  contact: contact.nullable(),
  citations: z.array(z.strictObject({ title: text, doc_number: maybe })),
  attachments: z.array(
    z.strictObject({ name: text, url: maybe, media_type: maybe, sha256: maybe }),
  ),
  sections: z.array(section),
  text,
  repairs: z.array(z.strictObject({ rule: text, count: z.int() })),
  checks: z.array(check),
  conflicts: z.array(conflict),
  proposals: z.array(z.strictObject({ key: text, value: count.nullable(), reason: text })),
  diagnostics: z.array(diagnostic),
  evidence: z.record(text, z.array(evidenceSchema)),
};

export const annualReportSchema = z.strictObject({
  ...common,
  kind: z.literal('annual_report'),
  report_year: z.int().nullable(),
  year_conflict: z.boolean(),
  period: z.strictObject({ start: date, end: date }).nullable(),
  form_era: z.enum(['pre_2014', '2014_2018', '2019_2020', '2021_plus', 'narrative_only']),
  declared_parts: z.array(text),
  truncated: z.boolean(),
  addressee: maybe,
  statistics: z.record(text, factSchema),
  extra_statistics: z.array(
    z.strictObject({
      label: text,
      value: count.nullable(),
      unit: maybe,
      raw: text,
      section: maybe,
    }),
  ),
  extra_rows: z.array(z.strictObject({ label: text, unit: maybe, raw: text, section: maybe })),
  summary: z.record(z.enum(summaryKeys), count.nullable()),
  narrative: z.strictObject({ problems: z.array(text), measures: z.array(text) }),
});

export const officialDocumentSchema = z.strictObject({
  ...common,
  kind: z.literal('official_document'),
  doc_number: z
    .strictObject({ raw: text, code: maybe, year: z.int().nullable(), serial: z.int().nullable() })
    .nullable(),
  genre: maybe,
  inner_title: maybe,
  inner_genre: maybe,
  issuer_mark: maybe,
  addressees: z.array(text),
  signing_agencies: z.array(text),
  signatories: z.array(text),
  disclosure: z.enum(['proactive', 'on_request', 'withheld']).nullable(),
  copied_to: z.array(text),
  printing_office: maybe,
  printing_date: date,
  printed_copies: z.int().nullable(),
  subject_terms: z.array(text),
  registration_number: maybe,
  urgency: maybe,
  classification: maybe,
  validity: maybe,
  effective_on: date,
  expires_on: date,
  outline: z.array(z.strictObject({ level: z.int(), number: maybe, title: text })),
});

export const interpretationSchema = z.strictObject({
  ...common,
  kind: z.literal('interpretation'),
  interprets: z.strictObject({ title: maybe, doc_number: maybe, record_id: maybe }).nullable(),
  form: z.enum(['text', 'graphic', 'q_and_a', 'video', 'expert']),
  interpreter: z.strictObject({ agency: maybe, person: maybe, contact: maybe }).nullable(),
  points: z.array(z.strictObject({ number: maybe, text })),
  questions: z.array(z.strictObject({ q: text, a: text })),
});

export const otherSchema = z.strictObject({ ...common, kind: z.literal('other') });

export const recordSchema = z.discriminatedUnion('kind', [
  annualReportSchema,
  officialDocumentSchema,
  interpretationSchema,
  otherSchema,
]);

export type Evidence = z.infer<typeof evidenceSchema>;
export type Fact = z.infer<typeof factSchema>;
export type SummaryKey = (typeof summaryKeys)[number];
export type Agency = z.infer<typeof agency>;
export type Region = z.infer<typeof region>;
export type Check = z.infer<typeof check>;
export type Conflict = z.infer<typeof conflict>;
export type Section = z.infer<typeof section>;
export type Contact = z.infer<typeof contact>;
export type AnnualReport = z.infer<typeof annualReportSchema>;
export type OfficialDocument = z.infer<typeof officialDocumentSchema>;
export type Interpretation = z.infer<typeof interpretationSchema>;
export type Other = z.infer<typeof otherSchema>;
export type DocumentRecord = z.infer<typeof recordSchema>;
export type Kind = DocumentRecord['kind'];
