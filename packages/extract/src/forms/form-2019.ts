/** The table 主动公开政府信息情况 of 2019 and 2020 (国办公开办函〔2019〕60号): five blocks, each with columns of its own. */
import type { DisclosureBlock } from './indicator.ts';

/** In printed order. */
export const disclosure2019: readonly DisclosureBlock[] = [
  {
    block: '第二十条第（一）项',
    rows: [
      { label: '规章', key: 'regulations' },
      { label: '规范性文件', key: 'normative_documents' },
    ],
    columns: [
      { label: '本年新制作数量', key: 'made_this_year' },
      { label: '本年新公开数量', key: 'disclosed_this_year' },
      { label: '对外公开总数量', key: 'disclosed_total' },
    ],
  },
  {
    block: '第二十条第（五）项',
    rows: [
      { label: '行政许可', key: 'administrative_licensing' },
      { label: '其他对外管理服务事项', key: 'other_external_services' },
    ],
    columns: [
      { label: '上一年项目数量', key: 'items_last_year' },
      { label: '本年增/减', key: 'items_change', signed: true },
      { label: '处理决定数量', key: 'decisions' },
    ],
  },
  {
    block: '第二十条第（六）项',
    rows: [
      { label: '行政处罚', key: 'administrative_penalty' },
      { label: '行政强制', key: 'administrative_coercion' },
    ],
    columns: [
      { label: '上一年项目数量', key: 'items_last_year' },
      { label: '本年增/减', key: 'items_change', signed: true },
      { label: '处理决定数量', key: 'decisions' },
    ],
  },
  {
    block: '第二十条第（八）项',
    rows: [{ label: '行政事业性收费', key: 'administrative_fees' }],
    columns: [
      { label: '上一年项目数量', key: 'items_last_year' },
      { label: '本年增/减', key: 'items_change', signed: true },
    ],
  },
  {
    block: '第二十条第（九）项',
    rows: [{ label: '政府集中采购', key: 'central_procurement' }],
    columns: [
      { label: '采购项目数量', key: 'projects' },
      { label: '采购总金额', key: 'amount' },
    ],
  },
];
