/** Which document is interpreted: by the title, by the file's other parts, by the number beside its name. */
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { isLine, type Line } from '../../reading.ts';
import type { DocumentRecord, Evidence, Interpretation } from '../../record.ts';
import { first } from '../../rule.ts';
import { citation } from '../../rules/citation.ts';
import { interpretedTitle } from '../../rules/interpreted-title.ts';

type Interprets = NonNullable<Interpretation['interprets']>;

const BLANKS_AND_MARKS = /[\s\u3000《》〈〉“”"（）()]/gu;
/** Lines in which an article says what it is about. */
const FIRST_LINES = 6;
const SHORTENED = /^[\s\u3000]*[（(](?:以下|下称|简称)/u;
const ISSUED =
  /(?:印发|出台|发布|制定|公布|修订|颁布|起草|审议通过|联合印发|制定出台)(?:了|的)?[\s\u3000]*$/u;
const keyOf = (title: string): string => title.replace(BLANKS_AND_MARKS, '');

interface Named {
  readonly title: string;
  readonly evidence: readonly Evidence[];
}

function named({ zones }: KindContext): Named | undefined {
  const { title } = zones;
  const match = title && first(interpretedTitle, title.value);
  if (!title || !match) return undefined;
  return {
    title: match.value,
    evidence: title.evidence.map((e) => ({ ...e, rule: interpretedTitle.id })),
  };
}

/** The record of the file that holds the text of this title. */
function recordNamed(
  earlier: readonly DocumentRecord[],
  title: string,
): DocumentRecord | undefined {
  const key = keyOf(title);
  return (
    earlier.find((record) => record.title !== null && keyOf(record.title) === key) ??
    earlier.find(
      (record) =>
        'inner_title' in record && record.inner_title !== null && keyOf(record.inner_title) === key,
    )
  );
}

const numberOf = (record: DocumentRecord | undefined): string | null =>
  record && 'doc_number' in record ? (record.doc_number?.raw ?? null) : null;

/** 《…》（国办发〔2019〕1号) in the text: the number of exactly this title. */
function numberInText({ part, book }: KindContext, title: string): string | null {
  for (const line of part.items.filter(isLine)) {
    for (const match of citation.find(line.text)) {
      const { doc_number: number } = match.value;
      if (number === null || keyOf(match.value.title) !== keyOf(title)) continue;
      book.add('interprets.doc_number', [evidenceOf(line, match.start, match.end)]);
      return number;
    }
  }
  return null;
}

const evidenceOf = (line: Line, start: number, end: number): Evidence =>
  evidenceFor(line, { start, end }, citation.id, 0.9);

/** The number of the notice: its own record's, or its parent's. */
function numberInFile(
  { earlier, book }: KindContext,
  record: DocumentRecord | undefined,
): string | null {
  const holder =
    numberOf(record) === null
      ? earlier.find(({ record_id }) => record_id === record?.parent_id)
      : record;
  const number = numberOf(holder);
  if (number !== null) book.add('interprets.doc_number', holder?.evidence['doc_number'] ?? []);
  return number;
}

export function interpretsOf(context: KindContext): Interprets | null {
  const { earlier, book } = context;
  const name = named(context);
  if (!name) return fallback(context);
  book.add('interprets.title', name.evidence);
  const record = recordNamed(earlier, name.title);
  return {
    title: name.title,
    doc_number: numberInFile(context, record) ?? numberInText(context, name.title),
    record_id: record?.record_id ?? null,
  };
}

/** 省政府印发《…》（鄂政办发〔2022〕15号）（以下简称《…》）: what an article is about, where its title does not say. */
function introduced({ part, book }: KindContext): Interprets | null {
  for (const line of part.items.slice(0, FIRST_LINES).filter(isLine)) {
    for (const match of citation.find(line.text)) {
      const { title, doc_number } = match.value;
      const isDefined = doc_number !== null || SHORTENED.test(line.text.slice(match.end));
      if (!isDefined || !ISSUED.test(line.text.slice(0, match.start))) continue;
      const evidence = evidenceFor(line, match, citation.id, 0.8);
      book.add('interprets.title', [evidence]);
      if (doc_number !== null) book.add('interprets.doc_number', [evidence]);
      return { title, doc_number, record_id: null };
    }
  }
  return null;
}

/** 政策解读 without a name stands behind what it interprets. */
function fallback(context: KindContext): Interprets | null {
  const before = context.part.relation === 'interpretation' ? context.earlier.at(-1) : undefined;
  if (!before?.title) return introduced(context);
  context.book.add('interprets.title', before.evidence['title'] ?? []);
  return {
    title: before.title,
    doc_number: numberInFile(context, before),
    record_id: before.record_id,
  };
}
