/**
 * Where things live in a store. Nothing else in this repository builds a key.
 *
 * ```
 * raw/<aa>/<sha256>                                     bytes as fetched
 * captures/<aa>/<source>/<sequence>-<sha256>.json       one per change seen at a source
 * tombstones/<aa>/<source>/<sequence>.json              a source vanished, or came back
 * documents/<aa>/<sha256>/<version>.json.gz             the Document read from those bytes
 * records/<aa>/<record_id>/<version>.json               a record extracted from it
 * latest/<aa>/<sha256>.json                             which records of those bytes are current
 * quarantine/<aa>/<source>.json                         an input that could not be read, and why
 * damaged/<key>                                         what was found damaged and set aside
 * ```
 *
 * `<aa>` spreads objects over 256 folders. `<source>` is the hash of a source id (an address or a
 * path), for no key is built from text of a page or from a file name.
 */
import { createHash } from 'node:crypto';
import type { DocumentRecord } from '@xxgk/extract/record';
import { BadKeyError } from '../errors.ts';
import { canonicalJson } from './canonical.ts';

const sha256Form = /^[0-9a-f]{64}$/;
/** What extraction makes: hexadecimal digits of the content hash and the part's position. */
const recordIdForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const hexPair = /^[0-9a-f]{2}/;
const versionLength = 16;
const sequenceDigits = 6;
const sequenceForm = /\/(\d{6,})-([0-9a-f]{64})\.json$/;

/** Stage name → version, as in `Document.stages` and `Record.made_by.stages`. */
export type Stages = Readonly<Record<string, string>>;

/** Lower-case hex. */
export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The part of a key that stands for the versions of all stages; the stages stand in the object. */
export const versionOf = (stages: Stages): string =>
  sha256Of(canonicalJson(stages)).slice(0, versionLength);

/**
 * As {@link versionOf}, for a record. What its attachments are is no part of the document and comes
 * later: with it the record is another one, while the version of the program makes none.
 */
export function recordVersionOf({
  made_by: { stages },
  attachments,
}: Pick<DocumentRecord, 'made_by' | 'attachments'>): string {
  if (attachments.every(({ sha256 }) => sha256 === null)) return versionOf(stages);
  return sha256Of(canonicalJson({ stages, attachments })).slice(0, versionLength);
}

export const rawPrefix = 'raw/';
export const latestPrefix = 'latest/';
export const quarantinePrefix = 'quarantine/';
export const setAsidePrefix = 'damaged/';

export const rawKey = (sha256: string): string => `${rawPrefix}${spread(checked(sha256))}`;

export const allCapturesPrefix = 'captures/';

/** All captures of one source. */
export const capturesPrefix = (sourceId: string): string =>
  `${allCapturesPrefix}${spread(sha256Of(sourceId))}/`;

export const captureKey = (sourceId: string, sequence: number, sha256: string): string =>
  `${capturesPrefix(sourceId)}${String(sequence).padStart(sequenceDigits, '0')}-${checked(sha256)}.json`;

/** Undefined for a key that is no capture's. */
export function readCaptureKey(key: string): { sequence: number; sha256: string } | undefined {
  const [, sequence, sha256] = sequenceForm.exec(key) ?? [];
  return sha256 === undefined ? undefined : { sequence: Number(sequence), sha256 };
}

export const allTombstonesPrefix = 'tombstones/';

/** All that one source has vanished and come back. */
export const tombstonesPrefix = (sourceId: string): string =>
  `${allTombstonesPrefix}${spread(sha256Of(sourceId))}/`;

export const tombstoneKey = (sourceId: string, sequence: number): string =>
  `${tombstonesPrefix(sourceId)}${String(sequence).padStart(sequenceDigits, '0')}.json`;

/** All documents, one per version, read from the same bytes. */
export const documentsPrefix = (sha256: string): string => `documents/${spread(checked(sha256))}/`;

export const documentKey = (sha256: string, version: string): string =>
  `${documentsPrefix(sha256)}${version}.json.gz`;

/** All versions of one record. */
export function recordPrefix(recordId: string): string {
  if (!recordIdForm.test(recordId)) {
    throw new BadKeyError(recordId, 'a record id is made of letters, digits, ".", "_" and "-"');
  }
  // Ids begin with the content hash; whatever does not is spread by its own.
  const aa = hexPair.exec(recordId)?.[0] ?? sha256Of(recordId).slice(0, 2);
  return `records/${aa}/${recordId}/`;
}

export const recordKey = (recordId: string, version: string): string =>
  `${recordPrefix(recordId)}${version}.json`;

export const latestKey = (sha256: string): string =>
  `${latestPrefix}${spread(checked(sha256))}.json`;

const recordIdOfKey = /^records\/[0-9a-f]{2}\/([0-9a-f]{2,64})[^/]*\//;

/**
 * Where the pointer to a record is to be looked for, from the record's key alone: what stands in the
 * record may be damaged, and its id begins with the hash of the bytes.
 */
export function latestPrefixOf(key: string): string {
  const hash = recordIdOfKey.exec(key)?.[1] ?? '';
  return `${latestPrefix}${hash.slice(0, 2)}/${hash}`;
}

export const quarantineKey = (sourceId: string): string =>
  `${quarantinePrefix}${spread(sha256Of(sourceId))}.json`;

const spread = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

function checked(sha256: string): string {
  if (sha256Form.test(sha256)) return sha256;
  throw new BadKeyError(sha256, 'expected 64 lower-case hexadecimal digits of a SHA-256');
}
