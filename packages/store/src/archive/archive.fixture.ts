/** A document, its record and its capture, as small as the schemas allow; for tests. */
import type { Document } from '@xxgk/extract/document';
import type { DocumentRecord, Other } from '@xxgk/extract/record';
import type { Capture } from './capture.ts';
import { sha256Of } from './keys.ts';

export const bytes = Buffer.from('关于某事项的通知');
export const sha256 = sha256Of(bytes);

export const source = {
  url: 'http://www.example.gov.cn/a.html',
  host: 'www.example.gov.cn',
  fetched_at: '2024-01-02T03:04:05Z',
  file_name: null,
  media_type: 'text/html',
  sha256,
  bytes: bytes.byteLength,
  charset: 'utf-8',
  cms: null,
  pages: null,
  read_by: 'text',
  provenance: 'primary',
} as const;

export const capture: Omit<Capture, 'schema'> = {
  source_id: source.url,
  url: source.url,
  file_name: null,
  fetched_at: source.fetched_at,
  status: 200,
  headers: { 'content-type': 'text/html' },
  redirects: [],
  length: 'declared',
  sha256,
  bytes: bytes.byteLength,
};

export const document = (stages: Document['stages'] = { 'parse.html': '1' }): Document => ({
  schema: 'xxgk.document/1',
  source,
  pages: [{ number: 1, readBy: 'text', blocks: [] }],
  repairs: [],
  diagnostics: [],
  stages,
});

export const record = (part: Partial<Other> = {}): DocumentRecord => ({
  schema: 'xxgk.record/1',
  record_id: `${sha256.slice(0, 16)}-1`,
  parent_id: null,
  source,
  made_by: { version: '0.1.0', stages: { 'parse.html': '1' } },
  title: null,
  title_raw: null,
  agency: null,
  published_on: null,
  issued_on: null,
  index: {},
  meta: {},
  breadcrumb: [],
  byline: {},
  contact: null,
  citations: [],
  attachments: [],
  sections: [],
  text: '',
  repairs: [],
  checks: [],
  conflicts: [],
  proposals: [],
  diagnostics: [],
  evidence: {},
  kind: 'other',
  ...part,
});
