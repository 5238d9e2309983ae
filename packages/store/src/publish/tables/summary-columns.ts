/** The fourteen values of an annual report that mean the same in every era, side by side. */
import type { AnnualReport, DocumentRecord, SummaryKey } from '@xxgk/extract/record';
import type { Cell, Column } from './column.ts';

/** Chinese and English name, and the unit. */
const names: Readonly<Record<SummaryKey, readonly [zh: string, en: string, unit: string]>> = {
  proactive_total: ['主动公开总数', 'Items disclosed without being asked', '条'],
  requests_received: ['收到申请数', 'Requests received', '件'],
  requests_completed: ['办结申请数', 'Requests completed', '件'],
  granted: ['予以公开', 'Requests granted', '件'],
  partially_granted: ['部分公开', 'Requests granted in part', '件'],
  refused: ['不予公开', 'Requests refused', '件'],
  reconsideration_total: ['行政复议总数', 'Reconsiderations', '件'],
  reconsideration_corrected: ['行政复议纠正', 'Reconsiderations that corrected the agency', '件'],
  litigation_total: ['行政诉讼总数', 'Lawsuits', '件'],
  litigation_corrected: ['行政诉讼纠正', 'Lawsuits that corrected the agency', '件'],
  fees_yuan: ['收取费用', 'Fees collected', '元'],
  staff_full_time: ['专职人员', 'Full-time staff', '人'],
  staff_part_time: ['兼职人员', 'Part-time staff', '人'],
  interpretation_articles: ['政策解读', 'Interpretations published', '篇'],
};

type OfReport = (get: (report: AnnualReport) => Cell) => (record: DocumentRecord) => Cell;

/** @param ofReport Makes a getter that gives null for all but annual reports. */
export const summaryColumns = (ofReport: OfReport): readonly Column<DocumentRecord>[] =>
  (Object.keys(names) as SummaryKey[]).map((key) => {
    const [zh, en, unit] = names[key];
    return {
      name: `summary_${key}`,
      type: 'number',
      zh,
      en: `${en}, in every era; null where the report or its era does not say`,
      from: `summary.${key}`,
      unit,
      get: ofReport(({ summary }) => summary[key]),
    };
  });
