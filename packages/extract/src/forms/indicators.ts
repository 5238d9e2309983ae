/** Reads tables that have one indicator a row: the form of 2014-2018 and the lists before it. */
import type { Item } from '../reading.ts';
import { isValue } from './cell.ts';
import { form2014 } from './form-2014.ts';
import type { ExtraRow, FormReading, FormValue } from './form-value.ts';
import type { Indicator } from './indicator.ts';
import { LabelMatcher } from './indicator-labels.ts';
import { pre2014, pre2014Synonyms } from './pre-2014.ts';
import type { FormCell, FormRow } from './row.ts';
import { type Head, headOf } from './value-columns.ts';

/** Fewer known labels than this make no form. */
const ENOUGH = 4;
const UNIT = /^(?:条|件|次|篇|个|人|人次|万元|元|宗|例|份|项|部|期|起|场|批|家|[-—－–―─]{1,6})$/u;
const DASHES = /^[-—－–―─]{1,6}$/u;
const SERIAL = /^\d{1,3}$/u;
const BLANK = /[\s\u3000]+/gu;

const flat = (cell: FormCell): string => cell.text.replace(BLANK, '');

/** A printed row, taken apart. */
interface Parts {
  readonly labels: readonly FormCell[];
  readonly unit: string | null;
  readonly values: readonly FormCell[];
}

function unitIndex(row: FormRow, head: Head | undefined): number {
  const byHead = row.cells.findIndex((cell) => cell.column === head?.unit);
  if (byHead > 0) return byHead;
  return row.cells.findIndex((cell, index) => index > 0 && UNIT.test(flat(cell)));
}

/** Splits a row at its unit; without one, at its first cell that can be a value. */
function partsOf(row: FormRow, head: Head | undefined): Parts {
  const unitAt = unitIndex(row, head);
  const splitAt =
    unitAt >= 0
      ? unitAt
      : row.cells.findIndex(
          (cell, index) => index > 0 && cell.text.trim() !== '' && isValue(cell.text),
        );
  const end = splitAt < 0 ? row.cells.length : splitAt;
  const unitCell = row.cells[unitAt];
  const unit = unitCell ? flat(unitCell) : '';
  const right = row.cells.slice(unitAt >= 0 ? unitAt + 1 : end);
  return {
    labels: row.cells.slice(0, end).filter((cell) => flat(cell) !== '' && !SERIAL.test(flat(cell))),
    unit: unit === '' || DASHES.test(unit) ? null : unit,
    values: head ? right.filter((cell) => head.values.includes(cell.column)) : right,
  };
}

/** One form being read from top to bottom. */
class IndicatorReader {
  readonly #matcher: LabelMatcher;
  readonly #values: FormValue[] = [];
  readonly #extra: ExtraRow[] = [];
  readonly #items = new Set<Item>();
  #head: Head | undefined;
  #section: string | null = null;

  constructor(form: readonly Indicator[], synonyms: Readonly<Record<string, string>>) {
    this.#matcher = new LabelMatcher(form, synonyms);
  }

  read(row: FormRow): void {
    const head = headOf(row);
    if (head) {
      this.#head = head;
      return;
    }
    const parts = partsOf(row, this.#head);
    const indicator = this.#indicatorOf(parts);
    if (indicator) this.#take(indicator, parts, row);
    else this.#keep(parts, row);
  }

  result(era: FormReading['era']): FormReading {
    return { era, values: this.#values, extra: this.#extra, items: this.#items };
  }

  /** The label stands next to its unit; where a label is split over columns, all of them. */
  #indicatorOf({ labels }: Parts): Indicator | undefined {
    const nearest = labels.at(-1)?.text;
    if (nearest === undefined) return undefined;
    const joined = labels.map((cell) => cell.text).join('');
    if (this.#matcher.knows(nearest)) return this.#matcher.match(nearest);
    return this.#matcher.match(joined) ?? this.#matcher.match(nearest);
  }

  #take(indicator: Indicator, parts: Parts, row: FormRow): void {
    this.#items.add(row.item);
    if (indicator.parent === null) this.#section = indicator.label;
    if (indicator.unit === null) return;
    const cells = parts.values.filter((cell) => cell.text.trim() !== '');
    const field = { unit: parts.unit ?? indicator.unit };
    this.#values.push({
      key: indicator.key,
      field,
      cells: cells.length > 0 ? cells : parts.values.slice(0, 1),
    });
  }

  /** A row that is not in the form but looks like one. */
  #keep({ labels, unit, values }: Parts, row: FormRow): void {
    const label = labels.map((cell) => cell.text.trim()).join('');
    const raw = values.map((cell) => cell.text.trim()).filter((text) => text !== '');
    if (this.#values.length === 0 || label === '' || (unit === null && raw.length === 0)) return;
    this.#items.add(row.item);
    const cells = [...labels, ...values].filter((cell) => cell.text.trim() !== '');
    this.#extra.push({ label, unit, raw: raw.join(' '), section: this.#section, cells });
  }
}

const hits = (rows: readonly FormRow[], matcher: LabelMatcher): readonly FormRow[] =>
  rows.filter((row) => row.cells.some((cell) => matcher.knows(cell.text)));

/** The rows of those tables that have a known label: other tables have nothing to do with the form. */
function related(rows: readonly FormRow[], known: readonly FormRow[]): readonly FormRow[] {
  const tables = new Set(known.map((row) => row.item));
  const last = known.at(-1);
  const lines = last ? rows.slice(0, rows.indexOf(last) + 1) : [];
  return lines.filter((row) => row.item.kind === 'line' || tables.has(row.item));
}

/** Reads the rows as the form whose labels they carry, or as none. */
export function readIndicators(rows: readonly FormRow[]): FormReading | undefined {
  const national = hits(rows, new LabelMatcher(form2014));
  const local = hits(rows, new LabelMatcher(pre2014, pre2014Synonyms));
  const isNational = national.length >= local.length;
  const known = isNational ? national : local;
  if (known.length < ENOUGH) return undefined;
  const reader = isNational
    ? new IndicatorReader(form2014, {})
    : new IndicatorReader(pre2014, pre2014Synonyms);
  for (const row of related(rows, known)) reader.read(row);
  return reader.result(isNational ? '2014_2018' : 'pre_2014');
}
