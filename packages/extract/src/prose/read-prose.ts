/** Reads the statistics out of a report's running text. */
import { evidenceFor } from '../evidence.ts';
import type { Line } from '../reading.ts';
import type { Evidence, Fact } from '../record.ts';
import type { Span } from '../trace.ts';
import type { Claim, Loose } from './claim.ts';
import { sentencesOf } from './sentences.ts';
import { smallestQuote } from './smallest-quote.ts';
import { readStatement, type Setting } from './statement.ts';

/** A stretch of text in its section. */
export interface Stretch {
  readonly line: Line;
  readonly span: Span;
  readonly section: string | null;
  /** Title of the section. */
  readonly title: string | null;
}

/** A claim with its evidence and the fact that it would make. */
export interface ProseClaim {
  readonly key: string;
  readonly fact: Fact;
  readonly evidence: readonly Evidence[];
  readonly section: string | null;
  /** The same as a number without a key, for eras in which the form has no such row. */
  readonly loose: LooseNumber;
}

export interface LooseNumber extends Omit<Loose, 'start' | 'end'> {
  readonly section: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Prose {
  readonly claims: readonly ProseClaim[];
  readonly loose: readonly LooseNumber[];
}

/** Id of the rule that reads a sentence as one of a section. */
export const sentenceRule = (section: string | null): string => `prose/in-${section ?? 'any'}`;
export const QUANTITY_RULE = 'prose/quantity';
export const NOTHING_RULE = 'prose/nothing';

/** Keys that a chapter about problems may still tell. */
const IN_PROBLEMS = /^staff_/u;
const WHOLE_BODY_NOTHING =
  /^[\s　]*(?:本年度?|全年|(?:19|20)\d{2}年度?)?[，,]?(?:暂无|没有发生|未发生|未产生|没有|(?:无|没有)(?:此类|此项|该类|上述|相关|以上)(?:情况|情形|事项)|无)[\s　。.]*$/u;

/** What 无 as the whole body of a section denies, by words of the section's title. */
const DENIED_BY_TITLE: readonly {
  readonly words: RegExp;
  readonly key: string;
  readonly unit: string;
}[] = [
  { words: /复议/u, key: 'reconsideration_total', unit: '件' },
  { words: /诉讼/u, key: 'litigation_total', unit: '件' },
  { words: /投诉|举报/u, key: 'complaints_total', unit: '件' },
  { words: /收费|费用/u, key: 'fees_collected_10k_yuan', unit: '万元' },
  { words: /依申请公开(?!.*(?:复议|诉讼|收费))/u, key: 'requests_received_total', unit: '件' },
];

const factOf = (claim: Claim, confidence: number): Fact => ({
  value: claim.value,
  unit: claim.unit,
  raw: claim.raw,
  status: claim.status,
  precision: claim.precision,
  bound: claim.bound,
  source: 'prose',
  confidence,
});

const looseOf = (
  { label, value, unit, raw }: Pick<Claim, 'label' | 'value' | 'unit' | 'raw'>,
  section: string | null,
  evidence: Evidence,
): LooseNumber => ({
  label,
  value,
  unit,
  raw,
  section,
  evidence: [{ ...evidence, rule: QUANTITY_RULE }],
});

const shifted = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });

/** Reads one sentence of a stretch. */
function readSentence(stretch: Stretch, sentence: Span, setting: Setting): Prose {
  const { line, section, title } = stretch;
  const text = line.text.slice(sentence.start, sentence.end);
  const { claims, loose } = readStatement(text, setting);
  const rule = sentenceRule(section);
  return {
    claims: claims
      .filter((claim) => section !== 'problems' || IN_PROBLEMS.test(claim.key))
      .map((claim) => {
        const quote = shifted(smallestQuote(text, claim, setting), sentence.start);
        const evidence = evidenceFor(line, quote, rule, claim.confidence);
        const number = shifted(claim, sentence.start);
        return {
          key: claim.key,
          fact: factOf(claim, evidence.confidence),
          evidence: [evidence],
          section,
          loose: looseOf(claim, title, evidenceFor(line, number, QUANTITY_RULE, claim.confidence)),
        };
      }),
    loose: loose.map(({ label, value, unit, raw, ...span }) => ({
      label,
      value,
      unit,
      raw,
      section: title,
      evidence: [evidenceFor(line, shifted(span, sentence.start), QUANTITY_RULE, 0.85)],
    })),
  };
}

/** 无 as the whole body: nought for what the title counts. */
function nothingIn(stretch: Stretch): readonly ProseClaim[] {
  const { line, span, section, title } = stretch;
  const raw = line.text.slice(span.start, span.end).trim();
  return DENIED_BY_TITLE.filter(({ words }) => words.test(title ?? '')).map(({ key, unit }) => {
    const evidence = evidenceFor(line, span, NOTHING_RULE, 0.9);
    return {
      key,
      fact: {
        value: 0,
        unit,
        raw,
        status: 'zero_by_statement',
        precision: 'exact',
        bound: null,
        source: 'prose',
        confidence: evidence.confidence,
      },
      evidence: [evidence],
      section,
      loose: looseOf({ label: title ?? '', value: 0, unit, raw }, title, evidence),
    };
  });
}

/** Whether a stretch is all that its section says. */
const isOnly = (stretch: Stretch, stretches: readonly Stretch[]): boolean =>
  stretches.filter((other) => other.title === stretch.title && !isHeadingOf(other)).length === 1;

/** A heading's own line repeats its title. */
const isHeadingOf = ({ line, span, title }: Stretch): boolean =>
  title !== null && line.text.slice(span.start, span.end).trim() === title;

const AFTER_TITLE = /^[\s　]*[：:。][\s　]*/u;

/** Where the body begins that runs on behind its heading: 收费情况：无。 */
function behindTitle({ title }: Stretch, text: string): number {
  if (title === null || !text.startsWith(title)) return 0;
  const stop = AFTER_TITLE.exec(text.slice(title.length))?.[0];
  return stop === undefined ? 0 : title.length + stop.length;
}

/** Reads every stretch. `year` is that of the report, null where numbers of all years count. */
export function readProse(stretches: readonly Stretch[], year: number | null): Prose {
  const claims: ProseClaim[] = [];
  const loose: LooseNumber[] = [];
  for (const stretch of stretches) {
    const text = stretch.line.text.slice(stretch.span.start, stretch.span.end);
    const body = behindTitle(stretch, text);
    if (WHOLE_BODY_NOTHING.test(text.slice(body))) {
      const span = { start: stretch.span.start + body, end: stretch.span.end };
      if (isOnly(stretch, stretches)) claims.push(...nothingIn({ ...stretch, span }));
      continue;
    }
    for (const span of sentencesOf(text)) {
      const sentence = shifted(span, stretch.span.start);
      const read = readSentence(stretch, sentence, { section: stretch.section, year });
      claims.push(...read.claims);
      loose.push(...read.loose);
    }
  }
  return { claims, loose };
}
