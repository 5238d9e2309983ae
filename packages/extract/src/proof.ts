/** Whether a record is proven: every value has its quote in the document, and its rule gives it again. */
import type { Block, Continuation, Document, Traced } from './document.ts';
import type { DocumentRecord, Evidence } from './record.ts';
import { replayAll } from './replay.ts';
import { rawOf, repaired } from './trace.ts';

/** A value that its evidence does not carry. */
export interface Fault {
  readonly path: string;
  readonly reason: 'no-evidence' | 'quote-not-there' | 'replay-differs';
  readonly value: unknown;
  readonly replayed?: unknown;
}

/** About the record, or computed from other values. */
const COMPUTED =
  /^(?:schema|record_id|parent_id|kind|source|made_by|text|repairs|checks|conflicts|proposals|diagnostics|evidence|form|form_era|year_conflict|truncated|interprets\.record_id|summary|narrative)(?:\.|$)|^sections\.\d+\.(?:key|text)$|^attachments\.\d+\.(?:url|media_type|sha256)$|^(?:agency\.region\.as_of)$/u;
/** Facts carry the whole cell; only the number is claimed by its rule. */
const FACT_DETAIL = /^statistics\..*\.(?:unit|raw|status|precision|bound|source|confidence)$/u;
/** Their keys are labels of the page and may hold dots. */
const LABELLED: ReadonlySet<string> = new Set(['index', 'meta', 'byline']);
const RAW = /(?:^|\.)(?:title_raw|name_raw)$/u;
/** An answer may hold a table, whose cells are quoted one by one. */
const LAID_OUT = /^questions\.\d+\.a$/u;
const BLANKS = /\s+/gu;

type Node = { readonly path: string; readonly value: unknown };

const children = (value: object, path: string): Node[] =>
  Object.entries(value).map(([key, child]) => ({
    path: path === '' ? key : `${path}.${key}`,
    value: child as unknown,
  }));

const unspaced = (value: unknown): string => String(value).replace(BLANKS, '');

/** Leaves that claim something. */
function leaves({ path, value }: Node): Node[] {
  if (value === null || (path !== '' && COMPUTED.test(path)) || FACT_DETAIL.test(path)) return [];
  if (typeof value !== 'object') return [{ path, value }];
  return children(value, path).flatMap(leaves);
}

/** The nearest path, upwards, that has evidence. */
function holder(record: DocumentRecord, path: string): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (record.evidence[at]) return at;
  }
  return undefined;
}

function at(record: DocumentRecord, path: string): unknown {
  if (path.startsWith('statistics.')) {
    const facts = 'statistics' in record ? record.statistics : {};
    return facts[path.slice('statistics.'.length)]?.value;
  }
  const step = (node: unknown, key: string): unknown =>
    typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  const [top = '', ...rest] = path.split('.');
  return LABELLED.has(top)
    ? step(step(record, top), rest.join('.'))
    : path.split('.').reduce(step, record as unknown);
}

function tracedAt(document: Document, { place }: Evidence): Traced | undefined {
  const blockAt = (page: number, block: number): Block | Continuation | undefined =>
    document.pages.find(({ number }) => number === page)?.blocks[block];
  const named = blockAt(place.page, place.block);
  const block = named?.kind === 'continuation' ? blockAt(named.of.page, named.of.block) : named;
  if (block?.kind === 'continuation') return undefined;
  if (block?.kind !== 'table') return block;
  return block.cells.find(({ row, column }) => place.cell?.[0] === row && place.cell[1] === column);
}

/** A replayed object claims its own keys only: the address of a file is not in its name. */
function agrees(value: unknown, replayed: unknown): boolean {
  if (
    typeof replayed === 'object' &&
    replayed !== null &&
    typeof value === 'object' &&
    value !== null
  ) {
    return Object.entries(replayed).every(([key, part]) =>
      agrees((value as Record<string, unknown>)[key], part),
    );
  }
  if (typeof replayed === 'string' && typeof value === 'object' && value !== null) {
    return Object.values(value).includes(replayed);
  }
  return value === replayed;
}

function faultAt(document: Document, record: DocumentRecord, path: string): Fault[] {
  const evidence = record.evidence[path] ?? [];
  const value = at(record, path);
  const quoted = evidence.map((one) => ({ one, traced: tracedAt(document, one) }));
  const broken = quoted.some(
    ({ one, traced }) =>
      !traced || rawOf(traced).slice(one.place.start, one.place.end) !== one.quote,
  );
  if (broken) return [{ path, reason: 'quote-not-there', value }];
  if (RAW.test(path)) {
    const raw = evidence.map(({ quote }) => quote).join('');
    return unspaced(raw) === unspaced(value)
      ? []
      : [{ path, reason: 'replay-differs', value, replayed: raw }];
  }
  const texts = quoted.flatMap(({ one, traced }) =>
    traced ? [{ rule: one.rule, text: repaired(traced, one.place) }] : [],
  );
  const replayed = replayAll(texts, path);
  if (LAID_OUT.test(path) && unspaced(value) === unspaced(replayed)) return [];
  return agrees(value, replayed) ? [] : [{ path, reason: 'replay-differs', value, replayed }];
}

/** Everything in a record that its evidence does not carry; empty for a proven one. */
export function faultsOf(document: Document, record: DocumentRecord): Fault[] {
  const claimed = leaves({ path: '', value: record });
  const holders = claimed.map(({ path, value }) => ({ path, value, at: holder(record, path) }));
  const bare = holders.flatMap(({ path, value, at: held }): Fault[] =>
    held === undefined ? [{ path, reason: 'no-evidence', value }] : [],
  );
  const paths = [...new Set(holders.flatMap(({ at: held }) => held ?? []))];
  return [...bare, ...paths.flatMap((path) => faultAt(document, record, path))];
}
