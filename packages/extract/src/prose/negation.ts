/**
 * 未收到…申请, 没有收取任何费用, 零诉讼: nought by statement.
 *
 * Only where the negation governs the event that the key counts, in the same clause. 无偿, 无正当理由,
 * 尚未审结, 未经复议, 零败诉 and 不予公开 deny something else.
 */
import type { Claim } from './claim.ts';
import { masked, tight } from './mask.ts';

interface Event {
  readonly key: string;
  readonly unit: string;
  /** What has to stand behind the negation. */
  readonly noun: RegExp;
  /** What must not stand in the clause. */
  readonly not?: RegExp;
  /** What must not follow the negation at once. */
  readonly notAtOnce?: RegExp;
  readonly sections?: readonly string[];
}

/** What a bare 未 has to deny at once: that something happened. 未通过审核的申请 denies something else. */
const HAPPENED =
  /^(?:曾|再|有)?(?:收到|接到|接收|接获|受理|收悉|发生|产生|出现|有|存在|引发|引起|涉及|收取|收费|进行|开展|向|对|因|被|提起|制定|制发|配备|设)/u;
/** What 没有 and 无 may deny besides: the thing itself, or those who would have done it. */
const THING =
  /^(?:任何|公民|群众|个人|公众|社会|单位|组织|法人|其[他它]|人|依申请|申请|政府|政务|信息|相关|有关|关于|针对|要求|当面|网上|书面|提出|行政|复议|诉讼|应诉|举报|投诉|收费|费用|减免|专职|主动|由|此类)/u;
/** Requests are denied by what came in, never by what was done with them. */
const DONE_TO_REQUESTS =
  /^收到的|^(?:曾|再|有)?(?:向|对|因|被|进行|开展|提起|制定|制发|配备|设|涉及)/u;

const REMEDY_NOT = /败诉|纠错|纠正|撤销|维持|未经|审结|申请复议权/u;

const EVENTS: readonly Event[] = [
  {
    key: 'requests_received_total',
    unit: '件',
    noun: /(?:申请|依申请公开|公开信息要求)/u,
    notAtOnce: DONE_TO_REQUESTS,
    not: /复议|诉讼|投诉|举报|收费|费用|收取|减免|按时|逾期|延期|超期|驳回|拒绝|正当|许可|反复|补正|办结|答复|同意|不予公开|撤销/u,
  },
  {
    key: 'information_processing_fee',
    unit: '元',
    noun: /信息处理费/u,
  },
  {
    key: 'fees_collected_10k_yuan',
    unit: '万元',
    noun: /收取|收费|任何费用|费用的?情况|(?:产生|发生)[^，。；]{0,16}费用?/u,
    not: /信息处理费|行政事业性|违规|乱收费|擅自/u,
  },
  { key: 'reconsideration_total', unit: '件', noun: /复议/u, not: REMEDY_NOT },
  { key: 'litigation_total', unit: '件', noun: /诉讼|应诉/u, not: REMEDY_NOT },
  {
    key: 'complaints_total',
    unit: '件',
    noun: /投诉|举报/u,
    not: REMEDY_NOT,
    sections: ['remedies', 'overview', 'requests'],
  },
  { key: 'staff_full_time', unit: '人', noun: /专职(?:的)?(?:工作)?人员/u, not: /解决|问题不/u },
  { key: 'normative_documents_issued', unit: '件', noun: /制[定发][^，。；]{0,8}规范性文件/u },
  {
    key: 'proactive_normative_documents',
    unit: '条',
    noun: /主动公开(?:的)?(?:行政)?规范性文件/u,
  },
];

const CLAUSE = /[^，,；;。！!？?\n]+/gu;
const DENIAL =
  /(?:从未|尚未|暂未|均未|并未|未(?!经|来|按|及|能|予|审|婚|成年|必|尽|达|落实)|没有|暂无|均无|并无|不存在|无(?!偿|正当|障碍|线|需|法|论|关|故|锡|不|期|权|效|形|证|条件|害|缝|纸|遗漏|误)|没(?!收))/u;
/** 零诉讼, 零投诉: the sign stands at the noun itself. */
const ZERO_PREFIX = /(?:零|(?<![\d.０-９])[0０])(?:行政)?(?<noun>复议|诉讼|投诉|举报|申请)/gu;
/** 行政复议、行政诉讼均为零. */
const IS_ZERO = /(?:(?:均|都)为?|为)(?:零|0)(?![\d.])(?:件|宗|起|次|元)?$/u;
const LISTED = /[、和及与]/u;
const CONFIDENCE = 0.9;

const ZERO_KEYS: Readonly<Record<string, string>> = {
  复议: 'reconsideration_total',
  诉讼: 'litigation_total',
  投诉: 'complaints_total',
  举报: 'complaints_total',
  申请: 'requests_received_total',
};

const zero = (key: string, unit: string, raw: string, start: number): Claim => ({
  key,
  label: tight(raw),
  value: 0,
  unit,
  precision: 'exact',
  bound: null,
  raw,
  status: 'zero_by_statement',
  confidence: CONFIDENCE,
  start,
  end: start + raw.length,
});

const applies = (event: Event, section: string | null): boolean =>
  event.sections === undefined || event.sections.includes(section ?? '');

/** What a clause denies: every event whose noun stands behind the negation (or before 为零). */
function deniedIn(clause: string, open: string, start: number, section: string | null): Claim[] {
  const denial = DENIAL.exec(open);
  const whole = IS_ZERO.test(open.trim());
  if (!denial && !whole) return [];
  const scope = whole ? open : open.slice((denial?.index ?? 0) + (denial?.[0].length ?? 0));
  const bare = denial?.[0].endsWith('未') ?? false;
  if (!whole && !HAPPENED.test(scope) && (bare || !THING.test(scope))) return [];
  // 受理数、答复数均为零: each of the list for itself.
  const pieces = whole ? scope.split(LISTED) : [scope];
  const around = whole ? pieces : [open];
  return EVENTS.filter(
    (event) =>
      applies(event, section) &&
      pieces.some(
        (piece, at) =>
          event.noun.test(piece) &&
          !event.not?.test(around[at] ?? piece) &&
          !event.notAtOnce?.test(piece),
      ),
  ).map((event) => zero(event.key, event.unit, clause, start));
}

function prefixedIn(open: string, section: string | null): Claim[] {
  return [...open.matchAll(ZERO_PREFIX)].flatMap((match) => {
    const key = ZERO_KEYS[match.groups?.['noun'] ?? ''];
    const event = EVENTS.find((candidate) => candidate.key === key);
    return event && (applies(event, section) || section === null)
      ? [zero(event.key, event.unit, match[0], match.index)]
      : [];
  });
}

/** Every nought that a sentence states in words, each key once. */
export function deniedBy(text: string, section: string | null): readonly Claim[] {
  const open = masked(text);
  const found = [
    ...[...open.matchAll(CLAUSE)].flatMap((match) =>
      deniedIn(
        text.slice(match.index, match.index + match[0].length),
        match[0],
        match.index,
        section,
      ),
    ),
    ...prefixedIn(open, section),
  ];
  return found.filter(
    (claim, index) => found.findIndex((other) => other.key === claim.key) === index,
  );
}
