/**
 * What a report says it does badly and means to do: the two lists of its last chapter.
 *
 * Items are numbered headings or 一是 … 二是 …; the second list begins where the numbering starts again or
 * where a sentence turns to what will be done. Without any numbering, sentences are the items.
 */
import { evidenceFor, type Found } from '../../evidence.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import type { Span } from '../../trace.ts';
import type { Passage } from './passages.ts';

export const ITEM_RULE = 'narrative/item';

export interface Narrative {
  readonly problems: readonly Found<string>[];
  readonly measures: readonly Found<string>[];
}

const INLINE =
  /(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2}[，、]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、](?!\d))/gu;
const NUMBERED =
  /^[\s\u3000]*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)/u;
const ENUMERATION = /^[一二三四五六七八九十]{1,2}是/u;
/** What stands before the number of an item: nothing of a date, an article or a decimal. */
const BEFORE_ITEM = /(?:^|[：:；;。，,\s\u3000])$/u;
const TURN =
  /改进措施|整改措施|下一?步|今后|针对(?:存在|以上|上述|这些)|(?:19|20)\d{2}年[，,][^。]{0,20}将|(?:我|本)[局市县区委办单位镇]{1,2}将/u;
const TROUBLE =
  /问题|不足|差距|薄弱|困难|有待|欠缺|缺少|缺乏|滞后|单一|需要进一步|还需|不(?:够|强|高|全|及时|到位|规范|完善|健全|平衡|深入)/u;
const ANYTHING = /./u;
const FIRST = /^[（(]?(?:第?[一1１])(?![\d一二三四五六七八九十])/u;

/** Headings inside the chapter that only name one of its two lists. */
const TROUBLES =
  '(?:工作|中|存在|的|主要|一些|问题|不足|困难|和|与|及|原因|薄弱环节|之处)+(?<=问题|不足|困难|原因|环节|之处)';
const MEASURES =
  '(?:主要|具体|整改|下一步|下步|今后|努力|的|工作|改进|措施|方向|打算|计划|思路|安排|情况|和|与|及|、)+(?<=措施|方向|打算|计划|思路|安排|情况)';
const GROUP = new RegExp(`^[\\s\\u3000]*${TROUBLES}[\\s\\u3000。：:]*$`, 'u');
const MEASURE_GROUP = new RegExp(`^[\\s\\u3000]*${MEASURES}[\\s\\u3000。：:]*$`, 'u');
/** Such a heading with the list behind it on the same line. */
const GROUP_AHEAD = new RegExp(`^[\\s\\u3000]*(?:${TROUBLES}|${MEASURES})[。：:](?=[^\\s])`, 'u');

interface Unit {
  readonly passage: Passage;
  /** Inside the line's text. */
  readonly span: Span;
  /** `1`, `一是`; null for a sentence without a number. */
  readonly mark: string | null;
}

const slice = ({ passage, span }: Unit): string => passage.line.text.slice(span.start, span.end);

/** Cuts a sentence of 一是…；二是… into its items; what stands before them is a sentence of its own. */
function inline(passage: Passage, sentence: Span): readonly Unit[] {
  const text = passage.line.text.slice(sentence.start, sentence.end);
  const marks = [...text.matchAll(INLINE)].filter(
    (mark) => ENUMERATION.test(mark[0]) || BEFORE_ITEM.test(text.slice(0, mark.index)),
  );
  if (marks.length === 0) return [{ passage, span: sentence, mark: null }];
  const head = { start: sentence.start, end: sentence.start + (marks[0]?.index ?? 0) };
  const items = marks.map((mark, index): Unit => {
    const end = marks[index + 1]?.index ?? text.length;
    return {
      passage,
      span: { start: sentence.start + mark.index + mark[0].length, end: sentence.start + end },
      mark: mark[0],
    };
  });
  return [...(head.end > head.start ? [{ passage, span: head, mark: null }] : []), ...items];
}

/** The heading of a list apart from the sentences behind it. */
function headApart({ line }: Passage, { start, end }: Span): readonly [Span, Span] | undefined {
  const head = GROUP_AHEAD.exec(line.text.slice(start, end))?.[0];
  if (head === undefined) return undefined;
  const middle = start + head.length;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}

/** A numbered item; where its words only name a list, that heading and the items behind it. */
function numbered(passage: Passage, span: Span, mark: string): readonly Unit[] {
  const apart = headApart(passage, span);
  if (!apart) return [{ passage, span, mark }];
  const [head, rest] = apart;
  return [{ passage, span: head, mark: null }, ...sentencesIn(passage, rest)];
}

function sentencesIn(passage: Passage, { start, end }: Span): readonly Unit[] {
  return sentencesOf(passage.line.text.slice(start, end)).flatMap((one): readonly Unit[] => {
    const sentence = { start: one.start + start, end: one.end + start };
    const apart = headApart(passage, sentence);
    if (!apart) return inline(passage, sentence);
    return [{ passage, span: apart[0], mark: null }, ...inline(passage, apart[1])];
  });
}

function unitsOf(passage: Passage, number: string | null): readonly Unit[] {
  const { line, span } = passage;
  if (number !== null) return numbered(passage, span, number);
  const mark = NUMBERED.exec(line.text.slice(span.start, span.end))?.[0];
  if (mark === undefined) return sentencesIn(passage, span);
  return numbered(passage, { start: span.start + mark.length, end: span.end }, mark.trim());
}

const TRIM = /^[\s　，；：、]+|[\s　；，]+$/gu;

/** The item's words without blanks and list marks at its ends. */
export const itemText = (text: string): string => text.replace(TRIM, '');

function found(unit: Unit): Found<string> {
  return {
    value: itemText(slice(unit)),
    evidence: [evidenceFor(unit.passage.line, unit.span, ITEM_RULE, 0.85)],
  };
}

/** Numbered units where there are any, else the sentences that say what is wanted. */
function chosen(units: readonly Unit[], wanted: RegExp): readonly Found<string>[] {
  const numbered = units.filter((unit) => unit.mark !== null);
  const picked = numbered.length > 0 ? numbered : units.filter((unit) => wanted.test(slice(unit)));
  return picked.map(found).filter((item) => item.value !== '');
}

/** Where the numbering starts again. */
function restartOf(units: readonly Unit[]): number {
  const first = units.findIndex(({ mark }) => mark !== null);
  return units.findIndex(
    ({ mark }, index) => first >= 0 && index > first && mark !== null && FIRST.test(mark),
  );
}

/** Position of the first unit of the second list. */
function turnOf(units: readonly Unit[]): number {
  const named = units.findIndex((unit) => MEASURE_GROUP.test(slice(unit)));
  if (named >= 0) return named;
  const trouble = units.findIndex((unit) => unit.mark !== null || TROUBLE.test(slice(unit)));
  const turn = units.findIndex(
    (unit, index) => unit.mark === null && index > trouble && TURN.test(slice(unit)),
  );
  const candidates = [restartOf(units), turn].filter((index) => index > 0);
  return candidates.length > 0 ? Math.min(...candidates) : units.length;
}

const isItem = (unit: Unit): boolean =>
  !GROUP.test(slice(unit)) && !MEASURE_GROUP.test(slice(unit));

/** A passage of the chapter, and the number of its heading where it has one below the chapter's own. */
export interface ProblemPassage {
  readonly passage: Passage;
  readonly number: string | null;
}

/** Both lists of the chapter about problems. */
export function narrativeOf(passages: readonly ProblemPassage[]): Narrative {
  const units = passages.flatMap(({ passage, number }) => unitsOf(passage, number));
  const turn = turnOf(units);
  return {
    problems: chosen(units.slice(0, turn).filter(isItem), TROUBLE),
    measures: chosen(units.slice(turn).filter(isItem), ANYTHING),
  };
}
