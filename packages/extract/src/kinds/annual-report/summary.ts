/** The same fourteen numbers for every era, so that years can be compared. */

import type { Found } from '../../evidence.ts';
import type { Stated } from '../../forms/table-facts.ts';
import { scaled } from '../../lexicon/numerals.ts';
import type { SummaryKey } from '../../record.ts';
import { summaryKeys } from '../../summary-keys.ts';
import { counterparts } from './counterparts.ts';
import type { Gathered } from './statistics.ts';

/** The flat key of each summary key but the fees. */
const FLAT: Readonly<Record<Exclude<SummaryKey, 'fees_yuan'>, string>> = {
  proactive_total: 'proactive_total',
  requests_received: 'requests_received_total',
  requests_completed: 'requests_completed_total',
  granted: 'replies_granted',
  partially_granted: 'replies_partially_granted',
  refused: 'replies_refused',
  reconsideration_total: 'reconsideration_total',
  reconsideration_corrected: 'reconsideration_corrected',
  litigation_total: 'litigation_total',
  litigation_corrected: 'litigation_corrected',
  staff_full_time: 'staff_full_time',
  staff_part_time: 'staff_part_time',
  interpretation_articles: 'interpretation_articles',
};

const valued = (stated: Stated | undefined): Found<number> | undefined =>
  stated && stated.fact.value !== null
    ? { value: stated.fact.value, evidence: stated.evidence }
    : undefined;

/** A cell that claims nothing, or several that claim different things. */
const SILENT: ReadonlySet<string> = new Set(['blank', 'not_applicable', 'ambiguous']);

/** A cell that claims nothing leaves the word to the text. */
function inProse(key: string, { stated, prose }: Gathered): Found<number> | undefined {
  const cell = stated.get(key);
  if (cell && !SILENT.has(cell.fact.status)) return undefined;
  return valued(prose.get(key)?.[0]);
}

/** The sum of the cells that make up a key; nothing where none of them says anything. */
function inCells(key: string, { stated }: Gathered): Found<number> | undefined {
  const keys = counterparts[key] ?? [];
  const cells = keys.map((cell) => stated.get(cell)).filter((cell) => cell !== undefined);
  const said = cells.flatMap((cell) => valued(cell) ?? []);
  const unread = cells.some(
    ({ fact }) => fact.value === null && !['blank', 'not_applicable'].includes(fact.status),
  );
  if (said.length === 0 || unread || cells.length < keys.length) return undefined;
  return {
    value: said.reduce((sum, { value }) => sum + value, 0),
    evidence: said.flatMap(({ evidence }) => evidence),
  };
}

const flat = (key: string, gathered: Gathered): Found<number> | undefined =>
  valued(gathered.stated.get(key)) ?? inCells(key, gathered) ?? inProse(key, gathered);

const FEES = 'fees_collected_10k_yuan';
const YUAN = '元';

/** Forms that print 元 in the row of fees keep it. */
function fees(gathered: Gathered): Found<number> | undefined {
  const collected = flat(FEES, gathered);
  if (!collected) return flat('information_processing_fee', gathered);
  const inYuan = gathered.stated.get(FEES)?.fact.unit === YUAN;
  return { ...collected, value: inYuan ? collected.value : scaled(collected.value, 10_000) };
}

/** Every summary key with what the report says of it. */
export function summaryOf(gathered: Gathered): ReadonlyMap<SummaryKey, Found<number> | undefined> {
  return new Map(
    summaryKeys.map((key) => [
      key,
      key === 'fees_yuan' ? fees(gathered) : flat(FLAT[key], gathered),
    ]),
  );
}
