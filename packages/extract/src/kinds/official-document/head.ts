/** 版头: number, masthead, signatory, urgency, classification, registration (GB/T 9704-2012 §7.2). */
import { isBareMasthead } from '../../common/title.ts';
import { evidenceFor, type Found } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { isMasthead } from '../../line-signs.ts';
import { besides, isLine, type Line } from '../../reading.ts';
import type { OfficialDocument } from '../../record.ts';
import { first, type Rule } from '../../rule.ts';
import { classification } from '../../rules/classification.ts';
import { type DocNumber, docNumber, isWhole } from '../../rules/doc-number.ts';
import { joinedLine } from '../../rules/joined-line.ts';
import { mastheadName } from '../../rules/masthead-name.ts';
import { orderNumber } from '../../rules/order-number.ts';
import { orderSigner } from '../../rules/order-signer.ts';
import { registrationNumber } from '../../rules/registration-number.ts';
import { signatories } from '../../rules/signatories.ts';
import { urgency } from '../../rules/urgency.ts';

type Head = Pick<
  OfficialDocument,
  | 'doc_number'
  | 'issuer_mark'
  | 'signatories'
  | 'registration_number'
  | 'urgency'
  | 'classification'
>;

/** The first value of a rule on some lines. */
export function onLines<T>(
  rule: Rule<T>,
  lines: readonly Line[],
  confidence: number,
): Found<T> | undefined {
  for (const line of lines) {
    const match = first(rule, line.text);
    if (match)
      return { value: match.value, evidence: [evidenceFor(line, match, rule.id, confidence)] };
  }
  return undefined;
}

/** A bracket that was lost or misread is thought of: the number is not so sure. */
function unsure(found: Found<DocNumber> | undefined): Found<DocNumber> | undefined {
  if (!found || found.value.code === null || found.value.year === null || isWhole(found.value.raw))
    return found;
  return {
    ...found,
    evidence: found.evidence.map((e) => ({ ...e, confidence: Math.min(e.confidence, 0.8) })),
  };
}

/** Own line first, then the index header: a number elsewhere is that of another document. */
function numberOf({ part, zones }: KindContext): Found<DocNumber> | undefined {
  const own = unsure(onLines(docNumber, zones.head, 0.98));
  if (own || part.relation !== 'main') return own;
  for (const piece of besides(part.reading, 'index', 'doc_number')) {
    const match = first(docNumber, piece.text);
    if (match)
      return { value: match.value, evidence: [evidenceFor(piece, match, docNumber.id, 0.95)] };
  }
  return onLines(orderNumber, zones.head, 0.9);
}

/** 发文机关标志: with 文件, or the name alone above the number. */
function markOf({ part, zones }: KindContext): Found<string> | undefined {
  const marked = onLines(
    mastheadName,
    zones.head.filter(({ text }) => isMasthead(text)),
    0.95,
  );
  if (marked) return marked;
  const [top] = part.items;
  if (!top || !isLine(top) || !zones.head.includes(top) || !isBareMasthead(part.items, 0))
    return undefined;
  return onLines(joinedLine, [top], 0.85);
}

/** 签发人 of the head, or who signed an order above its date. */
function signatoriesOf({ part, zones }: KindContext): Found<readonly string[]> | undefined {
  const approved = onLines(signatories, zones.head, 0.95);
  const { date } = zones.signature;
  if (approved || date === undefined) return approved;
  const above = part.items[part.items.indexOf(date) - 1];
  const signer = above && isLine(above) ? onLines(orderSigner, [above], 0.95) : undefined;
  return signer && { value: [signer.value], evidence: signer.evidence };
}

export function headElements(context: KindContext): Head {
  const { zones, book } = context;
  const { head } = zones;
  const number = book.note('doc_number', numberOf(context));
  return {
    doc_number: number && { ...number },
    issuer_mark: book.note('issuer_mark', markOf(context)),
    signatories: [...(book.note('signatories', signatoriesOf(context)) ?? [])],
    registration_number: book.note('registration_number', onLines(registrationNumber, head, 0.9)),
    urgency: book.note('urgency', onLines(urgency, head, 0.95)),
    classification: book.note('classification', onLines(classification, head, 0.95)),
  };
}
