/** Labels of fees. */
import type { LabelRule } from './label-rule.ts';

const MONEY = ['元', '万元'];

/** In the order in which they are tried. */
export const moneyLabels: readonly LabelRule[] = [
  {
    key: 'information_processing_fee',
    label: /信息处理费/u,
    not: /减免|免收|通知/u,
    units: [...MONEY, null],
  },
  {
    key: 'fees_collected_10k_yuan',
    label: /(?:收取|收费|费用)/u,
    not: /减免|免收|事业性|预算|经费|支出/u,
    units: [...MONEY, null],
    topic: ['fees', 'requests'],
  },
];
