/**
 * What a part of an annual report is about: canonical keys of its headings.
 *
 * The titles follow 《政府信息公开条例》 (2007) art. 32 and the format of 国办公开办函〔2021〕30号, in the wordings
 * of the reports' customary chapters. A heading names a subject; it never promises a value.
 */

/** Canonical key of a part. */
export type SectionKey =
  | 'overview'
  | 'key_areas'
  | 'proactive'
  | 'response'
  | 'requests'
  | 'consultation'
  | 'fees'
  | 'remedies'
  | 'institution'
  | 'problems'
  | 'other'
  | 'statistics_table';

interface SectionPattern {
  readonly key: SectionKey;
  readonly title: RegExp;
}

/** In the order in which they are tried: the narrower subject first. */
const PATTERNS: readonly SectionPattern[] = [
  { key: 'statistics_table', title: /统计(?:附)?表|^附表|情况表$|^附件$/u },
  {
    key: 'problems',
    title:
      /存在(?:的)?(?:主要)?(?:问题|不足|困难)|(?:主要)?问题(?:及|和|与|、).*改进|改进(?:措施|情况|工作)|下一?步(?:工作)?(?:计划|打算|安排)|工作(?:打算|计划)$/u,
  },
  { key: 'overview', title: /总体情况|概述|概况|基本情况|任务落实情况|工作总体/u },
  { key: 'key_areas', title: /重点领域/u },
  { key: 'remedies', title: /复议|诉讼|申诉|举报的?情况|举报投诉|投诉举报/u },
  { key: 'fees', title: /收费|费用|收支|减免/u },
  { key: 'requests', title: /依申请|申请公开|公开申请|申请办理|不予公开/u },
  {
    key: 'institution',
    title: /机构(?:建设|人员|设置)|会议(?:和|与|、)?培训|人员(?:及|和|、)经费|队伍建设$|保障经费/u,
  },
  { key: 'response', title: /回应|解读|互动交流|舆情/u },
  { key: 'consultation', title: /咨询|信箱/u },
  {
    key: 'other',
    title:
      /其[他它](?:需要|需|应)?(?:要)?(?:报告|说明)?的?(?:事项|情况)|需要(?:报告|说明)的(?:其[他它])?事项/u,
  },
  { key: 'proactive', title: /主动公开|政府信息公开(?:的)?情况$|信息公开情况$|公开平台/u },
];

const BLANK = /\s+/gu;

/** The canonical key of a heading's title (without its number), or null where it has none. */
export function sectionKeyOf(title: string): SectionKey | null {
  const flat = title.replace(BLANK, '');
  return PATTERNS.find((pattern) => pattern.title.test(flat))?.key ?? null;
}
