/** A WARC record (ISO 28500), and how its head is read. */
import type { Place } from './cursor.ts';
import { fieldsOf } from './fields.ts';

export interface RecordHead {
  readonly place: Place;
  /** `response`, `resource`, `revisit`, `request` …; empty where it is not said. */
  readonly type: string;
  /** `WARC-Record-ID` without its brackets. */
  readonly id: string | null;
  /** `WARC-Target-URI` as an address; bytes that are no ASCII are escaped. */
  readonly target: string | null;
  /** `WARC-Date` as it stands there. */
  readonly date: string | null;
  /** `Content-Length`: bytes of the block. */
  readonly length: number;
  /** Values of all fields, first of each name. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A record with the bytes of its block. */
export interface WarcRecord extends RecordHead {
  readonly block: Buffer;
}

/** ISO 28500 knows 1.0 and 1.1; 0.17 and 0.18, of which archives of the 2000s are, are alike. */
const versionLine = /^WARC\/[01]\.\d{1,2}\r?\n/;
/** The same, as it is looked for between damaged records: a field has to follow. */
export const recordStart = /WARC\/[01]\.\d{1,2}\r?\n[A-Za-z][A-Za-z-]{2,40}:/;

const digits = /^\d{1,15}$/;
const brackets = /^<(.*)>$/s;
const beyondAscii = /[^\x20-\x7e]/g;

/** Undefined where the bytes are no head of a record. */
export function recordHead(bytes: Buffer, place: Place): RecordHead | undefined {
  const text = bytes.toString('latin1');
  const version = versionLine.exec(text)?.[0];
  if (version === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of fieldsOf(text.slice(version.length))) {
    if (!fields.has(name)) fields.set(name, value);
  }
  const length = fields.get('content-length') ?? '';
  if (!digits.test(length)) return undefined;
  return {
    place,
    type: (fields.get('warc-type') ?? '').toLowerCase(),
    id: bare(fields.get('warc-record-id')),
    target: addressIn(fields, 'warc-target-uri'),
    date: fields.get('warc-date') ?? null,
    length: Number(length),
    fields,
  };
}

/** Undoes the brackets in which wget wraps addresses, and escapes bytes that are no ASCII. */
export function addressIn(fields: ReadonlyMap<string, string>, name: string): string | null {
  const value = bare(fields.get(name));
  return (
    value?.replaceAll(
      beyondAscii,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    ) ?? null
  );
}

const bare = (value: string | undefined): string | null => value?.replace(brackets, '$1') ?? null;
