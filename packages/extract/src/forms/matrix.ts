/**
 * The matrix 收到和处理政府信息公开申请情况 of the forms since 2019 (国办公开办函〔2019〕60号, 〔2021〕30号): who asked,
 * and what became of it. Seven columns; the two forms differ in one group of rows.
 */
import type { Era } from './indicator.ts';

interface MatrixColumn {
  readonly label: string;
  readonly key: string;
}

interface MatrixRow {
  /** As printed, with its number. */
  readonly label: string;
  readonly key: string;
  /** Forms in which the row carries seven numbers; elsewhere it heads a group or is not printed. */
  readonly data: readonly Era[];
}

export const matrixColumns: readonly MatrixColumn[] = [
  { label: '自然人', key: 'natural_person' },
  { label: '商业企业', key: 'enterprise' },
  { label: '科研机构', key: 'research_institution' },
  { label: '社会公益组织', key: 'public_interest_organization' },
  { label: '法律服务机构', key: 'legal_service' },
  { label: '其他', key: 'other_organization' },
  { label: '总计', key: 'total' },
];

const BOTH: readonly Era[] = ['2019_2020', '2021_plus'];

/** In printed order. */
export const matrixRows: readonly MatrixRow[] = [
  { label: '一、本年新收政府信息公开申请数量', key: 'received_this_year', data: BOTH },
  { label: '二、上年结转政府信息公开申请数量', key: 'carried_over_in', data: BOTH },
  { label: '三、本年度办理结果', key: 'results', data: [] },
  { label: '（一）予以公开', key: 'granted', data: BOTH },
  {
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    key: 'partially_granted',
    data: BOTH,
  },
  { label: '（三）不予公开', key: 'refused', data: [] },
  { label: '1.属于国家秘密', key: 'refused.state_secret', data: BOTH },
  { label: '2.其他法律行政法规禁止公开', key: 'refused.prohibited_by_law', data: BOTH },
  { label: '3.危及“三安全一稳定”', key: 'refused.security_stability', data: BOTH },
  { label: '4.保护第三方合法权益', key: 'refused.third_party_rights', data: BOTH },
  { label: '5.属于三类内部事务信息', key: 'refused.internal_affairs', data: BOTH },
  { label: '6.属于四类过程性信息', key: 'refused.process_information', data: BOTH },
  { label: '7.属于行政执法案卷', key: 'refused.enforcement_file', data: BOTH },
  { label: '8.属于行政查询事项', key: 'refused.administrative_query', data: BOTH },
  { label: '（四）无法提供', key: 'unable', data: [] },
  { label: '1.本机关不掌握相关政府信息', key: 'unable.not_held', data: BOTH },
  { label: '2.没有现成信息需要另行制作', key: 'unable.needs_creation', data: BOTH },
  { label: '3.补正后申请内容仍不明确', key: 'unable.still_unclear', data: BOTH },
  { label: '（五）不予处理', key: 'not_processed', data: [] },
  { label: '1.信访举报投诉类申请', key: 'not_processed.petition_complaint', data: BOTH },
  { label: '2.重复申请', key: 'not_processed.duplicate', data: BOTH },
  { label: '3.要求提供公开出版物', key: 'not_processed.publication', data: BOTH },
  { label: '4.无正当理由大量反复申请', key: 'not_processed.abusive_repeat', data: BOTH },
  {
    label: '5.要求行政机关确认或重新出具已获取信息',
    key: 'not_processed.confirm_or_reissue',
    data: BOTH,
  },
  { label: '（六）其他处理', key: 'other_handling', data: ['2019_2020'] },
  {
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    key: 'other_handling.no_correction_in_time',
    data: ['2021_plus'],
  },
  {
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    key: 'other_handling.fee_unpaid',
    data: ['2021_plus'],
  },
  { label: '3.其他', key: 'other_handling.other', data: ['2021_plus'] },
  { label: '（七）总计', key: 'results_total', data: BOTH },
  { label: '四、结转下年度继续办理', key: 'carried_over_out', data: BOTH },
];
