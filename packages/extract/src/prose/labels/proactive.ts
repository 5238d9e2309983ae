/** Labels of 主动公开: the total, the channels, and the documents that are counted apart. */
import { ITEMS, type LabelRule } from './label-rule.ts';

/** What else information is put on: with one of these the number is not the channel's own. */
const OTHER_MEDIA =
  /报道|公示栏|公告栏|公开栏|宣传|便民|报纸|(?<!公)报刊|广播|电视|媒体|显示屏|电子屏|客户端|查阅|展板|短信|档案馆|图书馆/u;
const NOT_CHANNEL =
  /^向|报送|录用|采用|采纳|上报|转发|回复|点击|访问|浏览|阅读|订阅|关注|粉丝|留言|专栏|栏目|文件|申请|解读|审核|检查|培训/u;
/** The general object: any information, not one category of it. */
const ANY_INFORMATION =
  '(?:公开|发布|更新|推送|刊登|刊发)了?(?:各[类种项])?(?:政府|政务|公开|工作|动态|相关|有关)*(?:信息|内容|消息)?(?:总数|总量|数量|数)?(?:共|共计|合计|达|累计|有|为)*$';

const channel = (key: string, words: string, others: string): LabelRule => ({
  key,
  label: new RegExp(`(?:${words}).*${ANY_INFORMATION}`, 'u'),
  not: new RegExp(`${OTHER_MEDIA.source}|${NOT_CHANNEL.source}|${others}`, 'u'),
  units: ITEMS,
});

/** 其中：网站1856条，微信420条: the name of the channel alone. */
const named = (key: string, words: string): LabelRule => ({
  key,
  label: new RegExp(
    `^(?:通过|在|[省市县区]|人民政府|政府|门户|政务|官方|本?局|镇|街道)*(?:${words})(?:平台)?$`,
    'u',
  ),
  units: ITEMS,
  within: 'proactive_total',
});

const SITE = '网站|官网|门户网|网上平台';
const total = (label: RegExp, more: Partial<LabelRule> = {}): LabelRule => ({
  key: 'proactive_total',
  label,
  not: new RegExp(
    `${OTHER_MEDIA.source}|${NOT_CHANNEL.source}|${SITE}|微[博信]|公报|已公开|应当?(?:主动)?公开|制作|产生|修订|目录|依申请|不予|未|其[他它](?:方式|渠道|途径|形式)`,
    'u',
  ),
  units: ITEMS,
  ...more,
});

/** In the order in which they are tried. */
export const proactiveLabels: readonly LabelRule[] = [
  {
    key: 'normative_documents_issued',
    label: /(?:制发|制定|出台|印发)[^，。；]{0,12}规范性文件/u,
    not: /主动公开|废止|失效/u,
    units: ['件', '个', '份', '部', '项'],
  },
  {
    key: 'proactive_normative_documents',
    label: /主动公开[^，。；]{0,8}规范性文件(?:数)?$|^规范性文件主动公开/u,
    units: ['件', '条', '个', '份'],
  },
  {
    key: 'channel_other',
    label:
      /^(?:通过)?其[他它](?:方式|渠道|途径|形式)(?:主动)?公开(?:政府|政务)?(?:信息)?(?:数|数量)?(?:共|共计|为|有)*$/u,
    units: ITEMS,
  },
  named('channel_gazette', '公报'),
  named('channel_website', '网站|门户网站|官网'),
  named('channel_weibo', '微博'),
  named('channel_wechat', '微信|微信公众号|公众号'),
  channel('channel_gazette', '公报', `${SITE}|微博|微信`),
  channel('channel_website', SITE, '公报|微博|微信|公众号'),
  channel('channel_weibo', '微博', `${SITE}|微信|公报`),
  channel('channel_wechat', '微信', `${SITE}|微博|公报`),
  total(
    /主动公开(?:各[类种项])?(?:政府|政务|公开)*信息(?:总数|总量|数量|数)?(?:共|共计|合计|达|累计|有|为)*$/u,
  ),
  total(/^实际主动公开(?:数量?)?$/u, { sections: ['proactive', 'overview'] }),
  total(
    /(?:公开|发布)(?:各[类种项])?(?:政府|政务)*信息(?:总数|总量|数量|数)?(?:共|共计|合计|达|累计|有|为)*$/u,
    {
      sections: ['proactive', 'overview'],
      confidence: 0.8,
    },
  ),
];
