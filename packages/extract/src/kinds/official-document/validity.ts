/** From when and until when a document is in force. */

import type { Found } from '../../evidence.ts';
import { evidenceFor } from '../../evidence.ts';
import type { KindContext } from '../../kind.ts';
import { besides, isLine, type Line } from '../../reading.ts';
import type { OfficialDocument } from '../../record.ts';
import { first, type Match, type Rule } from '../../rule.ts';
import { asFound } from '../../rules/as-found.ts';
import { citation } from '../../rules/citation.ts';
import { date } from '../../rules/date.ts';
import { effectiveOn, expiresOn, IN_FORCE } from '../../rules/effective-date.ts';
import { effectiveFromIssue } from '../../rules/effective-from-issue.ts';
import { innerTitle } from '../../rules/inner-title.ts';
import { lastDay, term } from '../../rules/term.ts';

type Validity = Pick<OfficialDocument, 'validity' | 'effective_on' | 'expires_on'>;

const STOP = /[。；;\n]/u;
const CLAUSE = /[，,。；;\n]/u;
const MARKS = /[\s\u3000《》〈〉]/gu;
const keyOf = (title: string): string => title.replace(MARKS, '');
/** What a sentence on the validity of a document speaks of, besides how long it is. */
const OF_ITSELF =
  /本[^，。；]{0,12}?(?:办法|规定|细则|意见|通知|方案|决定|公告|通告|措施|政策|规则|标准|条例|文件|制度|预案|规划|计划|要点|准则|规范|批复|函|目录|清单|规程)/u;
const TAKES_EFFECT = new RegExp(`起\\s{0,2}${IN_FORCE}`, 'u');

/** Characters of a sentence on each side; what stands farther off says nothing of a match. */
const LONGEST = 300;

/** The text from the last sign of a class up to a place. */
function since(text: string, at: number, sign: RegExp): string {
  const least = Math.max(0, at - LONGEST);
  let from = at;
  while (from > least && !sign.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from, at);
}

/** The text from a place to the next stop. */
function untilStop(text: string, at: number): string {
  const most = Math.min(text.length, at + LONGEST);
  let to = at;
  while (to < most && !STOP.test(text.charAt(to))) to += 1;
  return text.slice(at, to);
}

/**
 * Whether a match speaks of the document in which it stands: 本办法自…起施行 does, 《…法》自…起施行 does
 * only under that title. What is abolished at the same time stands behind it.
 */
function speaksOfItself(
  text: string,
  { start, end }: Match<unknown>,
  own: ReadonlySet<string>,
): boolean {
  const before = since(text, start, STOP);
  const quote = text.slice(start, end);
  if (OF_ITSELF.test(since(text, start, CLAUSE) + quote)) return true;
  const strangers = [...citation.find(before)].some(({ value }) => !own.has(keyOf(value.title)));
  const sentence = before + quote + untilStop(text, end);
  return !strangers && (TAKES_EFFECT.test(sentence) || OF_ITSELF.test(sentence));
}

function ownTitles({ zones }: KindContext): ReadonlySet<string> {
  const title = zones.title?.value ?? '';
  return new Set([title, first(innerTitle, title)?.value ?? title].map(keyOf));
}

interface Claim<T> {
  readonly line: Line;
  readonly match: Match<T>;
}

/** What a rule reads in a sentence about the document itself. */
function claimed<T>(context: KindContext, rule: Rule<T>): Claim<T> | undefined {
  const own = ownTitles(context);
  for (const line of context.part.items.filter(isLine)) {
    for (const match of rule.find(line.text)) {
      if (speaksOfItself(line.text, match, own)) return { line, match };
    }
  }
  return undefined;
}

const found = <T>(
  { line, match }: Claim<unknown>,
  value: T,
  rule: string,
  confidence: number,
): Found<T> => ({ value, evidence: [evidenceFor(line, match, rule, confidence)] });

/** A piece of the index header, read by a rule. */
function indexed<T>({ part }: KindContext, label: string, rule: Rule<T>): Found<T> | undefined {
  if (part.relation !== 'main') return undefined;
  for (const piece of besides(part.reading, 'index', label)) {
    const match = first(rule, piece.text);
    if (match) return { value: match.value, evidence: [evidenceFor(piece, match, rule.id, 0.9)] };
  }
  return undefined;
}

/** The day of the part's own signature, or of the notice that issues it. */
const issueOf = ({ common, part, earlier }: KindContext): string | null =>
  common.issued_on ?? (part.parent === null ? null : (earlier[part.parent]?.issued_on ?? null));

/** 自发布之日起施行: the day of issue, and no more than likely: the day of printing may be another. */
function fromIssue(context: KindContext): Found<string> | undefined {
  const issued = issueOf(context);
  const claim = issued === null ? undefined : claimed(context, effectiveFromIssue);
  return claim && issued !== null
    ? found(claim, issued, `${effectiveFromIssue.id}@${issued}`, 0.7)
    : undefined;
}

function effective(context: KindContext): Found<string> | undefined {
  const indexedDay = indexed(context, 'effective_date', date);
  if (indexedDay) return indexedDay;
  const claim = claimed(context, effectiveOn);
  return claim ? found(claim, claim.match.value, effectiveOn.id, 0.9) : fromIssue(context);
}

/** 有效期五年 from the day of taking effect: the day before that day comes round. */
function afterTerm(
  context: KindContext,
  from: Found<string> | undefined,
): Found<string> | undefined {
  const claim = from && claimed(context, term);
  const last = from && claim ? lastDay(from.value, claim.match.value) : undefined;
  return from && claim && last !== undefined
    ? found(claim, last, `${term.id}@${from.value}`, 0.7)
    : undefined;
}

function expiry(context: KindContext, from: Found<string> | undefined): Found<string> | undefined {
  const indexedDay = indexed(context, 'abolished_date', date);
  if (indexedDay) return indexedDay;
  const claim = claimed(context, expiresOn);
  return claim ? found(claim, claim.match.value, expiresOn.id, 0.85) : afterTerm(context, from);
}

export function validityElements(context: KindContext): Validity {
  const { book } = context;
  const from = effective(context);
  return {
    validity: book.note('validity', indexed(context, 'validity', asFound)),
    effective_on: book.note('effective_on', from),
    expires_on: book.note('expires_on', expiry(context, from)),
  };
}
