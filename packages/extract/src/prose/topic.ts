/** What a stretch of prose talks about: the context in which short labels (网上申请, 被纠错) have a meaning. */

export type Topic =
  | 'proactive'
  | 'requests'
  | 'reconsideration'
  | 'litigation'
  /** Reconsideration and litigation counted together: neither of them. */
  | 'remedies'
  | 'complaints'
  | 'fees'
  | 'response'
  | 'staff'
  | 'training'
  | 'other';

const SUBJECTS: readonly { readonly topic: Topic; readonly words: RegExp }[] = [
  {
    topic: 'other',
    words:
      /提案|建议案|信访|留言|咨询|热线|信箱|来信|来访|问政|行政许可|行政审批|行政处罚|(?:登记|注册|备案|仲裁|救助|补贴|低保|认定|鉴定|赔偿|立项|许可|审批|验收|评审|法律援助|专利|商标|资助|入学|贷款)[^，。；、]{0,4}申请|作为[^，。；]{0,4}复议机关|^(?:办理|受理|审理|审结)[^，。；公开]{0,8}复议/u,
  },
  { topic: 'remedies', words: /复议[^，。；]{0,12}(?:诉讼|应诉)|诉讼[^，。；]{0,8}复议/u },
  { topic: 'litigation', words: /诉讼|应诉|起诉/u },
  { topic: 'reconsideration', words: /复议/u },
  { topic: 'complaints', words: /投诉|举报/u },
  { topic: 'training', words: /公开[^，。；]{0,12}培训/u },
  { topic: 'fees', words: /收费|费用|收取|处理费/u },
  { topic: 'response', words: /解读|回应|发布会|访谈/u },
  { topic: 'requests', words: /依申请|(?<!撤回|撤销)申请(?!人|行政复议|复议)/u },
  { topic: 'staff', words: /专职|兼职|全职|(?<!培训[^，。；]{0,4})工作人员/u },
  {
    topic: 'proactive',
    words: /(?<!已|已经)主动公开(?!的?范围)|公开[^，。；]{0,6}信息|发布[^，。；]{0,6}信息/u,
  },
];

/** The subject that a stretch of text names, if it names one. */
export const topicOf = (text: string): Topic | undefined =>
  SUBJECTS.find((subject) => subject.words.test(text))?.topic;

const SECTION_TOPICS: Readonly<Record<string, Topic>> = {
  proactive: 'proactive',
  requests: 'requests',
  fees: 'fees',
  response: 'response',
};

/** The subject that a section's heading gives to sentences that name none. */
export const topicOfSection = (section: string | null): Topic | undefined =>
  section === null ? undefined : SECTION_TOPICS[section];
