/** Labels of 依申请公开: what was received, how it came in, and what became of it. */
import type { Topic } from '../topic.ts';
import { CASES, type LabelRule } from './label-rule.ts';

const REQUESTS: readonly Topic[] = ['requests'];

/** Ways of asking: a wording that names two of them counts neither. */
const WAYS =
  /当面|现场|窗口|上门|网络|网上|在线|互联网|网站|平台|传真|信函|书面|邮寄|信件|邮件|邮箱/u;
const NOT_RECEIVED =
  /未收到|没有收到|结转|顺延|办结|办毕|答复|回复|同意|不予|部分|撤[销回]|复议|诉讼|咨询|投诉|提案|目录|许可|审批|处理费|(?:登记|注册|备案|仲裁|救助|补贴|低保|认定|鉴定|赔偿|立项|验收|评审|法律援助|专利|商标|资助|入学|贷款)[^，。；、]{0,4}申请|热线|留言|来信|来访|不属于|不存在|占|公开信息公告/u;

const received = (label: RegExp, units: LabelRule['units'], confidence = 0.9): LabelRule => ({
  key: 'requests_received_total',
  label,
  not: new RegExp(
    `${NOT_RECEIVED.source}|${WAYS.source}|自然人|企业|公民个人|^(?:法人|公民)(?![、和或及])|^法人或`,
    'u',
  ),
  units,
  confidence,
});

const way = (key: string, words: string): LabelRule => ({
  key,
  label: new RegExp(words, 'u'),
  not: NOT_RECEIVED,
  units: [...CASES, '条'],
  topic: REQUESTS,
});

const reply = (key: string, label: RegExp, not?: RegExp): LabelRule => ({
  key,
  label,
  ...(not ? { not } : {}),
  units: [...CASES, '条'],
  topic: REQUESTS,
});

const RECEIVED_VERB = '(?:收到|新收|受理|接到|接受|接收|收悉|处理|收受)';

/** In the order in which they are tried. */
export const requestLabels: readonly LabelRule[] = [
  {
    key: 'requests_matrix.carried_over_in.total',
    label: /上(?:一)?年度?(?:的)?结转/u,
    units: CASES,
    topic: REQUESTS,
  },
  {
    key: 'requests_matrix.carried_over_out.total',
    label: /(?:结转|顺延|转)(?:至|到|入)?下(?:一)?年/u,
    units: CASES,
    topic: REQUESTS,
  },
  received(new RegExp(`${RECEIVED_VERB}[^，。；]{0,30}(?:依申请|申请|公开事项)`, 'u'), [
    ...CASES,
    '条',
    '个',
    '项',
  ]),
  received(
    /(?:依|已)申请公开(?:的)?(?:政府)?(?:信息)?(?:的)?(?:申请|事项|件|数|总数|数量)*(?:为|共|共计|有|共有)*$/u,
    CASES,
  ),
  received(
    /(?:信息)?公开(?:的)?申请(?:件|书|事项|数|量|总数|数量)*(?:为|共|共计|有|共有)*$/u,
    CASES,
  ),
  received(/^申请件$/u, CASES),
  {
    key: 'requests_received_total',
    label: /^(?:共)?(?:收到|受理)(?:了)?$/u,
    units: CASES,
    topic: REQUESTS,
    sections: ['requests'],
    confidence: 0.8,
  },
  way('requests_in_person', '当面|现场|窗口|上门'),
  way('requests_by_fax', '传真'),
  way('requests_by_email', '电子邮件|电子邮箱'),
  way('requests_by_letter', '信函|书面|邮寄|信件'),
  way('requests_online', '网络|网上|在线|互联网|网站|平台'),
  reply('requests_completed_on_time', /(?:按时|按期|如期)(?:[^，。；]{0,4})办(?:结|毕|理完毕)/u),
  reply('requests_completed_extended', /延期(?:[^，。；]{0,4})(?:办结|答复)/u),
  reply('requests_completed_total', /办结|办毕|办理完毕/u, /率|未办结/u),
  reply('replies_partially_granted', /部分(?:予以|同意)?公开/u),
  reply('refused_state_secret', /国家秘密/u),
  reply('refused_trade_secret', /商业秘密/u),
  reply('refused_personal_privacy', /个人隐私/u),
  reply('refused_security_stability', /三安全一稳定|危及国家安全/u),
  reply(
    'refused_not_government_information',
    /(?:不是|不属于|非)(?:[^，。；]{0,8}所指(?:的)?)?政府信息/u,
  ),
  reply(
    'replies_not_this_agency',
    /不属于?(?:本|我)(?:行政)?(?:机关|局|单位|部门)|非本(?:行政)?(?:机关|部门|单位)/u,
  ),
  reply('replies_not_exist', /不存在/u),
  reply('replies_asked_to_amend', /更改(?:、|和)?补充|补正|更正/u),
  reply('replies_other_route', /其[他它](?:途径|渠道)/u),
  reply('replies_already_public', /主动公开(?:的)?范围|已(?:经)?主动公开/u),
  reply('replies_refused', /(?:不同意|不予|不)公开(?:答复)?(?:的)?(?:数)?(?:有|共|为)?$/u),
  reply(
    'replies_granted',
    /(?:同意|予以|准予|全部)公开(?:答复)?(?:的)?(?:数)?(?:有|共|为)?$/u,
    /不|部分/u,
  ),
  { ...reply('replies_granted', /^(?:已|给予)?公开$/u), within: 'replies_total' },
  // Those answered in time need not be all that were answered.
  {
    ...reply(
      'replies_total',
      /(?:按时|按期|如期)(?:答复|回复)(?:申请)?(?:数|总数)?(?:有|共|共计|为)?$/u,
    ),
    confidence: 0.7,
  },
  reply(
    'replies_total',
    /(?:答复|回复)(?:申请)?(?:数|总数)?(?:有|共|共计|为)?$/u,
    /率|不予|按[时期]|如期|延期|逾期|超期/u,
  ),
];
