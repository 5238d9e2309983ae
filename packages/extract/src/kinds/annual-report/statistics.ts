/**
 * Brings the two sources of statistics together: the form's cells and the sentences.
 *
 * The table's claim stands; what a sentence says of the same number is kept beside it for comparison.
 */
import { orderOf } from '../../forms/fields.ts';
import type { Forms } from '../../forms/read-forms.ts';
import { type Stated, stateCell } from '../../forms/table-facts.ts';
import type { LooseNumber, Prose, ProseClaim } from '../../prose/read-prose.ts';
import type { Fact } from '../../record.ts';
import { counterparts } from './counterparts.ts';

export interface Gathered {
  /** What goes into the record, in the row order of the forms. */
  readonly stated: ReadonlyMap<string, Stated>;
  /** Every claim of the sentences by key, the best first. */
  readonly prose: ReadonlyMap<string, readonly ProseClaim[]>;
  /** Numbers that have no key in a report of this era. */
  readonly loose: readonly LooseNumber[];
}

export const WEBSITE_RULE = 'prose/website-as-total';

const RANK: Readonly<Record<string, number>> = {
  reported: 0,
  zero_by_statement: 1,
  derived: 2,
  blank: 3,
};

/** Section in which a key is at home, by the beginning of the key. */
const HOMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:proactive|channel|normative)_/u, 'proactive'],
  [/^(?:requests|replies|refused)_/u, 'requests'],
  [/^(?:reconsideration|litigation|complaints)_/u, 'remedies'],
  [/^(?:fees|information_processing)_/u, 'fees'],
  [/^(?:press|online|interpretation|response)_/u, 'response'],
];

const away = ({ key, section }: ProseClaim): number =>
  HOMES.some(([keys, home]) => keys.test(key) && home === section) ? 0 : 1;

const rank = (claim: ProseClaim): number => (RANK[claim.fact.status] ?? 4) * 2 + away(claim);

function byKey(claims: readonly ProseClaim[]): ReadonlyMap<string, readonly ProseClaim[]> {
  const keyed = Map.groupBy(claims, (claim) => claim.key);
  return new Map(
    [...keyed].map(([key, group]) => [key, group.toSorted((a, b) => rank(a) - rank(b))]),
  );
}

/** 政府网站公开…条 and nothing else: at least the website's number was disclosed in all. */
function websiteAsTotal(prose: ReadonlyMap<string, readonly ProseClaim[]>): Stated | undefined {
  const channels = [...prose.keys()].filter((key) => key.startsWith('channel_'));
  const website = prose.get('channel_website')?.[0];
  if (!website || channels.length > 1 || prose.has('proactive_total')) return undefined;
  const confidence = Math.min(website.fact.confidence, 0.7);
  return {
    fact: { ...website.fact, status: 'derived', confidence },
    evidence: website.evidence.map((one) => ({ ...one, rule: WEBSITE_RULE, confidence })),
  };
}

/** Doubtful when another sentence gives another number. */
function chosen(claims: readonly ProseClaim[]): Stated | undefined {
  const [best] = claims;
  if (!best) return undefined;
  const disputed = claims.some(
    (claim) => claim.fact.status === 'reported' && claim.fact.value !== best.fact.value,
  );
  const fact: Fact = disputed
    ? { ...best.fact, confidence: Math.min(best.fact.confidence, 0.7) }
    : best.fact;
  return { fact, evidence: best.evidence };
}

/** Whether the form has the cells that say what this key says. */
const inForm = (key: string, table: ReadonlyMap<string, Stated>): boolean =>
  table.has(key) || (counterparts[key] ?? []).some((cell) => table.has(cell));

/** Rows that only the forms since 2019 have: 结转, 尚未审结. */
const ONLY_LATER = /^requests_matrix\.|_pending$/u;

/** Gathers what both sources say. */
export function gather(forms: Forms, { claims, loose }: Prose): Gathered {
  const table = new Map(forms.values.map((value) => [value.key, stateCell(value)]));
  const prose = byKey(claims);
  const stated = new Map<string, Stated>(table);
  for (const [key, group] of prose) {
    const best = chosen(group);
    if (best && !inForm(key, table) && !ONLY_LATER.test(key)) stated.set(key, best);
  }
  const total = table.has('proactive_total') ? undefined : websiteAsTotal(prose);
  if (total) stated.set('proactive_total', total);
  const order = [...stated].sort(([a], [b]) => orderOf(a) - orderOf(b));
  const homeless = claims.filter(({ key }) => ONLY_LATER.test(key) && !inForm(key, table));
  return {
    stated: new Map(order),
    prose,
    loose: [...loose, ...homeless.map((claim) => claim.loose)],
  };
}

/** A claim of a sentence that is not the one in the record, and why. */
export type Beaten = ProseClaim & { readonly lost: string };

/** Claims that lost to the form or to a better sentence. */
export function* beaten({ stated, prose }: Gathered): Generator<Beaten> {
  for (const [key, claims] of prose) {
    const winner = stated.get(key);
    if (!winner) continue;
    const byForm = winner.fact.source === 'table';
    const lost = byForm
      ? 'the form gives this number, and what the form says stands'
      : 'another sentence says it in the section where it belongs, or more plainly';
    for (const claim of byForm ? claims : claims.slice(1)) yield { ...claim, lost };
  }
}
