/**
 * The national form of 2014-2018, 政府信息公开情况统计表: 65 rows in printed order
 * (国办发〔2014〕32号 《关于加强和规范政府信息公开情况统计报送工作的通知》).
 *
 * 制发规范性文件总数 is printed under 其中 but counts documents (件) and is no part of the row above it.
 */
import type { Indicator } from './indicator.ts';

type Row = readonly [
  number: string,
  label: string,
  unit: string | null,
  key: string,
  parent: string | null,
];

// biome-ignore format: a table is read row by row.
const ROWS: readonly Row[] = [
  ['一、', '主动公开情况', null, 'proactive', null],
  ['（一）', '主动公开政府信息数', '条', 'proactive_total', 'proactive'],
  ['其中：', '主动公开规范性文件数', '条', 'proactive_normative_documents', 'proactive_total'],
  ['', '制发规范性文件总数', '件', 'normative_documents_issued', 'proactive'],
  ['（二）', '通过不同渠道和方式公开政府信息的情况', null, 'proactive_channels', 'proactive'],
  ['1.', '政府公报公开政府信息数', '条', 'channel_gazette', 'proactive_channels'],
  ['2.', '政府网站公开政府信息数', '条', 'channel_website', 'proactive_channels'],
  ['3.', '政务微博公开政府信息数', '条', 'channel_weibo', 'proactive_channels'],
  ['4.', '政务微信公开政府信息数', '条', 'channel_wechat', 'proactive_channels'],
  ['5.', '其他方式公开政府信息数', '条', 'channel_other', 'proactive_channels'],
  ['二、', '回应解读情况', null, 'response', null],
  ['（一）', '回应公众关注热点或重大舆情数', '次', 'response_events_total', 'response'],
  ['（二）', '通过不同渠道和方式回应解读的情况', null, 'response_channels', 'response'],
  ['1.', '参加或举办新闻发布会总次数', '次', 'press_conferences_total', 'response_channels'],
  ['其中：', '主要负责同志参加新闻发布会次数', '次', 'press_conferences_by_principal', 'press_conferences_total'],
  ['2.', '政府网站在线访谈次数', '次', 'online_interviews_total', 'response_channels'],
  ['其中：', '主要负责同志参加政府网站在线访谈次数', '次', 'online_interviews_by_principal', 'online_interviews_total'],
  ['3.', '政策解读稿件发布数', '篇', 'interpretation_articles', 'response_channels'],
  ['4.', '微博微信回应事件数', '次', 'response_weibo_wechat', 'response_channels'],
  ['5.', '其他方式回应事件数', '次', 'response_other', 'response_channels'],
  ['三、', '依申请公开情况', null, 'requests', null],
  ['（一）', '收到申请数', '件', 'requests_received_total', 'requests'],
  ['1.', '当面申请数', '件', 'requests_in_person', 'requests_received_total'],
  ['2.', '传真申请数', '件', 'requests_by_fax', 'requests_received_total'],
  ['3.', '网络申请数', '件', 'requests_online', 'requests_received_total'],
  ['4.', '信函申请数', '件', 'requests_by_letter', 'requests_received_total'],
  ['（二）', '申请办结数', '件', 'requests_completed_total', 'requests'],
  ['1.', '按时办结数', '件', 'requests_completed_on_time', 'requests_completed_total'],
  ['2.', '延期办结数', '件', 'requests_completed_extended', 'requests_completed_total'],
  ['（三）', '申请答复数', '件', 'replies_total', 'requests'],
  ['1.', '属于已主动公开范围数', '件', 'replies_already_public', 'replies_total'],
  ['2.', '同意公开答复数', '件', 'replies_granted', 'replies_total'],
  ['3.', '同意部分公开答复数', '件', 'replies_partially_granted', 'replies_total'],
  ['4.', '不同意公开答复数', '件', 'replies_refused', 'replies_total'],
  ['其中：', '涉及国家秘密', '件', 'refused_state_secret', 'replies_refused'],
  ['', '涉及商业秘密', '件', 'refused_trade_secret', 'replies_refused'],
  ['', '涉及个人隐私', '件', 'refused_personal_privacy', 'replies_refused'],
  ['', '危及国家安全、公共安全、经济安全和社会稳定', '件', 'refused_security_stability', 'replies_refused'],
  ['', '不是《条例》所指政府信息', '件', 'refused_not_government_information', 'replies_refused'],
  ['', '法律法规规定的其他情形', '件', 'refused_other_statutory', 'replies_refused'],
  ['5.', '不属于本行政机关公开数', '件', 'replies_not_this_agency', 'replies_total'],
  ['6.', '申请信息不存在数', '件', 'replies_not_exist', 'replies_total'],
  ['7.', '告知作出更改补充数', '件', 'replies_asked_to_amend', 'replies_total'],
  ['8.', '告知通过其他途径办理数', '件', 'replies_other_route', 'replies_total'],
  ['四、', '行政复议数量', '件', 'reconsideration_total', null],
  ['（一）', '维持具体行政行为数', '件', 'reconsideration_upheld', 'reconsideration_total'],
  ['（二）', '被依法纠错数', '件', 'reconsideration_corrected', 'reconsideration_total'],
  ['（三）', '其他情形数', '件', 'reconsideration_other', 'reconsideration_total'],
  ['五、', '行政诉讼数量', '件', 'litigation_total', null],
  ['（一）', '维持具体行政行为或者驳回原告诉讼请求数', '件', 'litigation_upheld_or_dismissed', 'litigation_total'],
  ['（二）', '被依法纠错数', '件', 'litigation_corrected', 'litigation_total'],
  ['（三）', '其他情形数', '件', 'litigation_other', 'litigation_total'],
  ['六、', '举报投诉数量', '件', 'complaints_total', null],
  ['七、', '依申请公开信息收取的费用', '万元', 'fees_collected_10k_yuan', null],
  ['八、', '机构建设和保障经费情况', null, 'institution', null],
  ['（一）', '政府信息公开工作专门机构数', '个', 'dedicated_offices', 'institution'],
  ['（二）', '设置政府信息公开查阅点数', '个', 'reading_points', 'institution'],
  ['（三）', '从事政府信息公开工作人员数', '人', 'staff_total', 'institution'],
  ['1.', '专职人员数', '人', 'staff_full_time', 'staff_total'],
  ['2.', '兼职人员数', '人', 'staff_part_time', 'staff_total'],
  ['（四）', '政府信息公开专项经费', '万元', 'special_funds_10k_yuan', 'institution'],
  ['九、', '政府信息公开会议和培训情况', null, 'meetings_training', null],
  ['（一）', '召开政府信息公开工作会议或专题会议数', '次', 'meetings_held', 'meetings_training'],
  ['（二）', '举办各类培训班数', '次', 'training_courses', 'meetings_training'],
  ['（三）', '接受培训人员数', '人次', 'trainees', 'meetings_training'],
];

/** Rows without a unit are headings and carry no value. */
export const form2014: readonly Indicator[] = ROWS.map(([number, label, unit, key, parent]) => ({
  number,
  label,
  unit,
  key,
  parent,
}));
