/** Who interprets: the labelled block 解读机关, 解读人, 联系方式. */
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { isLine } from '../../reading.ts';
import type { Interpretation } from '../../record.ts';
import { first, type Rule } from '../../rule.ts';
import {
  interpreterAgency,
  interpreterContact,
  interpreterPerson,
} from '../../rules/interpreter.ts';

type Interpreter = NonNullable<Interpretation['interpreter']>;

const FIELDS: Readonly<Record<keyof Interpreter, Rule<string>>> = {
  agency: interpreterAgency,
  person: interpreterPerson,
  contact: interpreterContact,
};

export function interpretedBy({ part, book }: KindContext): Interpretation['interpreter'] {
  const found: Interpreter = { agency: null, person: null, contact: null };
  const lines = part.items.filter(isLine);
  for (const label of ['agency', 'person', 'contact'] as const) {
    // 联系方式 alone is a contact like any other: it belongs to an interpreter who is named.
    if (label === 'contact' && found.agency === null && found.person === null) break;
    for (const line of lines) {
      const match = first(FIELDS[label], line.text);
      if (!match) continue;
      found[label] = match.value;
      book.add(`interpreter.${label}`, [evidenceFor(line, match, FIELDS[label].id, 0.9)]);
      break;
    }
  }
  return found.agency === null && found.person === null ? null : found;
}
