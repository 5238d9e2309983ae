/** A document in, records out: one for each document that the file holds. Pure and deterministic. */
import { commonOf } from './common/common.ts';
import type { Document } from './document.ts';
import { type Considered, EvidenceBook } from './evidence.ts';
import type { Kind } from './kind.ts';
import { sectionKeyOf } from './kinds/annual-report/section-keys.ts';
import { kinds } from './kinds/index.ts';
import { other } from './kinds/other.ts';
import { isNoDocument } from './no-document.ts';
import { outlineOf } from './outline.ts';
import type { Part } from './part.ts';
import { readingOf } from './reading.ts';
import type { DocumentRecord } from './record.ts';
import { split } from './split.ts';
import { zonesOf } from './zones.ts';

export interface ExtractOptions {
  /** Version of the program, for `made_by.version`. */
  readonly version: string;
}

/** Whether the parser found it to be none. */
const holdsNone = ({ diagnostics }: Document): boolean =>
  diagnostics.some(({ code }) => isNoDocument(code));

function kindOf(part: Part, title: string | null): Kind {
  const scored = kinds.map((kind) => ({ kind, score: kind.recognise(part, title) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).kind;
}

const noKey = (): null => null;

/** A record, and what was read for its fields besides. */
export interface Explained {
  readonly record: DocumentRecord;
  readonly considered: readonly Considered[];
}

interface Progress {
  readonly parts: readonly Part[];
  readonly earlier: readonly DocumentRecord[];
  readonly version: string;
}

function recordOf(part: Part, { parts, earlier, version }: Progress, forced?: Kind): Explained {
  const book = new EvidenceBook();
  const zones = zonesOf(part);
  const outline = outlineOf(part);
  const kind = forced ?? kindOf(part, zones.title?.value ?? null);
  const parent = part.parent === null ? null : (earlier[part.parent] ?? null);
  const keyOf = kind.id === 'annual_report' ? sectionKeyOf : noKey;
  const common = commonOf({ part, zones, outline, parent, version, keyOf }, book);
  const record = kind.read({ part, parts, outline, zones, common, earlier, book });
  return { record, considered: book.considered };
}

/**
 * Reads the records of a document.
 *
 * A page that is no document (error page, captcha, list of links) gives one record of kind `other`
 * whose diagnostics say so.
 */
export const extract = (document: Document, options: ExtractOptions): DocumentRecord[] =>
  explained(document, options).map(({ record }) => record);

/** The records with what was considered for them, for explanations. */
export function explained(document: Document, { version }: ExtractOptions): Explained[] {
  const reading = readingOf(document);
  // An archive has no text either: its files are documents of their own.
  if (holdsNone(document) || document.members) {
    const part: Part = {
      reading,
      position: 0,
      items: reading.items,
      relation: 'main',
      parent: null,
    };
    return [recordOf(part, { parts: [part], earlier: [], version }, other)];
  }
  const parts = split(reading);
  const found: Explained[] = [];
  const earlier: DocumentRecord[] = [];
  for (const part of parts) {
    const next = recordOf(part, { parts, earlier, version });
    found.push(next);
    earlier.push(next.record);
  }
  return found;
}
