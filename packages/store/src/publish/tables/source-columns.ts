/** Where the bytes came from: the same columns of a record and of a document. */
import type { DocumentRecord } from '@xxgk/extract/record';
import type { Column } from './column.ts';

export type Source = DocumentRecord['source'];

/**
 * @param sourceOf Finds the source in what a row is made of.
 * @param prefix Of the names of the columns.
 */
export function sourceColumns<From>(
  sourceOf: (from: From) => Source,
  prefix: string,
): readonly Column<From>[] {
  return columns.map(({ get, name, ...field }) => ({
    ...field,
    name: `${prefix}${name}`,
    get: (from) => get(sourceOf(from)),
  }));
}

// biome-ignore format: a table is read by its columns.
const columns: readonly Column<Source>[] = [
  { name: 'sha256', type: 'string', zh: '原件散列', en: 'SHA-256 of the bytes as fetched, hex; joins the tables', from: 'source.sha256; FIPS 180-4', required: true, get: (s) => s.sha256 },
  { name: 'url', type: 'string', zh: '网址', en: 'Address that answered', from: 'source.url', get: (s) => s.url },
  { name: 'host', type: 'string', zh: '主机', en: 'Host of the address', from: 'source.host', get: (s) => s.host },
  { name: 'file_name', type: 'string', zh: '文件名', en: 'Name of the file, or its name in an archive', from: 'source.file_name', get: (s) => s.file_name },
  { name: 'fetched_at', type: 'string', zh: '获取时间', en: 'When it was fetched, RFC 3339 in UTC; null for a local file', from: 'source.fetched_at; RFC 3339', get: (s) => s.fetched_at },
  { name: 'media_type', type: 'string', zh: '媒体类型', en: 'Media type by the bytes', from: 'source.media_type; RFC 6838', required: true, get: (s) => s.media_type },
  { name: 'bytes', type: 'integer', zh: '字节数', en: 'Size as fetched', from: 'source.bytes', unit: 'byte', required: true, get: (s) => s.bytes },
  { name: 'charset', type: 'string', zh: '字符集', en: 'Character set that it was decoded with', from: 'source.charset', get: (s) => s.charset },
  { name: 'cms', type: 'string', zh: '网站系统', en: 'Software that made the page', from: 'source.cms', get: (s) => s.cms },
  { name: 'pages', type: 'integer', zh: '页数', en: 'Pages, where the format has them', from: 'source.pages', get: (s) => s.pages },
  { name: 'read_by', type: 'string', zh: '识读方式', en: 'Digital text, OCR, or both', from: 'source.read_by', required: true, values: ['text', 'ocr', 'mixed'], get: (s) => s.read_by },
  { name: 'provenance', type: 'string', zh: '来源', en: "The agency's own site, a copy elsewhere, or not known", from: 'source.provenance', required: true, values: ['primary', 'mirror', 'unknown'], get: (s) => s.provenance },
];
