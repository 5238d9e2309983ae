/** Whom to ask: contact sentence, 附注, labelled lines; never the foot of the page. */
import { type EvidenceBook, evidenceFor } from '../evidence.ts';
import { type Item, isLine, type Line } from '../reading.ts';
import type { Contact } from '../record.ts';
import { first, type Rule } from '../rule.ts';
import { address, email, fax, office, person, phone, postcode } from '../rules/contact.ts';

const FIELDS = { office, person, address, postcode, phone, fax, email } as const satisfies Record<
  keyof Contact,
  Rule<string>
>;
/** A contact is given by a sentence that asks to, or by labels. */
const ASKS =
  /联系|疑问|咨询|地\s{0,2}址|邮\s{0,2}(?:政\s{0,2})?编|电\s{0,2}话|传\s{0,2}真|邮\s{0,2}箱/u;
/** Numbers to call for something else: complaints, hotlines of others. */
const OTHER_PURPOSE = /投诉|举报|热线|接听|拨打/u;
const LABELS = Object.keys(FIELDS) as (keyof Contact)[];

const isContactLine = ({ text }: Line): boolean =>
  ASKS.test(text) &&
  LABELS.some((label) => label !== 'office' && first(FIELDS[label], text) !== undefined);

const EMPTY: Contact = {
  office: null,
  person: null,
  address: null,
  postcode: null,
  phone: null,
  fax: null,
  email: null,
};

/** The first value of each field counts, from lines that give a contact. */
export function contactOf(items: readonly Item[], book: EvidenceBook): Contact | null {
  const contact: Contact = { ...EMPTY };
  for (const line of items.filter(isLine)) {
    if (!isContactLine(line)) continue;
    for (const label of LABELS) {
      const match = contact[label] === null ? first(FIELDS[label], line.text) : undefined;
      if (!match || (label === 'phone' && OTHER_PURPOSE.test(before(line, match.start)))) continue;
      contact[label] = match.value;
      book.add(`contact.${label}`, [evidenceFor(line, match, FIELDS[label].id, 0.9)]);
    }
  }
  return LABELS.some((label) => contact[label] !== null) ? contact : null;
}

const before = ({ text }: Line, at: number): string => text.slice(Math.max(0, at - 12), at);
