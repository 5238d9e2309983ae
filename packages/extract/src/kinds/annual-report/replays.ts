/** Runs the rules of annual reports again on what they quoted: the value has to come out. */
import { readCell } from '../../forms/cell.ts';
import { fieldOf } from '../../forms/fields.ts';
import { CELL_RULE } from '../../forms/table-facts.ts';
import { tight } from '../../prose/mask.ts';
import { quantitiesOf } from '../../prose/quantity.ts';
import { NOTHING_RULE, QUANTITY_RULE, sentenceRule } from '../../prose/read-prose.ts';
import { readStatement } from '../../prose/statement.ts';
import { ADDRESSEE_RULE, addresseeIn } from './addressee.ts';
import { PART_RULE } from './declared-parts.ts';
import { ROW_RULE } from './extra-rows.ts';
import { ITEM_RULE, itemText } from './narrative.ts';
import { PERIOD_RULE, periodIn } from './period.ts';
import { YEAR_BEFORE_RULE, YEAR_RULE, yearsIn } from './report-year.ts';
import { WEBSITE_RULE } from './statistics.ts';

/** @returns What the rule reads in the text for the value at the path; undefined if it reads nothing. */
type Replay = (text: string, path: string) => unknown;

const SECTIONS = [
  null,
  'overview',
  'key_areas',
  'proactive',
  'response',
  'requests',
  'consultation',
  'fees',
  'remedies',
  'institution',
  'problems',
  'other',
  'statistics_table',
];

const STATISTICS = 'statistics.';
const keyOf = (path: string): string =>
  path.startsWith(STATISTICS) ? path.slice(STATISTICS.length) : path;

const claimed = (text: string, section: string | null, key: string): unknown =>
  readStatement(text, { section, year: null }).claims.find((claim) => claim.key === key)?.value;

const sentences = SECTIONS.map((section): [string, Replay] => [
  sentenceRule(section),
  (text, path) => claimed(text, section, keyOf(path)),
]);

const website: Replay = (text) =>
  SECTIONS.map((section) => claimed(text, section, 'channel_website')).find(
    (value) => value !== undefined,
  );

function quantity(text: string): unknown {
  const [found] = quantitiesOf(text);
  return found && { value: found.value, unit: found.unit, raw: text };
}

const FOUR_DIGITS = /\d{4}/u;

/** By rule id. */
export const annualReportReplays: ReadonlyMap<string, Replay> = new Map<string, Replay>([
  [CELL_RULE, (text, path) => readCell(text, fieldOf(keyOf(path))).value],
  ...sentences,
  [WEBSITE_RULE, website],
  [NOTHING_RULE, () => 0],
  [QUANTITY_RULE, quantity],
  [ROW_RULE, (text) => tight(text)],
  [YEAR_RULE, (text) => yearsIn(text)[0]?.year],
  [YEAR_BEFORE_RULE, (text) => Number(FOUR_DIGITS.exec(text)?.[0]) - 1],
  [
    PERIOD_RULE,
    (text, path) =>
      path === 'report_year' ? Number(periodIn(text)?.end.slice(0, 4)) : periodIn(text),
  ],
  [PART_RULE, (text) => text],
  [ADDRESSEE_RULE, addresseeIn],
  [ITEM_RULE, itemText],
]);
