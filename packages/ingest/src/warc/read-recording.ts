/**
 * Reads a recording (WARC or WACZ) from a place on, in portions that fit into memory whatever its size.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { IngestError } from '../errors.ts';
import { type ByteSource, fileSource } from './byte-source.ts';
import type { Cursor } from './cursor.ts';
import {
  DamagedRecordError,
  LargeRecordError,
  NoRecordsError,
  RecordBombError,
  TruncatedRecordError,
} from './errors.ts';
import { largestFile } from './http-answer.ts';
import type { Outcome } from './outcome.ts';
import { failed, isWanted, readRecord, whereIs } from './read-record.ts';
import type { RecordingKind } from './recognise.ts';
import type { RecordHead } from './record.ts';
import { type Found, WarcReader } from './warc-reader.ts';

/** What some records in a row came to. */
export interface Portion {
  readonly outcomes: readonly Outcome[];
  /** Records read, those of no use included. */
  readonly records: number;
  /** Where to go on; undefined behind the last record. */
  readonly next: Cursor | undefined;
}

/** A portion ends with the record that brings it to one of these. */
const portion = { bytes: 8_000_000, outcomes: 64, records: 5000 } as const;

interface Part {
  /** Null for a WARC file itself. */
  readonly name: string | null;
  readonly source: ByteSource;
}

/**
 * @throws {NoRecordsError} when there is not one record in it.
 */
export async function* readRecording(
  path: string | Buffer,
  kind: RecordingKind,
  from: Cursor,
): AsyncGenerator<Portion> {
  const file = await open(path);
  try {
    const parts = await partsOf(file, kind);
    let start = from;
    let records = 0;
    for (const [index, part] of parts.entries()) {
      if (index < from.part) continue;
      if (index > from.part) start = { part: index, offset: 0, inner: 0 };
      for await (const read of readPart(part, start, index + 1 === parts.length)) {
        records += read.records;
        yield read;
      }
    }
    const fresh = from.part === 0 && from.offset === 0 && from.inner === 0;
    if (fresh && records === 0) throw new NoRecordsError(kind.toUpperCase(), 'it is empty');
  } finally {
    await file.close();
  }
}

async function partsOf(file: FileHandle, kind: RecordingKind): Promise<readonly Part[]> {
  const { size } = await file.stat();
  if (kind === 'warc') return [{ name: null, source: fileSource(file, 0, size) }];
  const { waczParts } = await import('./wacz.ts');
  return waczParts(file, size);
}

async function* readPart(
  { name, source }: Part,
  from: Cursor,
  last: boolean,
): AsyncGenerator<Portion> {
  const reader = await WarcReader.open(source, from, isWanted);
  let outcomes: Outcome[] = [];
  let bytes = 0;
  let records = 0;
  try {
    for (let found = await reader.next(); found; found = await reader.next()) {
      if (found.kind !== 'trouble') records += 1;
      const outcome = await outcomeOf(found, name);
      if (outcome) outcomes.push(outcome);
      if (outcome?.kind === 'file') bytes += outcome.file.bytes.length;
      if (!isFull(bytes, outcomes.length, records)) continue;
      yield { outcomes, records, next: { part: from.part, ...(await reader.place()) } };
      [outcomes, bytes, records] = [[], 0, 0];
    }
    const next = last ? undefined : { part: from.part + 1, offset: 0, inner: 0 };
    yield { outcomes, records, next };
  } finally {
    reader.close();
  }
}

const isFull = (bytes: number, outcomes: number, records: number): boolean =>
  bytes >= portion.bytes || outcomes >= portion.outcomes || records >= portion.records;

async function outcomeOf(found: Found, part: string | null): Promise<Outcome | undefined> {
  if (found.kind === 'passed') return undefined;
  if (found.kind === 'record') return readRecord(found.record, part);
  const head = found.head ?? { ...noHead, place: found.place };
  return failed(head, errorOf(found.what, whereIs(head)), part);
}

const noHead: Omit<RecordHead, 'place'> = {
  type: '',
  id: null,
  target: null,
  date: null,
  length: 0,
  fields: new Map(),
};

function errorOf(
  what: Extract<Found, { readonly kind: 'trouble' }>['what'],
  where: string,
): IngestError {
  switch (what) {
    case 'truncated':
      return new TruncatedRecordError(where);
    case 'damaged':
      return new DamagedRecordError(where);
    case 'bomb':
      return new RecordBombError(where);
    case 'too-large':
      return new LargeRecordError(where, largestFile);
    default:
      throw new TypeError(`Unknown trouble ${what satisfies never}`);
  }
}
