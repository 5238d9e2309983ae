/** The way between a block's repaired text and the text as decoded, and from there to its place. */
import type { Box, OffsetMap, Place, Segment, Traced } from './document.ts';

/** A half-open run of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text as decoded. */
export const rawOf = (traced: Traced): string => traced.raw ?? traced.text;

/**
 * Position in the raw text of a position in the repaired text. Where raw characters were removed
 * at the position itself, the place behind them: a quote may end with what was removed.
 */
export function toRaw(map: OffsetMap | undefined, position: number): number {
  return map ? across(map, position, 0, 1, Number.POSITIVE_INFINITY) : position;
}

/** Position in the repaired text of a position in the raw text; inside a removed run, its end. */
export function toText(map: OffsetMap | undefined, length: number, position: number): number {
  return map ? across(map, position, 1, 0, length) : position;
}

/** Follows the entry at or before a position, but never past the entry behind it. */
function across(map: OffsetMap, position: number, from: 0 | 1, to: 0 | 1, limit: number): number {
  let at = 0;
  let base = 0;
  for (const entry of map) {
    if (entry[from] > position) return Math.min(base + (position - at), entry[to]);
    at = entry[from];
    base = entry[to];
  }
  return Math.min(base + (position - at), limit);
}

/** The raw span of a span of repaired text. */
export function rawSpan(traced: Traced, { start, end }: Span): Span {
  return { start: toRaw(traced.map, start), end: toRaw(traced.map, end) };
}

/** The repaired text that stands for a raw span: what a rule has to be run on to check a quote. */
export function repaired(traced: Traced, { start, end }: Span): string {
  const length = traced.text.length;
  return traced.text.slice(toText(traced.map, length, start), toText(traced.map, length, end));
}

/** Segments that a raw span touches. */
export function segmentsOf(traced: Traced, { start, end }: Span): readonly Segment[] {
  return (traced.segments ?? []).filter((s) => s.start < end && s.end > start);
}

/** Lowest OCR confidence inside a raw span; 1 for digital text. */
export function readingConfidence(traced: Traced, span: Span): number {
  const known = segmentsOf(traced, span).flatMap((s) => s.confidence ?? []);
  if (known.length > 0) return Math.min(...known);
  return traced.confidence ?? 1;
}

const cover = (boxes: readonly Box[]): Box | null =>
  boxes.length === 0
    ? null
    : [
        Math.min(...boxes.map((b) => b[0])),
        Math.min(...boxes.map((b) => b[1])),
        Math.max(...boxes.map((b) => b[2])),
        Math.max(...boxes.map((b) => b[3])),
      ];

/** Where a block or cell stands in the document. */
export interface Address {
  readonly page: number;
  readonly block: number;
  readonly cell: readonly [number, number] | null;
  /** Where the block goes on: page → index of the continuation there. */
  readonly continued?: ReadonlyMap<number, number>;
}

/** The address by which a block is found on a page on which it goes on. */
export function onPage(at: Address, page: number): Address {
  const block = at.continued?.get(page);
  return block === undefined ? at : { ...at, page, block };
}

/** The place of a span of repaired text. */
export function placeOf(at: Address, traced: Traced, span: Span): Place {
  const raw = rawSpan(traced, span);
  const segments = segmentsOf(traced, raw);
  const first = segments[0]?.page ?? at.page;
  const boxes = segments.filter((s) => s.page === first).flatMap((s) => (s.box ? [s.box] : []));
  const { page, block } = onPage(at, first);
  return {
    page,
    block,
    start: raw.start,
    end: raw.end,
    box: cover(boxes) ?? traced.box ?? null,
    cell: at.cell,
    path: traced.path ?? null,
  };
}
