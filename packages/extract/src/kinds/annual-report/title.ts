/** Titles of annual reports, in all their wordings, and titles that only look like one. */

const REPORT =
  /(?:政府|政务)?(?:公开)?信息公开(?:工作)?(?:情况)?的?(?:\d{4}年度?)?(?:年度)?(?:工作)?的?(?:报告|年报|总结)|政务公开(?:工作)?(?:年度)?(?:年报|报告)|公开信息年报/u;
const ABOUT_REPORTS =
  /(?:通知|格式|指南|目录|制度|办法|规定|解读|方案|函|通报)(?:（[^）]*）|\([^)]*\)|[）)])?$/u;
/** Half-yearly and quarterly figures are no annual report. */
const PART_OF_YEAR = /[上下]半年|季度|月份|[1-4一二三四]季/u;
const BLANK = /\s+/gu;

/** Titles of other texts, whatever chapters they have. */
const OTHER_TEXT =
  /格式|模板|样式|范本|关于|解读|通知|公告|通告|意见|办法|规定|制度|方案|要点|计划|指南|目录|清单|决算|预算|半年|季度|月份|法治|普法|依法行政/u;

/** Whether a title leaves open that the text is an annual report. */
export const mayBeReport = (title: string | null): boolean =>
  title === null || !OTHER_TEXT.test(title);

/** Whether a title (repaired, in simplified characters) is that of an annual report. */
export function isReportTitle(title: string): boolean {
  const flat = title.replace(BLANK, '');
  return REPORT.test(flat) && !ABOUT_REPORTS.test(flat) && !PART_OF_YEAR.test(flat);
}
