/** Labels of 解读回应: press conferences, interviews, interpretations, responses. */
import { type LabelRule, TIMES } from './label-rule.ts';

/** In the order in which they are tried. */
export const responseLabels: readonly LabelRule[] = [
  {
    key: 'press_conferences_by_principal',
    label: /主要负责(?:同志|人)[^，。；]{0,12}发布会/u,
    units: TIMES,
  },
  {
    key: 'press_conferences_by_principal',
    label: /^(?:单位)?主要(?:负责同志|负责人|领导)(?:出席|参加|主持)?$/u,
    units: TIMES,
    within: 'press_conferences_total',
  },
  { key: 'press_conferences_total', label: /新闻发布会|新闻通气会|发布会/u, units: TIMES },
  {
    key: 'online_interviews_by_principal',
    label: /主要负责(?:同志|人)[^，。；]{0,12}访谈/u,
    units: TIMES,
  },
  { key: 'online_interviews_total', label: /在线访谈|网上访谈|网站访谈/u, units: TIMES },
  {
    key: 'interpretation_articles',
    label: /解读/u,
    not: /(?:文字|图片|图文|视频|动漫|音频|专家|媒体)(?:式|版|类|形式的?)?解读|转载|转发|上级|专栏|栏目|培训|会议|机构|访谈|发布会|回应|占|率|人员|机制|制度|图解其中|其中/u,
    units: ['篇', '件', '条', '个', '份', '部', '期', '次'],
  },
  {
    key: 'response_weibo_wechat',
    label: /(?:微博微信|微博、微信|微信微博|两微)回应(?:事件)?(?:数)?/u,
    units: ['次', '件', '起', '个', '条'],
  },
  {
    key: 'response_other',
    label: /^其[他它]方式回应(?:事件)?(?:数)?/u,
    units: ['次', '件', '起', '个'],
  },
  {
    key: 'response_events_total',
    label: /回应[^，。；]{0,16}(?:热点|舆情|关切)/u,
    not: /留言|率/u,
    units: ['次', '件', '起', '个', '条'],
  },
];
