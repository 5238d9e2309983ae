/** Where the table and the sentences, or two sentences, give different numbers: both are kept. */
import { orderOf } from '../../forms/fields.ts';
import type { ProseClaim } from '../../prose/read-prose.ts';
import type { Check, Conflict } from '../../record.ts';
import { agrees } from './agreement.ts';
import { counterparts, otherSums } from './counterparts.ts';
import type { Gathered } from './statistics.ts';

type Side = Conflict['claims'][number];

/** A number of the form beside what the best sentence says of it. */
interface Pair {
  readonly key: string;
  readonly table: Side;
  readonly claim: ProseClaim;
}

const proseSide = ({ fact, evidence }: ProseClaim): Side => ({
  value: fact.value,
  unit: fact.unit,
  source: 'prose',
  quote: evidence.map((one) => one.quote).join(''),
});

/** What the cells of these keys say together; nothing where one is missing or cannot be read. */
function cellsSide(keys: readonly string[], { stated }: Gathered): Side | undefined {
  const cells = keys.map((key) => stated.get(key)).filter((cell) => cell !== undefined);
  const [first] = cells;
  if (!first || cells.length < keys.length) return undefined;
  if (cells.some(({ fact }) => fact.status === 'ambiguous')) return undefined;
  if (cells.every(({ fact }) => fact.status === 'blank')) return undefined;
  const silent = cells.every((cell) => cell.fact.value === null);
  return {
    value: silent ? null : cells.reduce((sum, cell) => sum + (cell.fact.value ?? 0), 0),
    unit: first.fact.unit,
    source: 'table',
    quote: cells.map((cell) => cell.fact.raw).join(' + '),
  };
}

/** What the form says: the cell itself, or the sum of the cells that make up the key. */
const tableSide = (key: string, gathered: Gathered): Side | undefined =>
  cellsSide(
    gathered.stated.get(key)?.fact.source === 'table' ? [key] : (counterparts[key] ?? []),
    gathered,
  );

/** Counts of which a sentence often tells only a part: meetings, channels, articles. */
const OFTEN_PARTIAL =
  /^(?:channel|meetings|training|trainees|interpretation|response|press|online)/u;

/** Whether the sentence counts something else than the row: a part of it, or more than it. */
function isOtherScope(key: string, table: Side, { fact }: ProseClaim, gathered: Gathered): boolean {
  if (table.value === null || fact.value === null || agrees(table.value, fact)) return false;
  if (OFTEN_PARTIAL.test(key) && fact.value < table.value) return true;
  return (otherSums[key] ?? []).some((keys) => {
    const sum = cellsSide(keys, gathered)?.value ?? null;
    return sum !== null && agrees(sum, fact);
  });
}

/** The form's own key where one cell says it all. */
const recordKey = (key: string): string => {
  const cells = counterparts[key] ?? [];
  const [only] = cells;
  return cells.length === 1 && only !== undefined ? only : key;
};

function pairs(gathered: Gathered): readonly Pair[] {
  return [...gathered.prose].flatMap(([key, claims]): Pair[] => {
    const claim = claims.find(
      ({ fact }) => fact.status === 'reported' || fact.status === 'zero_by_statement',
    );
    const table = tableSide(key, gathered);
    if (!claim || !table || isOtherScope(key, table, claim, gathered)) return [];
    const isFlat = gathered.stated.get(key)?.fact.source === 'table';
    return [{ key: isFlat ? key : recordKey(key), table, claim }];
  });
}

const differ = ({ table, claim }: Pair): boolean =>
  table.value === null ? claim.fact.value !== null : !agrees(table.value, claim.fact);

/** Whose numbers a sentence tells: of the whole city, or of the office itself. */
const SCOPE =
  /全[省市县区州镇]|本级|市直|县直|区直|省直|各[省市县区州级]|我[局委办院]|本[局委办院机关]/u;

const scopeOf = ({ evidence }: ProseClaim): string =>
  SCOPE.exec(evidence.map(({ quote }) => quote).join(''))?.[0] ?? '';

/** Two sentences that give different numbers where the form is silent about the key. */
function amongSentences(gathered: Gathered): readonly Conflict[] {
  return [...gathered.prose].flatMap(([key, claims]): Conflict[] => {
    if (gathered.stated.get(key)?.fact.source !== 'prose') return [];
    const said = claims.filter(
      ({ fact }) => fact.status === 'reported' && fact.precision === 'exact',
    );
    const distinct = said.filter(
      (claim, index) => said.findIndex((other) => other.fact.value === claim.fact.value) === index,
    );
    const scopes = new Set(distinct.map(scopeOf).filter((scope) => scope !== ''));
    return distinct.length > 1 && scopes.size < 2 ? [{ key, claims: distinct.map(proseSide) }] : [];
  });
}

/** Conflicts in the row order of the form. */
export function conflictsOf(gathered: Gathered): readonly Conflict[] {
  const withTable = pairs(gathered)
    .filter(differ)
    .map(({ key, table, claim }) => ({ key, claims: [table, proseSide(claim)] }));
  return [...withTable, ...amongSentences(gathered)].sort(
    (a, b) => orderOf(a.key) - orderOf(b.key),
  );
}

/** P1: every number that both the form and the sentences give. */
export function proseChecks(gathered: Gathered): readonly Check[] {
  return pairs(gathered)
    .map(
      (pair): Check => ({
        id: `P1.${pair.key}`,
        verdict: pair.table.value === null ? 'not_computable' : differ(pair) ? 'fails' : 'holds',
        left: pair.table.value,
        right: pair.claim.fact.value,
        keys: [pair.key],
        note: 'The table on the left, the text on the right.',
      }),
    )
    .sort((a, b) => orderOf(a.keys[0] ?? '') - orderOf(b.keys[0] ?? ''));
}
