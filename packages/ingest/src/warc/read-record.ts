/** One record → what it comes to. */
import { IngestError } from '../errors.ts';
import type { Answer } from '../fetch/answer.ts';
import { BlockedError, NotFoundError } from '../fetch/errors.ts';
import { judge } from '../fetch/judge.ts';
import { asSourceFile } from '../fetch/source-file.ts';
import type { SourceFile } from '../stage.ts';
import { instantOf } from './date.ts';
import { hasDigest } from './digest.ts';
import { DigestError, IncompleteRecordError } from './errors.ts';
import { noDocument, saidKind } from './file-kind.ts';
import { answerOf } from './http-answer.ts';
import { type HttpBlock, httpBlock } from './http-block.ts';
import type { Outcome, RecordPlace, Skipped } from './outcome.ts';
import { addressIn, type RecordHead, type WarcRecord } from './record.ts';

const wanted: ReadonlySet<string> = new Set(['response', 'resource', 'revisit']);
const web = /^https?:/i;

/** Whether something may come of a record: of requests, metadata and conversions nothing does. */
export const isWanted = ({ type }: RecordHead): boolean => wanted.has(type);

/** @param part See {@link RecordPlace}. */
export async function readRecord(record: WarcRecord, part: string | null): Promise<Outcome> {
  const url = webAddress(record.target);
  if (url === undefined) return skipped('not-web');
  try {
    if (record.type === 'revisit') return revisit(record, url, part);
    return record.type === 'resource'
      ? await resource(record, url, part)
      : await response(record, url, part);
  } catch (error) {
    if (error instanceof IngestError) return failed(record, error, part);
    throw error;
  }
}

export function failed(
  head: RecordHead,
  { code, message }: Pick<IngestError, 'code' | 'message'>,
  part: string | null,
): Outcome {
  const url = webAddress(head.target) ?? null;
  return { kind: 'failed', url, date: head.date, code, message, record: placeOf(head, part) };
}

/** A record for a message. */
export const whereIs = ({ target, place }: RecordHead): string =>
  target === null ? `at byte ${place.offset}` : `of ${target}`;

const skipped = (why: Skipped): Outcome => ({ kind: 'skipped', why });

const placeOf = ({ place, id, fields }: RecordHead, part: string | null): RecordPlace => ({
  part,
  ...place,
  record_id: id,
  digest: fields.get('warc-payload-digest') ?? null,
});

/** As the platform writes it: as a fetch would have asked for it. */
function webAddress(target: string | null): string | undefined {
  const url = target !== null && web.test(target) ? URL.parse(target) : null;
  if (!url) return undefined;
  url.hash = '';
  return url.href;
}

async function response(record: WarcRecord, url: string, part: string | null): Promise<Outcome> {
  const http = httpBlock(record.block);
  if (!http) return skipped('not-web');
  const { status, headers } = http;
  if (status >= 300 && status < 400) return skipped('redirect');
  if (status !== 200 && status !== 203) return skipped('status');
  const answer = await answerIn(record, http, url);
  if (!('bytes' in answer)) return answer;
  const file = { ...asSourceFile(answer), fetchedAt: instantOf(record.date) ?? null };
  const why = await refusal(file, answer);
  if (why !== undefined) return skipped(why);
  checkDigests(record, [http.body, answer.bytes]);
  checkWhole(record);
  const { length } = answer;
  return { kind: 'file', file, status, headers, length, record: placeOf(record, part) };
}

/** @throws {IngestError} when the body of what may be a document is broken. */
async function answerIn(
  record: WarcRecord,
  http: HttpBlock,
  url: string,
): Promise<Answer | Outcome> {
  const fetchedAt = instantOf(record.date) ?? '';
  try {
    return await answerOf(http, { url, fetchedAt });
  } catch (error) {
    const said = saidKind(asSourceFile({ ...nothingAt(url), ...http, fetchedAt }));
    if (said !== undefined) return skipped(said);
    // That the recording is damaged tells more than what the damage did.
    checkDigests(record, [http.body]);
    throw error;
  }
}

const nothingAt = (
  url: string,
): Pick<Answer, 'requested' | 'url' | 'redirects' | 'bytes' | 'length'> => ({
  requested: url,
  url,
  redirects: [],
  bytes: new Uint8Array(),
  length: 'declared',
});

async function refusal(file: SourceFile, answer: Answer): Promise<Skipped | undefined> {
  if (file.bytes.length === 0) return 'empty';
  const kind = await noDocument(file);
  if (kind !== undefined) return kind;
  try {
    judge(answer);
    return undefined;
  } catch (error) {
    if (error instanceof BlockedError || error instanceof NotFoundError) return 'error-page';
    throw error;
  }
}

async function resource(record: WarcRecord, url: string, part: string | null): Promise<Outcome> {
  const { block: bytes, date, fields } = record;
  const headers = { 'content-type': fields.get('content-type') ?? '' };
  const answer = { ...nothingAt(url), bytes, headers, status: 200, fetchedAt: '' };
  const file = { ...asSourceFile(answer), fetchedAt: instantOf(date) ?? null };
  if (bytes.length === 0) return skipped('empty');
  const why = await noDocument(file);
  if (why !== undefined) return skipped(why);
  checkDigests(record, [bytes]);
  checkWhole(record);
  return { kind: 'file', file, status: null, headers, length: null, record: placeOf(record, part) };
}

function revisit(record: WarcRecord, url: string, part: string | null): Outcome {
  const http = httpBlock(record.block);
  const target = webAddress(addressIn(record.fields, 'warc-refers-to-target-uri'));
  const date = record.fields.get('warc-refers-to-date') ?? null;
  return {
    kind: 'revisit',
    url,
    fetchedAt: instantOf(record.date) ?? null,
    status: http?.status ?? null,
    headers: http?.headers ?? {},
    refersToRecord: addressIn(record.fields, 'warc-refers-to'),
    refersTo: target === undefined ? null : { url: target, fetchedAt: instantOf(date) ?? null },
    record: placeOf(record, part),
  };
}

/**
 * Recorders do not agree on what a payload is: with or without chunks and compression. One digest that
 * holds is enough, and where there is none nothing can be said.
 */
function checkDigests(record: WarcRecord, payloads: readonly Uint8Array[]): void {
  const { block, fields } = record;
  const [ofBlock, ofPayload] = ['warc-block-digest', 'warc-payload-digest'].map((name) =>
    fields.get(name),
  );
  const found = [
    hasDigest(block, ofBlock),
    ...payloads.map((payload) => hasDigest(payload, ofPayload)),
  ];
  if (found.includes(true) || !found.includes(false)) return;
  throw new DigestError(whereIs(record), ofBlock ?? ofPayload ?? '');
}

function checkWhole(record: WarcRecord): void {
  const why = record.fields.get('warc-truncated');
  if (why !== undefined)
    throw new IncompleteRecordError(whereIs(record), `its recorder says: ${why}`);
}
