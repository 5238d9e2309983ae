/** Labels of 行政复议, 行政诉讼 and 举报投诉. */
import type { Topic } from '../topic.ts';
import { CASES, type LabelRule } from './label-rule.ts';

interface Remedy {
  readonly prefix: 'reconsideration' | 'litigation';
  readonly topic: Topic;
  readonly name: RegExp;
  /** Key of 维持 behind the prefix. */
  readonly upheld: string;
}

const CORRECTED = /纠错|纠正|撤销|败诉/u;
const UPHELD = /维持|驳回/u;
const OTHER = /其[他它](?:情形|结果|情况)/u;
const PENDING = /尚?未审结|正在审理|审理中|未结/u;
const NO_COUNT =
  /^(?:办理|受理|审理)(?!.*公开)|作为[^，。；]{0,4}复议机关|[一二再]审|审结|终止|撤回|代理|参加|答辩|培训|率|决定书|制度|应诉率/u;
const ON_DISCLOSURE =
  /^(?:与|涉及|属于?|因)?(?:政府|政务)?信息公开(?:工作|申请)?(?:有关|相关|类|方面)?(?:引发|引起)?(?:的)?(?:案件)?$/u;
const NOT_YET = /未/u;
const RECONSIDERATION = /复议/u;
const LITIGATION = /诉讼|应诉/u;

function labelsOf({ prefix, topic, name, upheld }: Remedy): readonly LabelRule[] {
  const common = { units: CASES, topic: [topic] };
  return [
    { key: `${prefix}_pending`, label: PENDING, ...common },
    { key: `${prefix}_corrected`, label: CORRECTED, not: NOT_YET, ...common },
    { key: `${prefix}_${upheld}`, label: UPHELD, ...common },
    { key: `${prefix}_other`, label: OTHER, ...common },
    // 收到行政复议5件，其中与信息公开有关的2件: these are the ones.
    { key: `${prefix}_total`, label: ON_DISCLOSURE, within: `${prefix}_total`, ...common },
    { key: `${prefix}_total`, label: name, not: NO_COUNT, ...common },
  ];
}

/** In the order in which they are tried. */
export const remedyLabels: readonly LabelRule[] = [
  ...labelsOf({
    prefix: 'litigation',
    topic: 'litigation',
    name: LITIGATION,
    upheld: 'upheld_or_dismissed',
  }),
  ...labelsOf({
    prefix: 'reconsideration',
    topic: 'reconsideration',
    name: RECONSIDERATION,
    upheld: 'upheld',
  }),
  {
    key: 'reconsideration_total',
    label: /^(?:办理|受理)(?:行政)?复议(?:案件|申请|数)?$/u,
    units: CASES,
    noughtOnly: true,
    sections: ['remedies'],
  },
  {
    key: 'complaints_total',
    label:
      /信息公开[^，。；]{0,12}(?:投诉|举报)|^(?:收到)?(?:举报投诉|投诉举报|投诉|举报)(?:数量?|案件)?$/u,
    units: CASES,
    sections: ['remedies', 'overview', 'requests'],
  },
];
