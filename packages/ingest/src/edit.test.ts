import type { OffsetMap } from '@xxgk/extract/document';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit, type Replacement, replacing, toRawPosition } from './edit.ts';

interface Text {
  readonly text: string;
  readonly raw?: string;
  readonly map?: OffsetMap;
}

const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a', ' '), maxLength: 30 });

/** Rounds of replacements: the gap before each, the length it replaces, what it puts there. */
const round = fc.array(
  fc.tuple(fc.nat(9), fc.nat(4), fc.string({ unit: fc.constantFrom('子', '丑'), maxLength: 3 })),
  { maxLength: 4 },
);
const rounds = fc.array(round, { maxLength: 4 });

function placed(text: string, plan: readonly [number, number, string][]): Replacement[] {
  const list: Replacement[] = [];
  let from = 0;
  for (const [gap, length, to] of plan) {
    const start = from + gap;
    const end = start + length;
    if (end > text.length) break;
    list.push({ start, end, text: to });
    from = end;
  }
  return list;
}

type Origin = readonly (number | undefined)[];

/** The reference: where each character came from, undefined once it was replaced. */
const followed = (origin: Origin, list: readonly Replacement[]): Origin =>
  list
    .toReversed()
    .reduce<Origin>(
      (now, { start, end, text }) => [
        ...now.slice(0, start),
        ...Array.from({ length: text.length }, () => undefined),
        ...now.slice(end),
      ],
      origin,
    );

function played(raw: string, plan: readonly [number, number, string][][]) {
  let traced: Text = { text: raw };
  let origin: Origin = [...Array(raw.length).keys()];
  for (const each of plan) {
    const list = placed(traced.text, each);
    traced = edit(traced, list);
    origin = followed(origin, list);
  }
  return { traced, origin };
}

describe('edit', () => {
  test('every character that was not replaced keeps its raw place, whatever was done before', () => {
    fc.assert(
      fc.property(letters, rounds, (raw, plan) => {
        const { traced, origin } = played(raw, plan);
        if (traced.text === raw) return;
        const places = origin.map((_, position) => toRawPosition(traced, position));
        expect(places.map((place, at) => (origin[at] === undefined ? undefined : place))).toEqual(
          origin,
        );
        for (const [at, from] of origin.entries()) {
          if (from !== undefined) expect(traced.text[at]).toBe(raw[from]);
        }
      }),
    );
  });

  test('places never run backwards and end where the raw text ends', () => {
    fc.assert(
      fc.property(letters, rounds, (raw, plan) => {
        const { traced } = played(raw, plan);
        const places = [...Array(traced.text.length + 1).keys()].map((at) =>
          toRawPosition(traced, at),
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.at(-1)).toBe(raw.length);
      }),
    );
  });

  test('a removed run belongs to what stands before it', () => {
    const traced = edit({ text: '縣規(guī)劃局' }, [
      { start: 0, end: 1, text: '县' },
      { start: 1, end: 2, text: '规' },
      { start: 2, end: 7, text: '' },
      { start: 7, end: 8, text: '划' },
    ]);
    expect(traced).toMatchObject({ text: '县规划局', raw: '縣規(guī)劃局', map: [[2, 7]] });
  });

  test('text that is as it was decoded carries neither raw nor map', () => {
    const there = edit<Text>({ text: '甲 乙' }, [{ start: 1, end: 2, text: '' }]);
    expect(there.raw).toBe('甲 乙');
    expect(edit(there, [{ start: 1, end: 1, text: ' ' }])).toEqual({ text: '甲 乙' });
  });

  test('a match that changes nothing is no replacement', () => {
    expect(replacing('甲乙甲', /甲/g, () => '甲')).toEqual([]);
    expect(replacing('甲乙甲', /甲/g, () => '')).toHaveLength(2);
  });
});
