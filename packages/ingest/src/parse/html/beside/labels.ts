/** Labels of the 信息公开 index header and of bylines, by the key under which records hold them. */
import { countHan } from '../../../chinese/han.ts';

/** Keys of the index header and the labels seen for each, without blanks and colon. */
const indexLabels: Readonly<Record<string, string>> = {
  index_number: '索引号|信息索引号|索引编号|信息索引|索取号',
  title: '名称|标题|信息名称|公文名称|信息标题|文件名称|文件标题',
  topic_category: '主题分类|分类|公开分类|公开目录|主题导航|信息分类|主题类别|信息类别|所属主题',
  genre_category: '体裁分类|公文种类|组配分类|文种|体裁|公文体裁|信息体裁',
  publisher:
    '发布机构|发布单位|发文机关|公开单位|制发机关|责任部门|发文单位|发布机关|制发单位|信息来源单位|公开机构|公开部门|公开责任部门|发文部门|发布部门|信息提供单位',
  written_date:
    '成文日期|发文日期|生成日期|公文生成日期|成文时间|发文时间|生成时间|制发日期|印发日期',
  published_date: '发布日期|上载日期|发布时间|公开日期|公开时间|信息公开日期|上网日期',
  doc_number: '文号|发文字号|发布文号|备注/文号|文件编号|公文编号|文件号|发文号|文书号',
  validity: '有效性|时效|文件有效性|效力状态|时效性|有效状态|信息有效性|效力|是否有效|文件状态',
  abolished_date: '废止日期|废止时间|失效日期|失效时间|截止日期',
  effective_date: '生效日期|生效时间|施行日期|实施日期',
  keywords: '关键词|主题词|关键字',
  disclosure: '公开方式|公开属性|公开类别|公开形式|公开程度|公开类型',
  audience: '公开范围|服务对象|适用范围',
  summary: '内容概述|内容概要|内容摘要|内容简介|摘要',
  source: '信息来源|来源',
  file: '文件下载|附件下载|下载|附件',
};

/** Keys of a byline and the labels seen for each. */
const bylineLabels: Readonly<Record<string, string>> = {
  published:
    '发布时间|发布日期|发文日期|发文时间|公开日期|公开时间|上传时间|录入时间|更新时间|日期|时间',
  source: '信息来源|文章来源|稿件来源|内容来源|来源|来自',
  author: '作者|撰稿|供稿|文章作者|发布人|发布者|通讯员|记者',
  editor: '责任编辑|编辑|录入|责编|审核|录入人|信息员|审核人|编审|校对',
  agency: '发布机构|发布单位|发文机关|信息提供|供稿单位|公开单位|发布部门',
  index_number: '索引号',
  doc_number: '文号|发文字号',
  archived: '归档时间',
  views:
    '浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击率|点击次数|点击量|点击|访问量|访问次数|累计次数|人气|查看|次数',
  tools:
    '字体大小|字体|字号|视力保护色|背景颜色|背景色|打印本页|打印|分享到|分享至|分享|听全文|保护视力色|收藏|关闭窗口|关闭|语音播报|我要纠错|下载|扫一扫|页面颜色|网页颜色|双击滚屏|文字大小',
};

const keysOf = (labels: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(labels).flatMap(([key, words]) => words.split('|').map((word) => [word, key])),
  );

const indexKeys = keysOf(indexLabels);

const lengths = [...indexKeys.keys()].map(countHan);

/** Han characters of the shortest and of the longest index label, in either script. */
export const indexLetters = { least: Math.min(...lengths), most: Math.max(...lengths) } as const;

/** Every label of a byline by its key; longer labels first, so that they win over their ends. */
export const bylineKeys: readonly (readonly [label: string, key: string])[] = [
  ...keysOf(bylineLabels),
].sort(([a], [b]) => b.length - a.length);

const dressing = /[\s:：·*【】[\]●•]/g;

/** The key of an index label as printed (`索 引 号：`), or undefined. */
export const indexKey = (key: string): string | undefined =>
  indexKeys.get(key.replace(dressing, ''));

/** Keys of a byline that only serve the screen. */
export const screenKeys: ReadonlySet<string> = new Set(['views', 'tools']);

/** Where, in a line of labels, one begins that only serves the screen (`浏览次数：`, `字体：`). */
export const screenLabel: RegExp = new RegExp(
  `(?<=[\\s|])(?:${[...screenKeys].flatMap((key) => bylineLabels[key] ?? []).join('|')})[:：]`,
  'u',
);
