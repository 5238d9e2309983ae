/** No value without its evidence: what was found, where, by which rule, and how sure it is. */

import type { Traced } from './document.ts';
import type { Evidence } from './record.ts';
import { type Address, placeOf, rawOf, readingConfidence, type Span } from './trace.ts';

/** Text with an address: a line, a table cell or a piece beside the text. */
export interface Quotable {
  readonly at: Address;
  readonly traced: Traced;
}

/** A value with the evidence that supports it. */
export interface Found<T> {
  readonly value: T;
  readonly evidence: readonly Evidence[];
}

/**
 * Evidence for a span of a line's (or cell's) repaired text.
 *
 * @param ruleId Running this rule again on the quote gives the value.
 * @param confidence How sure the rule is, 0 to 1; OCR confidence of the characters lowers it.
 */
export function evidenceFor(
  { at, traced }: Quotable,
  span: Span,
  ruleId: string,
  confidence = 1,
): Evidence {
  const place = placeOf(at, traced, span);
  const { start, end } = place;
  const read = readingConfidence(traced, { start, end });
  return {
    quote: rawOf(traced).slice(start, end),
    place: {
      ...place,
      box: place.box ? [...place.box] : null,
      cell: place.cell ? [...place.cell] : null,
    },
    rule: ruleId,
    confidence: Math.min(confidence, read),
  };
}

/** Lowest confidence of some evidence; 0 for none. */
export const confidenceOf = (evidence: readonly Evidence[]): number =>
  evidence.length === 0 ? 0 : Math.min(...evidence.map((e) => e.confidence));

/** A value that was read and is not the one that was given. */
export interface Considered {
  /** Path of the field that it was read for. */
  readonly path: string;
  readonly value: unknown;
  readonly evidence: readonly Evidence[];
  /** Why it lost, in a sentence. */
  readonly lost: string;
}

/** Collects evidence by the path of the value that it supports, and what lost against that value. */
export class EvidenceBook {
  readonly #pages = new Map<string, Evidence[]>();
  readonly #considered: Considered[] = [];

  /** Remembers a value that was read for a field and not given; for explanations only. */
  lose<T>(path: string, { value, evidence }: Found<T>, lost: string): void {
    this.#considered.push({ path, value, evidence, lost });
  }

  get considered(): readonly Considered[] {
    return this.#considered;
  }

  /** Files evidence under a path and hands the value on. */
  note<T>(path: string, found: Found<T>): T;
  note<T>(path: string, found: Found<T> | undefined): T | null;
  note<T>(path: string, found: Found<T> | undefined): T | null {
    if (!found) return null;
    this.add(path, found.evidence);
    return found.value;
  }

  add(path: string, evidence: readonly Evidence[]): void {
    if (evidence.length === 0) return;
    this.#pages.set(path, [...(this.#pages.get(path) ?? []), ...evidence]);
  }

  get(path: string): readonly Evidence[] {
    return this.#pages.get(path) ?? [];
  }

  toRecord(): Record<string, Evidence[]> {
    return Object.fromEntries(this.#pages);
  }
}
