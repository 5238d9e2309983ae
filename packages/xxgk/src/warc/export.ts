/**
 * Captures as WARC records: a `response` for what was new, a `revisit` where a source gave again what it
 * had given before, and beside each a `metadata` record with what HTTP does not say: the address that was
 * asked for, the redirects on the way.
 *
 * Requests are not recorded, for they were not kept. Local files have no address and are left out, and so
 * are the files of archives, which come out of their archive again.
 */
import type { Archive, Capture } from '@xxgk/store';
import { version } from '../version.ts';
import { httpHead } from './http-head.ts';
import { recordId, sha1Digest, warcFields, warcRecord } from './record.ts';

export interface ExportFilter {
  /** RFC 3339; what was captured before is left out. */
  readonly since?: string | undefined;
  /** Hosts; all where none is named. */
  readonly hosts?: ReadonlySet<string> | undefined;
  /** Whether what was not read as a document, such as list pages, is left out. */
  readonly documents?: boolean | undefined;
}

export interface ExportCounts {
  responses: number;
  revisits: number;
  /** Local files, and files of archives. */
  leftOut: number;
  /** Captures whose bytes the store has lost. */
  lost: number;
}

export const noCounts = (): ExportCounts => ({ responses: 0, revisits: 0, leftOut: 0, lost: 0 });

/** @param now RFC 3339, UTC. */
export function infoRecord(name: string, now: string): Buffer {
  const block = warcFields([
    ['software', `xxgk/${version}`],
    ['format', 'WARC File Format 1.1'],
    [
      'conformsTo',
      'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    ],
    ['description', 'Captures of a store, as they were kept'],
  ]);
  return warcRecord({
    type: 'warcinfo',
    date: now,
    id: recordId(`warcinfo ${name} ${now}`),
    contentType: 'application/warc-fields',
    fields: [['WARC-Filename', name]],
    block,
  });
}

/** When an address was asked for last and had not changed; undefined where that is not known. */
export type UnchangedAt = (source: string) => string | undefined;

/** Gzip members, one capture at a time. @throws {StoreError} when the store fails. */
export async function* exportedCaptures(
  archive: Archive,
  filter: ExportFilter,
  counts: ExportCounts,
  unchangedAt: UnchangedAt = () => undefined,
): AsyncIterable<Buffer> {
  for await (const captures of bySource(archive.allCaptures())) {
    const records: Recordable[] = [];
    for (const capture of captures) {
      const record = recordable(capture, filter, counts);
      if (record && (await isWanted(capture, filter, archive))) records.push(record);
    }
    yield* exportedSource(records, archive, counts, unchangedAt);
  }
}

async function isWanted(
  { sha256 }: Capture,
  { documents }: ExportFilter,
  archive: Archive,
): Promise<boolean> {
  return !documents || (await archive.latest(sha256)) !== undefined;
}

async function* exportedSource(
  records: readonly Recordable[],
  archive: Archive,
  counts: ExportCounts,
  unchangedAt: UnchangedAt,
): AsyncIterable<Buffer> {
  /** What the source gave before, by hash. */
  const known = new Map<string, Recorded>();
  for (const record of records) {
    const { sha256 } = record.capture;
    const earlier = known.get(sha256);
    const members = await membersOf(record, earlier, archive);
    if (!members) counts.lost += 1;
    else if (earlier) counts.revisits += 1;
    else {
      counts.responses += 1;
      known.set(sha256, { ...record, digest: members.digest });
    }
    if (members) yield members.bytes;
  }
  const again = unchangedSince(records.at(-1), unchangedAt);
  const last = again && known.get(again.capture.sha256);
  if (!again || !last) return;
  counts.revisits += 1;
  yield notModified(again, last);
}

/** The captures of a source follow each other. */
async function* bySource(captures: AsyncIterable<Capture>): AsyncIterable<readonly Capture[]> {
  let group: Capture[] = [];
  for await (const capture of captures) {
    if (group[0] && group[0].source_id !== capture.source_id) {
      yield group;
      group = [];
    }
    group.push(capture);
  }
  if (group.length > 0) yield group;
}

function recordable(
  capture: Capture,
  { since, hosts }: ExportFilter,
  counts: ExportCounts,
): Recordable | undefined {
  const { source_id, url, fetched_at: date, sha256, archive } = capture;
  if (url === null || date === null || archive) {
    counts.leftOut += 1;
    return undefined;
  }
  if (hosts && !hosts.has(new URL(url).host)) return undefined;
  if (since !== undefined && date < since) return undefined;
  return { capture, url, date, id: recordId(`${source_id} ${date} ${sha256}`) };
}

function unchangedSince(
  newest: Recordable | undefined,
  unchangedAt: UnchangedAt,
): Recordable | undefined {
  if (!newest) return undefined;
  const date = unchangedAt(newest.capture.source_id);
  if (date === undefined || date <= newest.date) return undefined;
  const { source_id, sha256 } = newest.capture;
  return { ...newest, date, id: recordId(`${source_id} ${date} ${sha256}`) };
}

interface Recordable {
  readonly capture: Capture;
  readonly url: string;
  readonly date: string;
  readonly id: string;
}

interface Recorded extends Pick<Recordable, 'url' | 'date' | 'id'> {
  readonly digest: string;
}

async function membersOf(
  record: Recordable,
  earlier: Recorded | undefined,
  archive: Archive,
): Promise<{ readonly bytes: Buffer; readonly digest: string } | undefined> {
  if (earlier) {
    const bytes = Buffer.concat([revisit(record, earlier), metadata(record)]);
    return { bytes, digest: earlier.digest };
  }
  const body = await archive.getRaw(record.capture.sha256);
  if (!body) return undefined;
  const digest = sha1Digest(body);
  return { bytes: Buffer.concat([response(record, body, digest), metadata(record)]), digest };
}

const httpType = 'application/http;msgtype=response';

function response(
  { capture, url, date, id }: Recordable,
  body: Uint8Array,
  digest: string,
): Buffer {
  const fields = [
    ['WARC-Target-URI', url],
    ['WARC-Payload-Digest', digest],
  ] as const;
  const block = Buffer.concat([Buffer.from(httpHead(capture, body.byteLength), 'latin1'), body]);
  return warcRecord({ type: 'response', date, id, contentType: httpType, fields, block });
}

const identical = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';

function revisit({ capture, url, date, id }: Recordable, earlier: Recorded): Buffer {
  const fields = [
    ['WARC-Target-URI', url],
    ['WARC-Payload-Digest', earlier.digest],
    ['WARC-Profile', identical],
    ...referring(earlier),
  ] as const;
  const block = Buffer.from(httpHead(capture, capture.bytes), 'latin1');
  return warcRecord({ type: 'revisit', date, id, contentType: httpType, fields, block });
}

const referring = ({ id, url, date }: Recorded) =>
  [
    ['WARC-Refers-To', `<${id}>`],
    ['WARC-Refers-To-Target-URI', url],
    ['WARC-Refers-To-Date', date],
  ] as const;

const unmodified = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified';

/** The server, or the same bytes again, said so; the answer itself was not kept. */
function notModified({ url, date, id }: Recordable, earlier: Recorded): Buffer {
  const fields = [
    ['WARC-Target-URI', url],
    ['WARC-Profile', unmodified],
    ...referring(earlier),
  ] as const;
  const block = Buffer.from('HTTP/1.1 304 Not Modified\r\n\r\n', 'latin1');
  return warcRecord({ type: 'revisit', date, id, contentType: httpType, fields, block });
}

function metadata({ capture, url, date, id }: Recordable): Buffer {
  const { source_id, redirects, length, file_name } = capture;
  const block = warcFields([
    ['requested', source_id],
    ...redirects.map((address) => ['redirect', address] as const),
    ...(length === null ? [] : [['body-length', length] as const]),
    ...(file_name === null ? [] : [['file-name', encodeURIComponent(file_name)] as const]),
  ]);
  const fields = [
    ['WARC-Target-URI', url],
    ['WARC-Concurrent-To', `<${id}>`],
  ] as const;
  const contentType = 'application/warc-fields';
  return warcRecord({
    type: 'metadata',
    date,
    id: recordId(`about ${id}`),
    contentType,
    fields,
    block,
  });
}
