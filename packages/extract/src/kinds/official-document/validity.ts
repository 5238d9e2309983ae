/** From when and until when a document is in force. */

import type { Found } from '../../evidence.ts';
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { besides, isLine } from '../../reading.ts';
import type { OfficialDocument } from '../../record.ts';
import { first, type Rule } from '../../rule.ts';
import { asFound } from '../../rules/as-found.ts';
import { date } from '../../rules/date.ts';
import { effectiveOn, expiresOn } from '../../rules/effective-date.ts';
import { onLines } from './head.ts';

type Validity = Pick<OfficialDocument, 'validity' | 'effective_on' | 'expires_on'>;

/** A piece of the index header, read by a rule. */
function indexed<T>({ part }: KindContext, label: string, rule: Rule<T>): Found<T> | undefined {
  if (part.relation !== 'main') return undefined;
  for (const piece of besides(part.reading, 'index', label)) {
    const match = first(rule, piece.text);
    if (match) return { value: match.value, evidence: [evidenceFor(piece, match, rule.id, 0.9)] };
  }
  return undefined;
}

export function validityElements(context: KindContext): Validity {
  const { part, book } = context;
  const lines = part.items.filter(isLine);
  return {
    validity: book.note('validity', indexed(context, 'validity', asFound)),
    effective_on: book.note(
      'effective_on',
      indexed(context, 'effective_date', date) ?? onLines(effectiveOn, lines, 0.9),
    ),
    expires_on: book.note(
      'expires_on',
      indexed(context, 'abolished_date', date) ?? onLines(expiresOn, lines, 0.85),
    ),
  };
}
