/**
 * What a column of a site holds, by its name: the terms of 《政府信息公开条例》 and of the columns that
 * 国办公开办函〔2019〕61号 asks every 政府信息公开 section to have (指南, 制度, 法定主动公开内容, 年报).
 */
import type { Link } from '../page.ts';

/** Kinds of documents that a site may be asked for. */
export const takes = ['reports', 'documents', 'interpretations'] as const;
export type Take = (typeof takes)[number];

/** A hub leads to columns and lists no documents of its own that are meant. */
export type ColumnKind = Take | 'hub';

/** A link to a column of the site. */
export interface NamedColumn extends Link {
  /** Null for a part of a list that does not say what it holds. */
  readonly kind: ColumnKind | null;
  /** Part of the page's own column, and no other column that stands in the site's navigation. */
  readonly below: boolean;
}

/** Longer is the title of a document. */
const longestName = 20;
const blanks = /[\s\u00a0\u3000·•>»]+/g;
const more = /^(更多|more|查看更多|进入|\+)*|(更多|more|\+|»)*$/gi;

/** 年报 of something else than 信息公开. */
const otherReports = /企业|统计|法治|财政|预算|决算|审计|绩效|工商|质量|监测|水资源|网站|上市|公司/;
const reports =
  /信息公开(工作)?(年度)?(报告|年报)|政务公开(工作)?(年度)?(报告|年报)|年(度)?报(告)?$|年(度)?报(告)?[（(]|^(历年|往年)?年报/;
const interpretations =
  /(政策|文件|法规|部门|文字|图文|图片|图表|媒体|专家|视频|领导|负责人)?解读(回应)?$|一图读懂|^图解/;
const documents =
  /规范性文件|政策文件|政策法规|法规文件|法律法规|^(县|市|区|省|镇|局|厅|委|办|府|政|本级|部门|重要|其他|最新|上级|党政)*(政府|办公室|部门)?(文件|政策|公文|发文)(库|目录)?$|^(通知|公告|通告|公示)(公告|公示|通知|通告)?$/;
const hubs =
  /^(政府|政务)?(信息)?公开(目录|专栏|平台|内容|栏目|网)?$|^(法定)?主动公开(内容|信息|目录)?$|^公开(目录|内容)$|^基础信息公开$|^政策$/;

/** The kind of a column of this name; undefined for all others. */
export function kindOfName(name: string): ColumnKind | undefined {
  const plain = name.replace(blanks, '').replace(more, '');
  if (plain === '' || plain.length > longestName) return undefined;
  if (reports.test(plain)) return otherReports.test(plain) ? undefined : 'reports';
  if (interpretations.test(plain)) return 'interpretations';
  if (hubs.test(plain)) return 'hub';
  return documents.test(plain) ? 'documents' : undefined;
}

/** A link whose words are the name of a column of a known kind. */
export function namedColumn(link: Link, below = false): NamedColumn | undefined {
  const kind = kindOfName(link.text);
  return kind && { ...link, kind, below };
}

const reportTitle =
  /(信息|政务)公开(工作)?(的)?(年度|情况|工作|总结)*(报告|年报)|信息公开.{0,12}年度?报/;
const interpretationTitle = /解读|图解|一图读懂|一图看懂|问答$/;
const documentTitle =
  /(通知|意见|办法|规定|决定|公告|通告|批复|函|方案|规划|细则|条例|章程|命令|令|通报|公报|议案|纪要|要点|规则|规程|目录|清单|公示)([（(【〔].{1,30})?$|^关于.{2,}|印发/;

/** The kind of a document by its title; undefined where the title (or what of it is shown) does not say. */
export function kindOfTitle(title: string): Take | undefined {
  const plain = title.replace(blanks, '');
  if (reportTitle.test(plain)) return 'reports';
  if (interpretationTitle.test(plain)) return 'interpretations';
  return documentTitle.test(plain) ? 'documents' : undefined;
}

/** How editors shorten the names of columns in addresses: 年度报告 ndbg, 信息公开年报 xxgknb. */
const reportFolder = /\/(zf)?(xxgk|gk)?(gz)?(nd)?(nb|ndbg|nianbao)(_?\d{0,6})?\//i;
const interpretationFolder = /\/(zcjd|wjjd|jdhy|zcjdwj)(_?\d{0,6})?\//i;
const documentFolder = /\/(zcwj|gfxwj|xzgfxwj|zfwj|bmwj|zcfg|tzgg)(_?\d{0,6})?\//i;

/** The kind by a folder in the address, for lists that give no titles (sitemaps). */
export function kindOfAddress({ pathname }: URL): Take | undefined {
  if (reportFolder.test(pathname)) return 'reports';
  if (interpretationFolder.test(pathname)) return 'interpretations';
  return documentFolder.test(pathname) ? 'documents' : undefined;
}
