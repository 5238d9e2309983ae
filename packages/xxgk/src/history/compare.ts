/** What changed between two versions of a document, value by value. */

import type { DocumentRecord, Evidence } from '@xxgk/extract';
import { labelOfKey } from '@xxgk/extract/labels';
import { isWordedAlike, type Value, valuesOf } from './values.ts';

/** One side of a change; null where the version does not say it at all. */
export interface Side {
  readonly value: unknown;
  readonly unit: string | null;
  /** Of a number: `reported`, `blank` …; null for any other value. */
  readonly status: string | null;
  readonly evidence: readonly Pick<Evidence, 'quote' | 'place'>[];
}

export interface FieldChange {
  readonly path: string;
  /** As the forms print it; null where they do not. */
  readonly label: string | null;
  readonly before: Side | null;
  readonly after: Side | null;
}

export interface RecordChange {
  /** Of the later version; of the earlier one where it is gone. */
  readonly record_id: string;
  readonly before_id: string | null;
  readonly kind: DocumentRecord['kind'];
  readonly title: string | null;
  /** `wording`: no value changed, but the text did. */
  readonly what: 'added' | 'removed' | 'values' | 'wording';
  readonly fields: readonly FieldChange[];
}

/** Records of two versions, each compared with the one in its place; equal ones are left out. */
export function compareVersions(
  before: readonly DocumentRecord[],
  after: readonly DocumentRecord[],
): readonly RecordChange[] {
  const pairs = pairsOf(before, after);
  return pairs.flatMap(({ old, fresh }) => changeOf(old, fresh) ?? []);
}

interface Pair {
  readonly old: DocumentRecord | undefined;
  readonly fresh: DocumentRecord | undefined;
}

/** The parts of a document keep their place in it; where one is of another kind now, it is another. */
function pairsOf(
  before: readonly DocumentRecord[],
  after: readonly DocumentRecord[],
): readonly Pair[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => ({ old: before[index], fresh: after[index] }));
}

function changeOf(
  old: DocumentRecord | undefined,
  fresh: DocumentRecord | undefined,
): RecordChange | undefined {
  const shown = fresh ?? old;
  if (!shown) return undefined;
  const { record_id, kind, title } = shown;
  const about = { record_id, before_id: old?.record_id ?? null, kind, title };
  if (!old || !fresh) return { ...about, what: old ? 'removed' : 'added', fields: [] };
  const fields = fieldsChanged(valuesOf(old), valuesOf(fresh));
  if (fields.length > 0) return { ...about, what: 'values', fields };
  return isWordedAlike(old, fresh) ? undefined : { ...about, what: 'wording', fields };
}

function fieldsChanged(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): readonly FieldChange[] {
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths].flatMap((path) => {
    const [old, fresh] = [before.get(path), after.get(path)];
    if (old && fresh && sameValue(old, fresh)) return [];
    // That a version has no value where the other has no such key is no change.
    if ((old?.value ?? null) === null && (fresh?.value ?? null) === null && !(old && fresh)) {
      return [];
    }
    return [{ path, label: labelOf(path), before: sideOf(old), after: sideOf(fresh) }];
  });
}

const sameValue = (one: Value, other: Value): boolean =>
  one.value === other.value && one.unit === other.unit && one.status === other.status;

function sideOf(value: Value | undefined): Side | null {
  if (!value) return null;
  const { unit, status, evidence } = value;
  return {
    value: value.value,
    unit,
    status,
    evidence: evidence.map(({ quote, place }) => ({ quote, place })),
  };
}

const statistics = 'statistics.';

const labels: Readonly<Record<string, string>> = {
  title: '标题',
  'agency.name': '发布机关',
  published_on: '发布日期',
  issued_on: '成文日期',
  report_year: '报告年度',
  'doc_number.raw': '发文字号',
  validity: '有效性',
};

const labelOf = (path: string): string | null =>
  (path.startsWith(statistics) ? labelOfKey(path.slice(statistics.length)) : labels[path]) ?? null;
