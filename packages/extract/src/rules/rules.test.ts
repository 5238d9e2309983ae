import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../rule.ts';
import { corpus } from './index.cases.ts';
import { rules } from './index.ts';

interface Table {
  readonly rule: Rule<unknown>;
  readonly reads: readonly (readonly [unknown, ...string[]])[];
  readonly quotes?: readonly (readonly [string, string])[];
  readonly ignores: readonly string[];
}

const tables = corpus as unknown as readonly Table[];

test('every file of rules has a file of cases', () => {
  const files = readdirSync(import.meta.dirname);
  const rules = files.filter((name) => /^[a-z-]+\.ts$/u.test(name) && name !== 'cases.ts');
  expect(rules.filter((name) => !files.includes(name.replace('.ts', '.cases.ts')))).toEqual([]);
});

test('every rule has a table of cases', () => {
  const tested = new Set(tables.map(({ rule }) => rule));
  expect(rules.filter((rule) => !tested.has(rule)).map(({ id }) => id)).toEqual([]);
});

describe.each(tables.map((table) => ({ id: table.rule.id, ...table })))(
  '$id',
  ({ rule, reads, quotes, ignores }) => {
    const whole = reads.flatMap(([value, ...texts]) => texts.map((text) => ({ text, value })));

    test.each(whole)('reads $text', ({ text, value }) => {
      const found = [...rule.find(text)];
      expect(found.map((match) => match.value)).toEqual([value]);
      expect(text.slice(found[0]?.start, found[0]?.end).trim()).toBe(text.trim());
    });

    test.each(quotes ?? [])('quotes %s from %s', (quote, text) => {
      expect([...rule.find(text)].map(({ start, end }) => text.slice(start, end))[0]).toBe(quote);
    });

    test.each(ignores)('ignores %j', (text) => {
      expect([...rule.find(text)]).toEqual([]);
    });

    test.each(whole)('reads its own quote of $text again', ({ text, value }) => {
      const match = [...rule.find(text)][0];
      expect(
        [...rule.find(text.slice(match?.start, match?.end))].map((again) => again.value),
      ).toEqual([value]);
    });
  },
);
