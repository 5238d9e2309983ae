/**
 * One misread digit in each of many scanned forms: it is marked, or a better reading is proposed; what was
 * read right is never proposed to be changed, and no value is changed at all.
 *
 * `XXGK_PLANTED=1000` reads so many forms instead of the usual few and prints what it counted.
 */
import { describe, expect, test } from 'vitest';
import {
  type Mistake,
  mistakes,
  type Planted,
  type Regime,
  regimes,
  type Scanned,
  scannedTables,
} from '../../../../test/recipes/scan/planted-errors.ts';
import { type Form, forms, summedForm } from '../../../../test/recipes/scan/summed-forms.ts';
import type { Identity } from '../checks/identity.ts';
import { identitiesOf } from '../checks/run-checks.ts';
import { documentOf } from '../document-of.ts';
import { extract } from '../extract.ts';
import { readForms } from '../forms/read-forms.ts';
import { LEGIBLE, stateCell } from '../forms/table-facts.ts';
import { readingOf } from '../reading.ts';
import type { AnnualReport, Fact } from '../record.ts';
import { type Review, reviewScan } from './review-scan.ts';

const asked = Number(process.env['XXGK_PLANTED'] ?? 0);
const FORMS = asked || 90;

interface Case {
  readonly form: Form;
  readonly regime: Regime;
  readonly mistake: Mistake;
  readonly truth: AnnualReport;
  readonly read: AnnualReport;
  readonly scanned: Scanned;
  readonly key: string;
}

function reportOf({ tables }: Scanned): AnnualReport {
  const lines = ['某县水利局政府信息公开工作年度报告', '一、政府信息公开情况统计表'];
  const [record] = extract(documentOf(...lines, ...tables), { version: 'test' });
  if (record?.kind !== 'annual_report') throw new TypeError('no annual report');
  return record;
}

/** The key whose value stands in the cell; the lines above the tables are blocks too. */
function keyAt({ evidence }: AnnualReport, { table, row, column }: Planted): string | undefined {
  const found = Object.entries(evidence).find(
    ([path, [first]]) =>
      path.startsWith('statistics.') &&
      first?.place.block === table + 2 &&
      first.place.cell?.[0] === row &&
      first.place.cell[1] === column,
  );
  return found?.[0].slice('statistics.'.length);
}

function caseOf(seed: number): Case | undefined {
  const form = forms[seed % forms.length] ?? '2014';
  const regime = regimes[Math.floor(seed / forms.length) % regimes.length] ?? 'sure of it';
  const mistake = mistakes[Math.floor(seed / 9) % mistakes.length] ?? 'substituted';
  const tables = summedForm(form, seed);
  const scanned = scannedTables(tables, seed, { mistake, regime });
  const truth = reportOf(scannedTables(tables, seed));
  const { planted } = scanned;
  const key = planted && keyAt(truth, planted);
  return planted && key !== undefined
    ? { form, regime, mistake, truth, read: reportOf(scanned), scanned, key }
    : undefined;
}

/** Forms without a cell for the mistake, and cells that stand for no key, are not counted. */
function* casesOf(count: number): Generator<Case> {
  for (let [seed, found] = [0, 0]; found < count; seed += 1) {
    const one = caseOf(seed);
    if (!one) continue;
    found += 1;
    yield one;
  }
}

type Outcome = 'repaired' | 'marked' | 'missed';

const isMarked = (fact: Fact | undefined): boolean =>
  fact === undefined || fact.status === 'ocr_suspect' || fact.status === 'ambiguous';

function outcomeOf({ key, truth, read }: Case): Outcome {
  const proposal = read.proposals.find((one) => one.key === key);
  if (proposal && proposal.value === truth.statistics[key]?.value) return 'repaired';
  return isMarked(read.statistics[key]) ? 'marked' : 'missed';
}

const hardSums = ({ form_era: era, statistics }: AnnualReport): readonly Identity[] =>
  era === 'narrative_only'
    ? []
    : identitiesOf(era, statistics).filter(
        ({ soft, relation }) => soft === undefined && relation === '=',
      );

/** Only a sum of which the cell is a term can tell, and a lost nought changes no sum. */
const isTold = ({ key, truth, mistake }: Case): boolean =>
  mistake !== 'nought lost' &&
  hardSums(truth).some(({ left, right }) => [...left, ...right].includes(key));

const share = (cases: readonly Case[], outcomes: readonly Outcome[]): number =>
  cases.filter((one) => outcomes.includes(outcomeOf(one))).length / Math.max(1, cases.length);

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

function counted(cases: readonly Case[], by: (one: Case) => string): string {
  const lines = [...Map.groupBy(cases, by)].map(([name, group]) => {
    const all = share(group, ['repaired', 'marked']);
    return `${name.padEnd(44)} ${String(group.length).padStart(5)}  repaired or marked ${percent(all)}, repaired ${percent(share(group, ['repaired']))}`;
  });
  return `${lines.join('\n')}\n`;
}

const cases = [...casesOf(FORMS)];
const sureOfIt = cases.filter(({ regime }) => regime === 'sure of it');

describe(`${FORMS} forms with one misread digit each`, { timeout: 300_000 }, () => {
  if (asked) {
    process.stderr.write(counted(cases, ({ regime }) => regime));
    process.stderr.write(counted(cases, ({ regime, mistake }) => `${regime}, ${mistake}`));
    process.stderr.write(counted(cases, ({ regime, form }) => `${regime}, ${form}`));
    process.stderr.write(
      counted(sureOfIt.filter(isTold), () => 'sure of it, in a sum that can tell'),
    );
  }

  test('where the engines were not sure of it, all are marked or repaired', () => {
    const unsure = cases.filter(({ regime }) => regime !== 'sure of it');
    expect(unsure.filter((one) => outcomeOf(one) === 'missed')).toEqual([]);
    const given = unsure.filter((one) => one.regime === 'truth among the others' && isTold(one));
    expect(share(given, ['repaired'])).toBeGreaterThan(0.5);
  });

  test('where they were, all that a sum can tell', () => {
    const told = sureOfIt.filter(isTold);
    expect(share(told, ['repaired', 'marked'])).toBeGreaterThanOrEqual(0.95);
  });

  test('what was read right is never proposed to be changed', () => {
    const wrong = cases.flatMap(({ read, truth, key }) =>
      read.proposals.filter((one) => one.key !== key || one.value !== truth.statistics[key]?.value),
    );
    expect(wrong).toEqual([]);
  });

  test('no value is changed, and none that is wrong is given with confidence', () => {
    const changed = cases.flatMap(({ read, truth, key, regime }) =>
      Object.entries(read.statistics).filter(([other, { value, confidence }]) => {
        const isRight = value === truth.statistics[other]?.value;
        const isWarned = other === key && (regime === 'sure of it' || confidence <= 0.8);
        return !isRight && !isWarned;
      }),
    );
    expect(changed).toEqual([]);
  });

  test('without the identities, what the engines are sure of goes by', () => {
    const found = sureOfIt.filter(isTold);
    const doubted = found.filter(({ scanned, key }) => reviewed(scanned, []).doubted.has(key));
    expect(doubted.length / found.length).toBeLessThan(0.2);
  });
});

/** The review of scanned tables by some identities. */
function reviewed(scanned: Scanned, identities: readonly Identity[]): Review {
  const forms = readForms(readingOf(documentOf(...scanned.tables)).items);
  const stated = new Map(forms.values.map((value) => [value.key, stateCell(value)]));
  return reviewScan(identities, stated, new Map());
}

interface RightCell {
  readonly isUnsure: boolean;
  readonly isMarked: boolean;
}

/** The cells of a form in which nothing was misread. */
function rightCells(seed: number): readonly RightCell[] {
  const tables = summedForm(forms[seed % forms.length] ?? '2014', seed);
  const read = reportOf(scannedTables(tables, seed));
  expect(read.proposals).toEqual([]);
  return Object.entries(read.statistics).map(([key, fact]) => ({
    isUnsure: (read.evidence[`statistics.${key}`]?.[0]?.confidence ?? 1) < LEGIBLE,
    isMarked: isMarked(fact),
  }));
}

test('in forms that were read right, only what the engines were not sure of is marked', () => {
  const cells = Array.from({ length: FORMS }, (_, seed) => rightCells(seed)).flat();
  const unsure = cells.filter(({ isUnsure }) => isUnsure);
  const released = unsure.filter((cell) => !cell.isMarked).length;
  const marked = cells.filter((cell) => !cell.isUnsure && cell.isMarked).length;
  if (asked) {
    process.stderr.write(
      `read right: ${cells.length} cells, ${unsure.length} of them unsure, of which sums release ${released}; sure and marked ${marked}\n`,
    );
  }
  expect(marked / cells.length).toBeLessThan(0.002);
  expect(released / unsure.length).toBeGreaterThan(0.3);
}, 300_000);
