/**
 * The table 政府信息公开行政复议、行政诉讼情况 of the forms since 2019: one row of fifteen numbers, three groups
 * of five, each ending with its total.
 */

interface RemedyPart {
  readonly label: string;
  readonly key: string;
}

export const remedyGroups: readonly RemedyPart[] = [
  { label: '行政复议', key: 'reconsideration' },
  { label: '未经复议直接起诉', key: 'litigation_direct' },
  { label: '复议后起诉', key: 'litigation_after_reconsideration' },
];

export const remedyColumns: readonly RemedyPart[] = [
  { label: '结果维持', key: 'upheld' },
  { label: '结果纠正', key: 'corrected' },
  { label: '其他结果', key: 'other' },
  { label: '尚未审结', key: 'pending' },
  { label: '总计', key: 'total' },
];
