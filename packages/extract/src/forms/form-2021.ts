/** The table 主动公开政府信息情况 since 2021 (国办公开办函〔2021〕30号): four blocks, each with columns of its own. */
import type { DisclosureBlock } from './indicator.ts';

/** In printed order. */
export const disclosure2021: readonly DisclosureBlock[] = [
  {
    block: '第二十条第（一）项',
    rows: [
      { label: '规章', key: 'regulations' },
      { label: '行政规范性文件', key: 'normative_documents' },
    ],
    columns: [
      { label: '本年制发件数', key: 'issued_this_year' },
      { label: '本年废止件数', key: 'repealed_this_year' },
      { label: '现行有效件数', key: 'in_force' },
    ],
  },
  {
    block: '第二十条第（五）项',
    rows: [{ label: '行政许可', key: 'administrative_licensing' }],
    columns: [{ label: '本年处理决定数量', key: 'decisions' }],
  },
  {
    block: '第二十条第（六）项',
    rows: [
      { label: '行政处罚', key: 'administrative_penalty' },
      { label: '行政强制', key: 'administrative_coercion' },
    ],
    columns: [{ label: '本年处理决定数量', key: 'decisions' }],
  },
  {
    block: '第二十条第（八）项',
    rows: [{ label: '行政事业性收费', key: 'administrative_fees' }],
    columns: [{ label: '本年收费金额（单位：万元）', key: 'amount_10k_yuan', unit: '万元' }],
  },
];
