/** 政府信息公开工作年度报告: what an agency disclosed in a year, in tables and in prose. */
import type { EvidenceBook, Found } from '../evidence.ts';
import { readForms } from '../forms/read-forms.ts';
import type { Kind, KindContext } from '../kind.ts';
import type { Part } from '../part.ts';
import { readProse } from '../prose/read-prose.ts';
import type { Item } from '../reading.ts';
import type { AnnualReport, SummaryKey } from '../record.ts';
import { addresseeOf } from './annual-report/addressee.ts';
import { withBareHeadings } from './annual-report/bare-headings.ts';
import { conflictsOf, proseChecks } from './annual-report/conflicts.ts';
import { isReportByContent } from './annual-report/content.ts';
import { declaredParts } from './annual-report/declared-parts.ts';
import { extraRow } from './annual-report/extra-rows.ts';
import { checkedFacts } from './annual-report/facts.ts';
import { narrativeOf } from './annual-report/narrative.ts';
import { type Passage, passagesIn } from './annual-report/passages.ts';
import { periodOf } from './annual-report/period.ts';
import { problemPassages } from './annual-report/problem-passages.ts';
import { type ReportYear, reportYearOf, yearsIn } from './annual-report/report-year.ts';
import { beaten, gather } from './annual-report/statistics.ts';
import { summaryOf } from './annual-report/summary.ts';
import { isReportTitle } from './annual-report/title.ts';
import { headingLines, isTruncated } from './annual-report/truncated.ts';

const TABLE_TITLE = /统计表/u;

/** Files the evidence of a list's items and hands their values on. */
const listed = <T>(book: EvidenceBook, path: string, items: readonly Found<T>[]): T[] =>
  items.map((item, index) => book.note(`${path}.${index}`, item));

function yearOf(
  { common, book }: KindContext,
  passages: readonly Passage[],
  period: ReturnType<typeof periodOf>,
): ReportYear {
  const dated = (['published_on', 'issued_on'] as const).find((path) => common[path] !== null);
  const date = dated ? common[dated] : null;
  return reportYearOf({
    title: common.title,
    titleEvidence: book.get('title'),
    period,
    tableTitle: passages.find(
      ({ line }) => TABLE_TITLE.test(line.text) && yearsIn(line.text).length > 0,
    ),
    passages,
    published:
      dated && date ? { year: Number(date.slice(0, 4)), evidence: book.get(dated) } : undefined,
  });
}

function summarised(
  summary: ReturnType<typeof summaryOf>,
  book: EvidenceBook,
): Record<SummaryKey, number | null> {
  const entries = [...summary].map(([key, found]) => [key, book.note(`summary.${key}`, found)]);
  return Object.fromEntries(entries) as Record<SummaryKey, number | null>;
}

/** What no sentence of the report is: the lines of its forms, and its signature. */
const unsaid = (
  { zones: { signature } }: KindContext,
  forms: ReadonlySet<Item>,
): ReadonlySet<Item> =>
  new Set([...forms, ...signature.lines, ...(signature.date ? [signature.date] : [])]);

function read(context: KindContext): AnnualReport {
  const { part, common, book } = context;
  const outline = withBareHeadings(context.outline);
  const forms = readForms(part.items);
  const passages = passagesIn(outline, forms.items);
  const period = periodOf(passages);
  const { year, conflict, others } = yearOf(context, passages, period);
  for (const other of others)
    book.lose('report_year', other, 'a place that is trusted more gives the year');
  const reportYear = book.note('report_year', year);
  const prose = readProse(passages, conflict ? null : reportYear);
  const gathered = gather(forms, prose);
  for (const { key, fact, evidence, lost } of beaten(gathered))
    book.lose(`statistics.${key}`, { value: fact.value, evidence }, lost);
  const { statistics, checks, proposals } = checkedFacts(gathered, forms.era, book);
  const parts = listed(book, 'declared_parts', declaredParts(passages));
  const headings = outline.sections.map(({ heading }) => heading.title);
  const narrative = narrativeOf(problemPassages(outline, unsaid(context, forms.items)));
  const loose = gathered.loose.map(({ evidence, ...value }) => ({ value, evidence }));
  return {
    ...common,
    kind: 'annual_report',
    report_year: reportYear,
    year_conflict: conflict,
    period: book.note('period', period),
    form_era: forms.era ?? 'narrative_only',
    declared_parts: parts,
    truncated: isTruncated(parts, headingLines(passages, headings), forms.era !== null),
    addressee: book.note('addressee', addresseeOf(outline.preamble)),
    statistics,
    extra_statistics: listed(book, 'extra_statistics', loose),
    extra_rows: listed(book, 'extra_rows', forms.extra.map(extraRow)),
    summary: summarised(summaryOf(gathered), book),
    narrative: {
      problems: listed(book, 'narrative.problems', narrative.problems),
      measures: listed(book, 'narrative.measures', narrative.measures),
    },
    checks: [...checks, ...proseChecks(gathered)],
    conflicts: [...conflictsOf(gathered)],
    proposals,
    // Last: the book is full only now.
    evidence: book.toRecord(),
  };
}

function recognise(part: Part, title: string | null): number {
  if (title !== null && isReportTitle(title)) return 0.95;
  return isReportByContent(part, title) ? 0.92 : 0;
}

/** Recognised by its title, or where that says too little by its chapters. */
export const annualReport: Kind = {
  id: 'annual_report',
  recognise,
  read,
};
