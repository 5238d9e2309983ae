/** Whether a number counts for the year of the report: not since opening, not last year, not a difference. */
const SINCE_OPENING =
  /历年|至今|(?:开通|运行|成立|建立|实施|施行|上线|开馆|建站)(?:以来|至)|(?:截[至止]|(?<![日起月])[至到](?=(?:19|20)\d{2}年))[^，。；]{0,20}[，,]?[^，。；]{0,12}(?:累计|总共)/u;
const DIFFERENCE =
  /(?:同比|环比|[比较](?:上|去|前|同期|\d{4}年)|增[加长]了?$|减少了?$|下降了?$|上升了?$|多出?$|少了?$|回落)/u;
const LAST_YEAR = /(?:上一?年(?!度?(?:的)?结转)|去年|往年)/u;
/** A year named, and not only for comparison or as the beginning of a rule; or the year of the report by name. */
const YEAR =
  /(?<![\d较比与由从自])(?<year>(?:19|20)\d{2})\s*年|(?<![年度])(?:本年度?|今年|当年|全年|年内|报告期)/gu;
/** What stands in brackets is over with them. */
const CLOSED = /[（(][^（()）]*[）)]/gu;
const PLAN = /计划|拟|力争|将(?:要|会)?(?:组织|举办|召开|公开|开展)|预计|目标/u;

/** 上半年, 1-6月, 平均每月: a part of the year, or what is usual or due in one. */
const PART_OF_YEAR =
  /[上下]半年|[一二三四1-4]季度|平均|[月日周人年]均|每[月季年周]|(?<!\d)\d{1,2}月份|(?<!\d)1月?[-—－~～至到](?:[2-9]|1[01])月/u;

/** Whether a number is a difference to another, and so no whole that has parts. */
export const isDifference = (label: string): boolean => DIFFERENCE.test(label);

const SINCE_YEAR = /自(?<year>(?:19|20)\d{2})年/u;

/** Whether the beginning that a number counts from lies in this year: then it counts for the year. */
const beganIn = (window: string, year: number | null): boolean =>
  year !== null && Number(SINCE_YEAR.exec(window)?.groups?.['year']) === year;

/** Whether a number counts everything since some beginning. `window` as for `isOfTheYear`. */
export const isSinceOpening = (window: string): boolean => SINCE_OPENING.test(window);

/** 收到, 新增, 主动公开: what else it counts stands with the number before. */
const BARE_VERB = /^(?:新增|又|共|已)*(?:收到|受理|接到|主动公开|公开|发布|新增)?(?:了)?$/u;
const THIS_YEAR = /(?:19|20)\d{2}年|本年|今年|当年|全年/u;

/** Whether a label says only what was done, not to what. */
export const isBareVerb = (label: string): boolean => BARE_VERB.test(label);

/** Whether the words before a number name a year for it. */
export const namesThisYear = (window: string): boolean => THIS_YEAR.test(window);

/**
 * @param window The sentence from the number before to this one, names blotted out.
 * @param label The number's own label.
 * @param year Year of the report, if known.
 */
export function isOfTheYear(window: string, label: string, year: number | null): boolean {
  return (
    (!SINCE_OPENING.test(window) || beganIn(window, year)) &&
    !PART_OF_YEAR.test(window) &&
    !DIFFERENCE.test(label) &&
    !LAST_YEAR.test(label) &&
    !PLAN.test(label)
  );
}

/** The last year that a sentence names before a number; none where it is the year of the report by name. */
function yearNamed(before: string): number | undefined {
  const last = [...before.replace(CLOSED, '').matchAll(YEAR)].at(-1)?.groups?.['year'];
  return last === undefined ? undefined : Number(last);
}

/** Whether the last year that stands before a number is that of the report, or none is named. */
export function isYear(before: string, year: number | null): boolean {
  const named = yearNamed(before);
  return year === null || named === undefined || named === year;
}
