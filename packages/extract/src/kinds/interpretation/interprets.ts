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

/** 政策解读 without a name stands behind what it interprets. */
function fallback(context: KindContext): Interprets | null {
  const before = context.part.relation === 'interpretation' ? context.earlier.at(-1) : undefined;
  if (!before?.title) return null;
  context.book.add('interprets.title', before.evidence['title'] ?? []);
  return {
    title: before.title,
    doc_number: numberInFile(context, before),
    record_id: before.record_id,
  };
}
