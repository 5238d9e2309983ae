/** Finds the row of a form that a printed label means: by its words, within its chapter, in row order. */
import type { Indicator } from './indicator.ts';
import { editDistance, labelKey } from './label.ts';

/** How far ahead of the last row a misread label is looked for. */
const WINDOW = 4;
/** Shorter labels have too many neighbours within two edits. */
const SHORTEST_MISREAD = 5;
const SHORTEST_HALF = 6;

interface Row {
  readonly indicator: Indicator;
  readonly key: string;
}

/** Matches the labels of one form from top to bottom, remembering where it is. */
export class LabelMatcher {
  readonly #rows: readonly Row[];
  readonly #synonyms: ReadonlyMap<string, string>;
  readonly #seen = new Set<string>();
  #last = -1;

  constructor(form: readonly Indicator[], synonyms: Readonly<Record<string, string>> = {}) {
    this.#rows = form.map((indicator) => ({ indicator, key: labelKey(indicator.label) }));
    this.#synonyms = new Map(
      Object.entries(synonyms).map(([label, key]) => [labelKey(label), key]),
    );
  }

  /** Whether the label is printed in this form, exactly. */
  knows(label: string): boolean {
    const key = labelKey(label);
    return this.#synonyms.has(key) || this.#rows.some((row) => row.key === key);
  }

  /** The row that the label means here; moves on to it. */
  match(label: string): Indicator | undefined {
    const key = labelKey(label);
    if (key === '') return undefined;
    const index = this.#exact(key) ?? this.#misread(key);
    const row = index === undefined ? undefined : this.#rows[index];
    if (index === undefined || !row) return undefined;
    this.#last = index;
    this.#seen.add(row.indicator.key);
    return row.indicator;
  }

  /** Labels are not unique: of several rows the next one in row order that has not been read yet. */
  #exact(key: string): number | undefined {
    const meant = this.#synonyms.get(key);
    const hits = this.#rows.flatMap((row, index) =>
      row.key === key || row.indicator.key === meant ? [index] : [],
    );
    const fresh = hits.filter((index) => !this.#seen.has(this.#rows[index]?.indicator.key ?? ''));
    return fresh.find((index) => index > this.#last) ?? fresh[0];
  }

  /** A label with up to two wrong characters, or its first half, where the row order agrees. */
  #misread(key: string): number | undefined {
    const ahead = this.#rows.slice(this.#last + 1, this.#last + 1 + WINDOW);
    const hits = ahead.flatMap((row, offset) =>
      isMisread(key, row.key) ? [this.#last + 1 + offset] : [],
    );
    return hits.length === 1 ? hits[0] : undefined;
  }
}

function isMisread(key: string, label: string): boolean {
  if (key.length >= SHORTEST_HALF && label.startsWith(key)) return true;
  const limit = Math.min(2, Math.floor(label.length / SHORTEST_MISREAD));
  return limit > 0 && editDistance(key, label, limit) <= limit;
}
