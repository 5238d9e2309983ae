/**
 * The rule of truth: a rule run again on what it quoted gives the value.
 *
 * Rules are found by the id that stands in the evidence. An id may carry a parameter behind `@`: the
 * year of the list of divisions, or the place that completed a relative name.
 */

import { CLOSED_VOCABULARY, vouched } from './closed-vocabulary.ts';
import { completed } from './common/agency.ts';
import { regionIn, regionOf } from './common/region.ts';
import { annualReportReplays } from './kinds/annual-report/replays.ts';
import { first, type Rule } from './rule.ts';
import { addressees } from './rules/addressees.ts';
import { agencyFunction } from './rules/agency-function.ts';
import { agencyName } from './rules/agency-name.ts';
import { citation } from './rules/citation.ts';
import { creditCode } from './rules/credit-code.ts';
import { docNumber } from './rules/doc-number.ts';
import { effectiveFromIssue } from './rules/effective-from-issue.ts';
import { genre } from './rules/genre.ts';
import { imprint } from './rules/imprint.ts';
import { rules } from './rules/index.ts';
import { innerTitle } from './rules/inner-title.ts';
import { interpretedTitle } from './rules/interpreted-title.ts';
import { joinedLine } from './rules/joined-line.ts';
import { questionText } from './rules/question.ts';
import { siteCode } from './rules/site-code.ts';
import { lastDay, term } from './rules/term.ts';

type Replay = (text: string, path: string, parameter: string) => unknown;

const value =
  <T>(rule: Rule<T>) =>
  (text: string): T | undefined =>
    first(rule, text)?.value;

/** Titles are read from their joined lines. */
const title = (text: string): string => value(joinedLine)(text) ?? '';

const last = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function division(text: string, parameter: string): unknown {
  const [year = '', within = ''] = parameter.split('/');
  return regionIn(title(text), Number(year), within);
}

const coded =
  (rule: Rule<string>): Replay =>
  (text, _path, year) =>
    regionOf(value(rule)(text) ?? '', Number(year));

function cited(text: string, path: string): unknown {
  const found = value(citation)(text);
  if (path === 'interprets.title') return found?.title;
  return path === 'interprets.doc_number' ? found?.doc_number : found;
}

const innerGenre: Replay = (text) => value(genre)(value(innerTitle)(title(text)) ?? '');

/** Rules whose value is not the field itself. */
const SPECIAL: ReadonlyMap<string, Replay> = new Map<string, Replay>([
  [agencyName.id, (text) => value(agencyName)(text)?.name],
  [
    'agency/relative',
    (text, _path, place) => completed(value(agencyName)(text)?.name ?? '', place),
  ],
  [CLOSED_VOCABULARY, (text, _path, name) => vouched(title(text), name)],
  [
    addressees.id,
    (text, path) => {
      const list = value(addressees)(text);
      return path === 'addressees' ? list : list?.[Number(last(path))];
    },
  ],
  [agencyFunction.id, value(agencyFunction)],
  ['region/division', (text, _path, parameter) => division(text, parameter)],
  [siteCode.id, coded(siteCode)],
  [creditCode.id, coded(creditCode)],
  [
    imprint.id,
    (text, path) => value(imprint)(text)?.[path === 'printing_office' ? 'office' : 'date'],
  ],
  [
    docNumber.id,
    (text, path) =>
      last(path) === 'doc_number' && path !== 'doc_number'
        ? value(docNumber)(text)?.raw
        : value(docNumber)(text),
  ],
  [citation.id, cited],
  [genre.id, (text) => value(genre)(title(text))],
  [innerTitle.id, (text) => value(innerTitle)(title(text))],
  ['title/inner-genre', innerGenre],
  [interpretedTitle.id, (text) => value(interpretedTitle)(title(text))],
  // Both count from a day that stands elsewhere.
  [effectiveFromIssue.id, (text, _path, day) => value(effectiveFromIssue)(text) && day],
  [term.id, (text, _path, from) => lastDay(from, value(term)(text) ?? 0)],
  [questionText.id, (text) => value(questionText)(text)?.text],
  ...annualReportReplays,
]);

const PLAIN: ReadonlyMap<string, Rule<unknown>> = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * The value that a rule reads on a quote.
 *
 * @param ruleId As it stands in the evidence.
 * @param text Repaired text of the quote's place; of several places, one behind the other.
 * @param path Path of the value in the record.
 * @returns Undefined where the rule reads nothing or is not known.
 */
export function replay(ruleId: string, text: string, path: string): unknown {
  const [id = '', parameter = ''] = ruleId.split('@');
  const special = SPECIAL.get(ruleId) ?? SPECIAL.get(id);
  if (special) return special(text, path, parameter);
  const rule = PLAIN.get(id);
  return rule && first(rule, text)?.value;
}

/** One piece of evidence: the rule, and the repaired text of its place. */
export interface Quoted {
  readonly rule: string;
  readonly text: string;
}

/** Rules that read the joined text of all places. */
const JOINED: ReadonlySet<string> = new Set([
  genre.id,
  innerTitle.id,
  'title/inner-genre',
  interpretedTitle.id,
]);
const ANSWER = /^questions\.\d+\.a$/u;
const TITLE = /^(?:interprets\.)?title$/u;

/** The value that the evidence of a path gives: places that continue each other are joined. */
export function replayAll(evidence: readonly Quoted[], path: string): unknown {
  const [head] = evidence;
  if (!head) return undefined;
  if (JOINED.has(head.rule))
    return replay(head.rule, evidence.map(({ text }) => title(text)).join(''), path);
  const values = evidence.map(({ rule, text }) => replay(rule, text, path));
  if (head.rule === joinedLine.id && TITLE.test(path)) return values.join('');
  return ANSWER.test(path) ? values.join('\n') : values[0];
}
