/**
 * Local lists before there was a national form: the indicator list that began in Shanghai
 * and was copied in other provinces, and the short list with two columns of values.
 */
import type { Indicator } from './indicator.ts';

type Row = readonly [label: string, unit: string, key: string, parent: string | null];

const ROWS: readonly Row[] = [
  ['主动公开信息数', '条', 'proactive_total', null],
  ['政府网站', '条', 'channel_website', 'proactive_total'],
  ['政府公报', '条', 'channel_gazette', 'proactive_total'],
  ['全文电子化的主动公开信息数', '条', 'proactive_full_text_electronic', 'proactive_total'],
  ['新增的行政规范性文件数', '条', 'normative_documents_new', 'proactive_total'],
  ['提供服务类信息数', '条', 'service_information', null],
  ['网站专栏页面访问量', '人次', 'website_page_views', null],
  ['现场接待人数', '人次', 'visitors_received', null],
  ['网上咨询数', '人次', 'consultations_online', null],
  ['咨询电话接听数', '人次', 'consultations_phone', null],
  ['依申请公开信息目录数', '条', 'on_request_catalogue_items', null],
  ['申请总数', '条', 'requests_received_total', null],
  ['当面申请数', '条', 'requests_in_person', 'requests_received_total'],
  ['传真申请数', '条', 'requests_by_fax', 'requests_received_total'],
  ['电子邮件申请数', '条', 'requests_by_email', 'requests_received_total'],
  ['网上申请数', '条', 'requests_online', 'requests_received_total'],
  ['信函申请数', '条', 'requests_by_letter', 'requests_received_total'],
  ['其他形式申请数', '条', 'requests_other_form', 'requests_received_total'],
  ['对申请的答复总数', '条', 'replies_total', null],
  ['同意公开答复数', '条', 'replies_granted', 'replies_total'],
  ['同意部分公开答复数', '条', 'replies_partially_granted', 'replies_total'],
  ['否决公开答复总数', '条', 'replies_refused', 'replies_total'],
  ['“非《规定》所指政府信息”数', '条', 'refused.not_government_information', 'replies_refused'],
  ['“信息不存在”数', '条', 'refused.not_exist', 'replies_refused'],
  ['“非本部门掌握”数', '条', 'refused.not_held', 'replies_refused'],
  ['“申请内容不明确”数', '条', 'refused.unclear', 'replies_refused'],
  ['“免予公开范围1”数', '条', 'refused.exempt_1', 'replies_refused'],
  ['“免予公开范围2”数', '条', 'refused.exempt_2', 'replies_refused'],
  ['“免予公开范围3”数', '条', 'refused.exempt_3', 'replies_refused'],
  ['“免予公开范围4”数', '条', 'refused.exempt_4', 'replies_refused'],
  ['“免予公开范围5”数', '条', 'refused.exempt_5', 'replies_refused'],
  ['“免予公开范围6”数', '条', 'refused.exempt_6', 'replies_refused'],
  ['其它原因', '条', 'refused.other', 'replies_refused'],
  ['行政复议数', '件', 'reconsideration_total', null],
  ['行政诉讼数', '件', 'litigation_total', null],
  ['行政申诉数', '件', 'appeals_total', null],
  ['对本部门首次处理不满意的行政申诉数', '件', 'appeals_after_first_handling', 'appeals_total'],
];

/** In printed order. */
export const pre2014: readonly Indicator[] = ROWS.map(([label, unit, key, parent]) => ({
  number: '',
  label,
  unit,
  key,
  parent,
}));

/** Other wordings of the same rows. */
export const pre2014Synonyms: Readonly<Record<string, string>> = {
  受理依申请公开信息总数: 'requests_received_total',
  本年度对申请的答复总数: 'replies_total',
  同意公开: 'replies_granted',
  部分公开: 'replies_partially_granted',
  否决公开: 'replies_refused',
  政府网站公开数: 'channel_website',
  政府网站公开信息数: 'channel_website',
  政府公报公开数: 'channel_gazette',
  政府公报公开信息数: 'channel_gazette',
  当面: 'requests_in_person',
  传真: 'requests_by_fax',
  电子邮件: 'requests_by_email',
  网上: 'requests_online',
  信函: 'requests_by_letter',
  其他形式: 'requests_other_form',
  其它形式: 'requests_other_form',
};
