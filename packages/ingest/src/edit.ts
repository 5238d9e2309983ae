/** Replacements in traced text: the one place where the map back to the decoded text is changed. */
import type { OffsetMap, Traced } from '@xxgk/extract/document';
import { toRaw } from '@xxgk/extract/trace';

/** Characters `start` to `end` (UTF-16 code units, end exclusive) become `text`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Without the entries that tell nothing: distance unchanged, or overtaken at the same position. */
function compact(entries: OffsetMap): OffsetMap {
  const kept: (readonly [number, number])[] = [];
  for (const entry of entries) {
    if (kept.at(-1)?.[0] === entry[0]) kept.pop();
    const [text, raw] = kept.at(-1) ?? [0, 0];
    if (entry[1] - entry[0] !== raw - text) kept.push(entry);
  }
  return kept;
}

/** The same text with another way back: for callers that keep `raw` and drop `map` when equal. */
function withText<T extends Traced>(traced: T, text: string, map: OffsetMap): T {
  const { raw: before, map: _, ...rest } = traced;
  const raw = before ?? traced.text;
  const changed = text === raw ? { ...rest, text } : { ...rest, text, raw, map };
  return changed as T;
}

/** Like {@link toRaw}, for positions that ascend: one walk over the map serves them all. */
function ascending(map: OffsetMap): (position: number) => number {
  let next = 0;
  return (position) => {
    while ((map[next]?.[0] ?? Number.POSITIVE_INFINITY) <= position) next += 1;
    const [text, raw] = map[next - 1] ?? [0, 0];
    return Math.min(raw + (position - text), map[next]?.[1] ?? Number.POSITIVE_INFINITY);
  };
}

/**
 * Applies replacements, which must be in order and must not overlap, and composes the map: every
 * character outside of them keeps its raw place, a replaced run stands for the raw run it replaced.
 */
export function edit<T extends Traced>(traced: T, replacements: readonly Replacement[]): T {
  if (replacements.length === 0) return traced;
  const old = traced.map ?? [];
  const rawOf = ascending(old);
  const entries: (readonly [number, number])[] = [];
  let next = 0;
  let from = 0;
  let out = '';
  const keep = (until: number): void => {
    const shift = out.length - from;
    for (let entry = old[next]; entry && entry[0] <= until; entry = old[++next]) {
      if (entry[0] >= from) entries.push([entry[0] + shift, entry[1]]);
    }
    out += traced.text.slice(from, until);
  };
  for (const { start, end, text } of replacements) {
    keep(start);
    out += text;
    from = end;
    entries.push([out.length, rawOf(end)]);
  }
  keep(traced.text.length);
  return withText(traced, out, compact(entries));
}

/** Position in the decoded text of a position in the repaired one. */
export const toRawPosition = (traced: Traced, position: number): number =>
  toRaw(traced.map, position);

/** One replacement for each match of a global pattern whose new text differs. */
export function replacing(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Replacement[] {
  // Most texts have none, and looking for all of them copies the pattern each time.
  if (text.search(pattern) < 0) return [];
  const found: Replacement[] = [];
  for (const match of text.matchAll(pattern)) {
    const to = replace(match);
    if (to !== match[0]) {
      found.push({ start: match.index, end: match.index + match[0].length, text: to });
    }
  }
  return found;
}
