/** Every table of labels, in the order in which they are tried, and which line a label means. */
import type { Topic } from '../topic.ts';
import { institutionLabels } from './institution.ts';
import type { LabelRule } from './label-rule.ts';
import { moneyLabels } from './money.ts';
import { proactiveLabels } from './proactive.ts';
import { remedyLabels } from './remedies.ts';
import { requestLabels } from './requests.ts';
import { responseLabels } from './response.ts';

const RULES: readonly LabelRule[] = [
  ...moneyLabels,
  ...remedyLabels,
  ...responseLabels,
  ...requestLabels,
  ...proactiveLabels,
  ...institutionLabels,
];

/** A label in its sentence. */
export interface LabelContext {
  readonly label: string;
  readonly unit: string | null;
  readonly value: number | null;
  /** Key of the number that this one is a part of, if any. */
  readonly parent: string | null;
  readonly topic: Topic | undefined;
  /** What the sentence was about before this label. */
  readonly inherited: Topic | undefined;
  readonly section: string | null;
}

const WAY = /^requests_(?:in_person|by_fax|by_email|online|by_letter)$/u;
const WAYS = [
  /当面|现场|窗口|上门/u,
  /网络|网上|在线|互联网|网站|平台/u,
  /传真/u,
  /信函|书面|邮寄|信件/u,
  /电子邮/u,
];

const onTopic = (rule: LabelRule, { topic, inherited }: LabelContext): boolean =>
  rule.topic === undefined ||
  rule.topic.some((wanted) => wanted === topic || (wanted === 'requests' && wanted === inherited));

const inSection = (rule: LabelRule, { section }: LabelContext): boolean =>
  rule.sections === undefined || rule.sections.includes(section ?? '');

/** 网络、信函申请 counts two ways together: neither of them. */
const isJoint = (rule: LabelRule, label: string): boolean =>
  WAY.test(rule.key) && WAYS.filter((way) => way.test(label)).length > 1;

const QUOTES = /[“”"‘’]/gu;
const LAST_OF = /的$/u;

/** The line that a label means, if any. */
export function ruleFor(context: LabelContext): LabelRule | undefined {
  const { unit, value } = context;
  const label = context.label.replace(QUOTES, '').replace(LAST_OF, '');
  const rule = RULES.find(
    (candidate) =>
      candidate.label.test(label) &&
      !candidate.not?.test(label) &&
      candidate.units.includes(unit) &&
      !(candidate.noughtOnly && value !== 0) &&
      (candidate.within === undefined || candidate.within === context.parent) &&
      onTopic(candidate, context) &&
      inSection(candidate, context),
  );
  return rule && isJoint(rule, label) ? undefined : rule;
}
