/** What stands beside the text: index header, meta tags, breadcrumb, byline, attachments; as found. */
import type { Role } from '../document.ts';
import { type EvidenceBook, evidenceFor, type Found } from '../evidence.ts';
import { mediaTypeOfEnding } from '../file-formats.ts';
import { metaName } from '../lexicon/meta-names.ts';
import { type Beside, besides, type Reading } from '../reading.ts';
import type { Other } from '../record.ts';
import { first } from '../rule.ts';
import { asFound } from '../rules/as-found.ts';

/** A piece's own text and where it stands, or undefined when it is blank. */
export function pieceText(
  piece: Beside,
): { value: string; start: number; end: number } | undefined {
  return first(asFound, piece.text);
}

/** Values of one role by their labels; the first of each label counts. */
export function labelled(reading: Reading, role: Role, book: EvidenceBook): Record<string, string> {
  const values: Record<string, string> = {};
  for (const piece of besides(reading, role)) {
    const found = pieceText(piece);
    const label = role === 'meta' ? metaName(piece.label) : piece.label;
    if (!found || label === '' || Object.hasOwn(values, label)) continue;
    values[label] = found.value;
    book.add(`${role}.${label}`, [evidenceFor(piece, found, asFound.id)]);
  }
  return values;
}

export function breadcrumbOf(reading: Reading, book: EvidenceBook): string[] {
  return besides(reading, 'breadcrumb').flatMap((piece, at) => {
    const found = pieceText(piece);
    if (!found) return [];
    book.add(`breadcrumb.${at}`, [evidenceFor(piece, found, asFound.id)]);
    return [found.value];
  });
}

const EXTENSION = /\.([a-z0-9]{2,5})(?:$|[?#&])/iu;

const typeOf = (name: string, url: string | null): string | null =>
  [name, url ?? ''].flatMap((text) => {
    const end = EXTENSION.exec(text)?.[1]?.toLowerCase();
    return (end && mediaTypeOfEnding(end)) || [];
  })[0] ?? null;

/** Linked files, in order, whose bytes are not known here; or the files of an archive; then those only named. */
export function attachmentsOf(
  reading: Reading,
  named: readonly Found<string>[],
  book: EvidenceBook,
): Other['attachments'] {
  const linked = linkedFiles(reading, book);
  const others = named.map(({ value, evidence }, at) => {
    book.add(`attachments.${linked.length + at}`, evidence);
    return { name: value, url: null, media_type: typeOf(value, null), sha256: null };
  });
  return [...linked, ...others];
}

function linkedFiles(reading: Reading, book: EvidenceBook): Other['attachments'] {
  const found = besides(reading, 'attachment').flatMap((piece) => {
    const text = pieceText(piece);
    return text ? [{ piece, text }] : [];
  });
  return found.map(({ piece, text }, at) => {
    book.add(`attachments.${at}`, [evidenceFor(piece, text, asFound.id)]);
    const member = reading.document.members?.[at];
    return {
      name: text.value,
      url: piece.href,
      media_type: member?.mediaType ?? typeOf(text.value, piece.href),
      sha256: member?.sha256 ?? null,
    };
  });
}
