/**
 * The year that a report is about, by priority: the period of its statistics, its title, the
 * heading of its table, the year of most of its sentences, the year before it was published or signed.
 *
 * Years inside 《》 and quotation marks belong to other documents and events.
 */
import { evidenceFor, type Found } from '../../evidence.ts';
import { asciiDigits, positionalInteger } from '../../lexicon/numerals.ts';
import { masked } from '../../prose/mask.ts';
import type { Evidence } from '../../record.ts';
import type { Passage } from './passages.ts';

export const YEAR_RULE = 'year/stated';
export const YEAR_BEFORE_RULE = 'year/before';

const YEAR =
  /(?<![\d０-９])(?<year>(?:19|20|１９|２０)[\d０-９]{2}|二[〇○◯零０0OoО][一二三四五六七八九〇○◯零０0OoО]{2})\s*(?:年|全年)/gu;
/** Other years that a sentence tells of: what was before, what is planned, when something was issued. */
const DATE = /^\s*(?:年)?\s*\d{1,2}\s*月/u;
const ASIDE = /将|计划|拟|打算|去年|上年|同比|同期|相比|印发|颁布|修订|以来|自|截至/u;
/** 较2016年, 与2016年: only compared with. */
const COMPARED = /[较比与同从由自]\s*$/u;
const SENTENCE = /[^。！？；\n]+/gu;

interface Mention {
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

const yearValue = (text: string): number => positionalInteger(text) ?? Number(asciiDigits(text));

/** Years named in a text, outside names. */
export function yearsIn(text: string): readonly Mention[] {
  return [...masked(text).matchAll(YEAR)].map((match) => ({
    year: yearValue(match.groups?.['year'] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export interface YearSources {
  readonly title: string | null;
  readonly titleEvidence: readonly Evidence[];
  readonly period: Found<{ readonly start: string; readonly end: string }> | undefined;
  /** Heading of the statistics table. */
  readonly tableTitle: Passage | undefined;
  readonly passages: readonly Passage[];
  /** Evidence of 发布日期 or 成文日期, with its year. */
  readonly published: { readonly year: number; readonly evidence: readonly Evidence[] } | undefined;
}

export interface ReportYear {
  readonly year: Found<number> | undefined;
  readonly conflict: boolean;
  /** Other years that places of the document stand for, the best first. */
  readonly others: readonly Found<number>[];
}

const inPassage = ({ line, span }: Passage, { year, start, end }: Mention): Found<number> => ({
  value: year,
  evidence: [
    evidenceFor(line, { start: span.start + start, end: span.start + end }, YEAR_RULE, 0.9),
  ],
});

function firstIn(passage: Passage | undefined): Found<number> | undefined {
  if (!passage) return undefined;
  const [mention] = yearsIn(passage.line.text.slice(passage.span.start, passage.span.end));
  return mention ? inPassage(passage, mention) : undefined;
}

function inTitle({ title, titleEvidence }: YearSources): Found<number> | undefined {
  const [said] = title === null ? [] : yearsIn(title);
  if (!said) return undefined;
  const naming = titleEvidence.filter(({ quote }) => yearsIn(quote).length > 0);
  const evidence = naming.length > 0 ? naming : titleEvidence;
  return { value: said.year, evidence: evidence.map((one) => ({ ...one, rule: YEAR_RULE })) };
}

/** Mentions that tell of the reported year itself. */
function* ownMentions(passages: readonly Passage[]): Generator<[Passage, Mention]> {
  for (const passage of passages) {
    if (passage.section === 'problems') continue;
    const text = passage.line.text.slice(passage.span.start, passage.span.end);
    for (const sentence of text.matchAll(SENTENCE)) {
      for (const mention of yearsIn(sentence[0])) {
        const near = sentence[0].slice(mention.end, mention.end + 12);
        const before = sentence[0].slice(Math.max(0, mention.start - 2), mention.start);
        if (DATE.test(near) || ASIDE.test(near) || COMPARED.test(before)) continue;
        const { index } = sentence;
        yield [passage, { ...mention, start: mention.start + index, end: mention.end + index }];
      }
    }
  }
}

interface Majority {
  readonly found: Found<number>;
  readonly count: number;
  readonly counts: ReadonlyMap<number, number>;
}

function majority(passages: readonly Passage[]): Majority | undefined {
  const mentions = [...ownMentions(passages)];
  const counts = new Map<number, number>();
  for (const [, { year }] of mentions) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const first = mentions.find(([, mention]) => mention.year === best?.[0]);
  if (!best || !first || best[1] === second?.[1]) return undefined;
  return { found: inPassage(...first), count: best[1], counts };
}

const before = ({ year, evidence }: NonNullable<YearSources['published']>): Found<number> => ({
  value: year - 1,
  evidence: evidence.map((one) => ({ ...one, rule: YEAR_BEFORE_RULE, confidence: 0.6 })),
});

/** Mentions of another year than this many times are a contradiction, not a slip of memory. */
const CONTRADICTION = 2;

/** The report's year, and whether the document contradicts itself about it. */
export function reportYearOf(sources: YearSources): ReportYear {
  const { period } = sources;
  const fromPeriod = period
    ? { value: Number(period.value.end.slice(0, 4)), evidence: period.evidence }
    : undefined;
  const stated = [fromPeriod, inTitle(sources), firstIn(sources.tableTitle)].filter(
    (found) => found !== undefined,
  );
  const body = majority(sources.passages);
  const published = sources.published ? before(sources.published) : undefined;
  const said = stated.map((found) => found.value);
  const contradicted =
    body !== undefined &&
    body.count >= CONTRADICTION &&
    said.some(
      (year) => year !== body.found.value && (body.counts.get(year) ?? 0) * 2 <= body.count,
    );
  const [year, ...others] = [...stated, body?.found, published].filter(
    (found) => found !== undefined,
  );
  return {
    year,
    others: others.filter(({ value }) => value !== year?.value),
    conflict: new Set(said).size > 1 || contradicted,
  };
}
