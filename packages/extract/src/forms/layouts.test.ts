import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../checks/run-checks.ts';
import { documentOf, tableOf } from '../document-of.ts';
import { readingOf } from '../reading.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import { dataRows } from './form-of.ts';
import { disclosureLayouts, matrixLayouts, remedyLayouts } from './layouts.ts';
import { matrixColumns } from './matrix.ts';
import { readForms } from './read-forms.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';
import { stateCell } from './table-facts.ts';

const ERAS = ['2019_2020', '2021_plus'] as const;
type LaterEra = (typeof ERAS)[number];
type Numbers = Readonly<Record<string, number>>;
type Grid = ReturnType<NonNullable<(typeof matrixLayouts)[string]>>;

const RESULTS = (era: LaterEra): string[] =>
  dataRows(era)
    .map(({ key }) => key)
    .filter(
      (key) =>
        !['received_this_year', 'carried_over_in', 'results_total', 'carried_over_out'].includes(
          key,
        ),
    );

const WHO = matrixColumns.filter(({ key }) => key !== 'total');
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** A matrix that fulfils every identity of the form. */
const matrices = (era: LaterEra) =>
  fc.array(fc.nat({ max: 1500 }), { minLength: 200, maxLength: 200 }).map((pool): Numbers => {
    const next = pool.values();
    const draw = (): number => next.next().value ?? 0;
    const cells: Record<string, number> = {};
    for (const { key: who } of WHO) {
      for (const row of RESULTS(era)) cells[`${row}.${who}`] = draw() % 40;
      const done = sum(RESULTS(era).map((row) => cells[`${row}.${who}`] ?? 0));
      const over = draw() % 10;
      const before = Math.min(draw() % 10, done + over);
      cells[`results_total.${who}`] = done;
      cells[`carried_over_out.${who}`] = over;
      cells[`carried_over_in.${who}`] = before;
      cells[`received_this_year.${who}`] = done + over - before;
    }
    for (const { key } of dataRows(era)) {
      cells[`${key}.total`] = sum(WHO.map(({ key: who }) => cells[`${key}.${who}`] ?? 0));
    }
    return cells;
  });

const disclosures = (era: LaterEra) => {
  const keys = (era === '2019_2020' ? disclosure2019 : disclosure2021).flatMap(
    ({ rows, columns }) =>
      rows.flatMap((row) => columns.map((column) => `${row.key}.${column.key}`)),
  );
  return fc
    .array(fc.nat({ max: 99_999 }), { minLength: keys.length, maxLength: keys.length })
    .map(
      (numbers): Numbers =>
        Object.fromEntries(keys.map((key, index) => [key, numbers[index] ?? 0])),
    );
};

const remedies = fc
  .array(fc.nat({ max: 200 }), { minLength: 12, maxLength: 12 })
  .map((numbers): number[] =>
    [0, 4, 8].flatMap((from) => {
      const four = numbers.slice(from, from + 4);
      return [...four, sum(four)];
    }),
  );

const printed = (numbers: Numbers): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));

const under = (table: string, numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).map(([key, value]) => [`${table}.${key}`, value]));

function factsIn(...grids: Grid[]) {
  const { era, values } = readForms(readingOf(documentOf(...grids.map(tableOf))).items);
  return {
    era,
    facts: Object.fromEntries(values.map((value) => [value.key, stateCell(value).fact])),
  };
}

const valuesIn = (...grids: Grid[]): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(factsIn(...grids).facts).map(([key, { value }]) => [key, value]),
  );

describe.each(ERAS)('%s', (era) => {
  test.each(Object.entries(matrixLayouts))('matrix: %s', (_name, layout) => {
    fc.assert(
      fc.property(matrices(era), (numbers) => {
        expect(valuesIn(layout(era, printed(numbers)))).toEqual(under('requests_matrix', numbers));
      }),
      { numRuns: 5 },
    );
  });

  test.each(Object.entries(disclosureLayouts))('disclosure: %s', (_name, layout) => {
    fc.assert(
      fc.property(disclosures(era), (numbers) => {
        expect(valuesIn(layout(era, printed(numbers)))).toEqual(under('disclosure_table', numbers));
      }),
      { numRuns: 5 },
    );
  });

  test('together: the era is told and every check of the form holds', () => {
    fc.assert(
      fc.property(disclosures(era), matrices(era), remedies, (disclosed, requests, fifteen) => {
        const read = factsIn(
          disclosureLayouts['as printed']?.(era, printed(disclosed)) ?? [],
          matrixLayouts['as printed']?.(era, printed(requests)) ?? [],
          remedyLayouts['as printed']?.(fifteen.map(String)) ?? [],
        );
        expect(read.era).toBe(era);
        const hard = runChecks(era, read.facts).filter(({ note }) => note === null);
        expect(hard.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
        expect(hard.length).toBeGreaterThan(30);
      }),
      { numRuns: 5 },
    );
  });
});

test.each(Object.entries(remedyLayouts))('remedies: %s', (_name, layout) => {
  const keys = remedyGroups.flatMap((group) =>
    remedyColumns.map((column) => `remedies_table.${group.key}.${column.key}`),
  );
  fc.assert(
    fc.property(remedies, (numbers) => {
      const wanted = Object.fromEntries(keys.map((key, index) => [key, numbers[index]]));
      expect(valuesIn(layout(numbers.map(String)))).toEqual(wanted);
    }),
    { numRuns: 5 },
  );
});
