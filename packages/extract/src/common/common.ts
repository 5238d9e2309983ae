/** The fields that every record has, whatever its kind. */
import type { Document } from '../document.ts';
import type { EvidenceBook, Found } from '../evidence.ts';
import { LISTS } from '../lexicon/divisions.ts';
import type { Outline } from '../outline.ts';
import type { Part } from '../part.ts';
import { isLine } from '../reading.ts';
import type { DocumentRecord, Evidence, Other } from '../record.ts';
import { recordId } from '../record-id.ts';
import { EXTRACT_VERSION } from '../version.ts';
import type { Zones } from '../zones.ts';
import { agencyOf } from './agency.ts';
import { attachmentsOf, breadcrumbOf, labelled } from './beside-text.ts';
import { citationsOf } from './citations.ts';
import { contactOf } from './contact.ts';
import { issueDays, publicationDays } from './dates.ts';
import { judged, judgedIssue } from './doubtful-date.ts';
import { namedAttachments } from './named-attachments.ts';
import { type KeyOf, sectionsOf } from './sections.ts';
import { textOf } from './text.ts';

/** All of a record but its kind and its evidence, which is collected in the book until the end. */
export type Common = Omit<Other, 'kind' | 'evidence'>;

export interface CommonInput {
  readonly part: Part;
  readonly zones: Zones;
  readonly outline: Outline;
  /** The record of the part that this one is attached to. */
  readonly parent: DocumentRecord | null;
  /** Version of the program, for `made_by`. */
  readonly version: string;
  readonly keyOf: KeyOf;
}

const YEAR = /(?:19|20)[0-9]{2}(?=\s*年)/u;

/** The year whose list of divisions is valid for the document. */
function yearOf(issued: string | null, title: string, published: string | null): number {
  const year = issued?.slice(0, 4) ?? YEAR.exec(title)?.[0] ?? published?.slice(0, 4);
  return year === undefined ? LISTS.last : Number(year);
}

const inherits = (parent: DocumentRecord | null): ReadonlyMap<string, readonly Evidence[]> =>
  new Map(Object.entries(parent?.evidence ?? {}));

/** What tells about the page belongs to its main text. */
const page = (
  part: Part,
  zones: Zones,
  book: EvidenceBook,
): Pick<Common, 'index' | 'meta' | 'breadcrumb' | 'byline' | 'attachments'> =>
  part.relation === 'main'
    ? {
        index: labelled(part.reading, 'index', book),
        meta: labelled(part.reading, 'meta', book),
        breadcrumb: breadcrumbOf(part.reading, book),
        byline: labelled(part.reading, 'byline', book),
        attachments: attachmentsOf(part.reading, namedAttachments(part, zones), book),
      }
    : { index: {}, meta: {}, breadcrumb: [], byline: {}, attachments: [] };

function made(document: Document, version: string): Common['made_by'] {
  return { version, stages: { ...document.stages, extract: EXTRACT_VERSION } };
}

/** The record of the archive that the file came out of. */
const archiveOf = ({ container }: Document): string | null =>
  container ? recordId(container.sha256, 0) : null;

/** The first of several readings; the others have lost to it where they differ. */
function best(
  path: string,
  found: Iterable<Found<string>>,
  book: EvidenceBook,
): Found<string> | undefined {
  const [first, ...others] = found;
  for (const other of others) {
    if (other.value !== first?.value)
      book.lose(path, other, 'a place that is trusted more gives it');
  }
  return first;
}

/** Fills the common fields of a part and files their evidence. */
export function commonOf(input: CommonInput, book: EvidenceBook): Common {
  const { part, zones, outline, parent, version, keyOf } = input;
  const { document } = part.reading;
  const title = zones.title;
  const signed = judgedIssue(best('issued_on', issueDays(part, zones), book), part, zones);
  const put = judged(best('published_on', publicationDays(part.reading), book), part);
  const issued = book.note('issued_on', signed.found);
  const published = book.note('published_on', put.found);
  if (title) {
    book.add('title', title.evidence);
    book.add('title_raw', title.evidence);
  }
  const { agency, diagnostics } = agencyOf(
    {
      part,
      zones,
      year: yearOf(issued, title?.value ?? '', published),
      inherited: parent?.agency ?? null,
      inheritedEvidence: inherits(parent),
    },
    book,
  );
  return {
    schema: 'xxgk.record/1',
    record_id: recordId(document.source.sha256, part.position),
    parent_id: parent?.record_id ?? archiveOf(document),
    source: { ...document.source },
    made_by: made(document, version),
    title: title?.value ?? null,
    title_raw: title?.raw ?? null,
    agency,
    published_on: published,
    issued_on: issued,
    ...page(part, zones, book),
    contact: contactOf(part.items.filter(isLine), book),
    citations: citationsOf(part.items, title ? [title.value] : [], book),
    sections: sectionsOf(outline, keyOf, book),
    text: textOf(part.items),
    repairs: document.repairs.map((repair) => ({ ...repair })),
    checks: [],
    conflicts: [],
    proposals: [],
    diagnostics: [
      ...document.diagnostics,
      ...signed.diagnostics,
      ...put.diagnostics,
      ...diagnostics,
    ].map(diagnosticOf),
  };
}

type RecordDiagnostic = Common['diagnostics'][number];

/** Places of documents are read-only tuples; records are plain JSON. */
export function diagnosticOf({
  place,
  ...about
}: Document['diagnostics'][number]): RecordDiagnostic {
  if (!place) return { ...about, place: null };
  const { box, cell, ...rest } = place;
  return {
    ...about,
    place: {
      ...rest,
      ...(box === undefined ? {} : { box: box && [...box] }),
      ...(cell === undefined ? {} : { cell: cell && [...cell] }),
    },
  };
}
