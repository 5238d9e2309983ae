/** How an object of each kind proves that it is what was written, by the first folder of its key. */
import { BadKeyError, IntegrityError } from '../../errors.ts';
import type { ObjectStore } from '../../objects/object-store.ts';
import { canonicalBytes, compress } from '../canonical.ts';
import { captureSchema } from '../capture.ts';
import { decodedDocument, decodedRecord } from '../contents.ts';
import {
  captureKey,
  documentKey,
  latestKey,
  quarantineKey,
  rawKey,
  readCaptureKey,
  recordKey,
  recordVersionOf,
  sha256Of,
  tombstoneKey,
  versionOf,
} from '../keys.ts';
import { latestSchema } from '../latest.ts';
import { quarantineSchema } from '../quarantine.ts';
import { unsealed } from '../sealed.ts';
import { tombstoneSchema } from '../tombstone.ts';
import { damaged, type Finding, missing } from './finding.ts';
import { type Pointers, vouched } from './pointers.ts';

export interface Verified {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly store: ObjectStore;
  readonly pointers: Pointers;
}

/** @throws {IntegrityError|BadKeyError} for what is damaged; what else is wrong is returned. */
type Check = (object: Verified) => Promise<readonly Finding[]>;

export const checks: Readonly<Record<string, Check>> = {
  raw: async ({ key, bytes }) => expected(key, rawKey(sha256Of(bytes))),
  captures: async ({ key, bytes, store }) => {
    const capture = unsealed(key, bytes, captureSchema);
    const sequence = readCaptureKey(key)?.sequence ?? 0;
    const wrong = expected(key, captureKey(capture.source_id, sequence, capture.sha256));
    return [...wrong, ...(await needed(store, rawKey(capture.sha256), key))];
  },
  tombstones: async ({ key, bytes }) => {
    const { source_id } = unsealed(key, bytes, tombstoneSchema);
    return expected(key, tombstoneKey(source_id, sequenceOf(key)));
  },
  quarantine: async ({ key, bytes }) =>
    expected(key, quarantineKey(unsealed(key, bytes, quarantineSchema).source_id)),
  documents: async ({ key, bytes, store }) => {
    const document = decodedDocument(key, bytes);
    const { sha256 } = document.source;
    return [
      ...expected(key, documentKey(sha256, versionOf(document.stages))),
      // The checksum of gzip does not cover its own head.
      ...same(key, bytes, compress(canonicalBytes(document))),
      ...(await needed(store, rawKey(sha256), key)),
    ];
  },
  records: async ({ key, bytes, pointers }) => {
    const record = decodedRecord(key, bytes);
    const wrong = [
      ...expected(key, recordKey(record.record_id, recordVersionOf(record))),
      ...same(key, bytes, canonicalBytes(record)),
    ];
    return wrong.length > 0 ? wrong : vouched(key, bytes, await pointers(key));
  },
  latest: async ({ key, bytes, store }) => {
    const { sha256, records, former = [], same_as } = unsealed(key, bytes, latestSchema);
    const named = [...records, ...former].map((entry) => entry.key);
    const pointed = same_as === undefined ? named : [...named, latestKey(same_as)];
    const gone = await Promise.all(pointed.map((other) => needed(store, other, key)));
    return [...expected(key, latestKey(sha256)), ...gone.flat()];
  },
};

const sequenceForm = /\/(\d+)\.json$/;
const sequenceOf = (key: string): number => Number(sequenceForm.exec(key)?.[1] ?? 0);

/** An object stands under the key that its content gives. */
function expected(key: string, right: string): readonly Finding[] {
  return key === right ? [] : [damaged(key, `What it holds belongs to ${right}.`)];
}

/** One value is written in one way only. */
function same(key: string, bytes: Uint8Array, right: Uint8Array): readonly Finding[] {
  if (Buffer.from(bytes).equals(right)) return [];
  return [damaged(key, 'Its content is not written as the archive writes it.')];
}

async function needed(store: ObjectStore, key: string, by: string): Promise<readonly Finding[]> {
  return (await store.has(key)) ? [] : [missing(key, by)];
}

/** What an error says of an object; anything but damage is thrown on. */
export function findingOf(key: string, error: unknown): Finding {
  // A flipped letter of an id makes a key that nobody could have written.
  if (error instanceof IntegrityError || error instanceof BadKeyError) {
    return damaged(key, error.message);
  }
  throw error;
}
