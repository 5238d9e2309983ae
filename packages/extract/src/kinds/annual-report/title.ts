/** Titles of annual reports, in all their wordings (DOMAIN 0), and titles that only look like one. */

const REPORT =
  /(?:政府|政务)?(?:公开)?信息公开(?:工作)?(?:情况)?的?(?:\d{4}年度?)?(?:年度)?(?:工作)?的?(?:报告|年报|总结)|政务公开(?:工作)?(?:年度)?(?:年报|报告)|公开信息年报/u;
const ABOUT_REPORTS =
  /(?:通知|格式|指南|目录|制度|办法|规定|解读|方案|函|通报)(?:（[^）]*）|\([^)]*\))?$/u;
/** Half-yearly and quarterly figures are no annual report. */
const PART_OF_YEAR = /[上下]半年|季度|月份|[1-4一二三四]季/u;
const BLANK = /\s+/gu;

/** Whether a title (repaired, in simplified characters) is that of an annual report. */
export function isReportTitle(title: string): boolean {
  const flat = title.replace(BLANK, '');
  return REPORT.test(flat) && !ABOUT_REPORTS.test(flat) && !PART_OF_YEAR.test(flat);
}
