/** Quantities in running text: a number, how exact it is, and what it counts. */
import { ARABIC_NUMBER, CHINESE_NUMBER, numberOf, scaled } from '../lexicon/numerals.ts';
import type { Fact } from '../record.ts';
import { masked } from './mask.ts';

export interface Quantity extends Pick<Fact, 'value' | 'precision' | 'bound'> {
  /** As printed, 万元 included; null for a bare number. */
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
  /** Whether it is written in digits: numbers in words are mostly turns of phrase. */
  readonly digits: boolean;
}

const UNITS =
  '人次|条次|件次|场次|批次|条|件|次|人|篇|期|份|个|项|宗|例|起|场|批|部|种|名|家|处|栏|类|户|封|通|班|元';
/** What makes of a unit another word: 15个工作日, 3个月, 一次性, 5项目. */
const NO_UNIT = '(?!工作日|月|小时|季度|百分点|自然日|性|日|年|员|民|大|均|组|长期|人[^次]?代)';

/** Blanks inside a quantity; a longer run of them has nothing to do with it. */
const GAP = '[\\s\\u3000]{0,6}';

const QUANTITY = new RegExp(
  `(?<![第\\d０-９.．·〔[a-zA-Z-—~～])(?<approx>不少于|不低于|不足|超过|至少|大约|约|近|超|逾)?${GAP}(?:(?<arabic>${ARABIC_NUMBER})|(?<chinese>${CHINESE_NUMBER}))${GAP}(?<fuzz>余|多|几)?(?<scale>[万亿千百])?(?<fuzzier>余|多)?${GAP}(?<unit>${UNITS})${NO_UNIT}(?<after>左右|以上|以下|以内)?`,
  'gu',
);
/** 部分公开67，占…: the unit is left out. Only a label with a key makes a statistic of it. */
const BARE =
  /(?<=[\p{Script=Han}：:])(?<!第|[年月日号])[\s\u3000]*(?<number>\d{1,9})(?=[\s\u3000]*[，,；;。、）)]|[\s\u3000]*$)/gu;
/** 主动公开信息　条: the number was never filled in. */
const UNFILLED =
  /(?<=[\p{Script=Han}])[\s\u3000_＿]+(?<unit>条|件|次|篇|宗|人次)(?=[，,；;。、）)]|$)/gu;

const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};
const AT_LEAST = new Set([
  '超过',
  '超',
  '逾',
  '不少于',
  '不低于',
  '至少',
  '余',
  '多',
  '几',
  '以上',
]);
const AT_MOST = new Set(['近', '不足', '以下', '以内']);

type Groups = Readonly<Record<string, string | undefined>>;

function bound(groups: Groups): Quantity['bound'] {
  const marks = [groups['approx'], groups['fuzz'], groups['fuzzier'], groups['after']].filter(
    (mark) => mark !== undefined,
  );
  const [first] = marks;
  if (first === undefined) return null;
  const kinds = new Set(
    marks.map((mark) => (AT_LEAST.has(mark) ? '>=' : AT_MOST.has(mark) ? '<=' : '~')),
  );
  return kinds.size > 1 ? '~' : ([...kinds][0] as Quantity['bound']);
}

const exactness = (limit: Quantity['bound'], scale: string | undefined): Fact['precision'] =>
  limit ? 'approx' : scale ? 'rounded' : 'exact';

/** Money keeps 万 in its unit, counts are multiplied out. */
function sized(number: number, scale: string | undefined, unit: string) {
  if (scale && unit === '元') return { value: number, unit: `${scale}元` };
  return { value: scaled(number, scale ? (SCALES[scale] ?? 1) : 1), unit };
}

function quantityOf(match: RegExpExecArray): Quantity | undefined {
  const groups = match.groups ?? {};
  const { arabic, chinese, scale, unit = '' } = groups;
  const number = numberOf(arabic ?? chinese ?? '');
  if (number === undefined) return undefined;
  const limit = bound(groups);
  const lead = match[0].length - match[0].trimStart().length;
  return {
    ...sized(number, scale, unit),
    precision: exactness(limit, unit === '元' ? undefined : scale),
    bound: limit,
    start: match.index + lead,
    end: match.index + match[0].length,
    digits: arabic !== undefined,
  };
}

function bareOf(match: RegExpExecArray): Quantity {
  const number = match.groups?.['number'] ?? '';
  const end = match.index + match[0].length;
  return {
    value: Number(number),
    unit: null,
    precision: 'exact',
    bound: null,
    start: end - number.length,
    end,
    digits: true,
  };
}

const unfilledOf = (match: RegExpExecArray): Quantity => ({
  value: null,
  unit: match.groups?.['unit'] ?? null,
  precision: 'exact',
  bound: null,
  start: match.index,
  end: match.index + match[0].length,
  digits: true,
});

/** Every quantity of a sentence, left to right; names in quotation and book marks hold none. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const open = masked(text);
  const found = [...open.matchAll(QUANTITY)].flatMap((match) => quantityOf(match) ?? []);
  const free = ({ start, end }: Quantity) => !found.some((q) => start < q.end && end > q.start);
  const others = [
    ...[...open.matchAll(BARE)].map(bareOf),
    ...[...open.matchAll(UNFILLED)].map(unfilledOf),
  ].filter(free);
  return [...found, ...others].sort((a, b) => a.start - b.start);
}
