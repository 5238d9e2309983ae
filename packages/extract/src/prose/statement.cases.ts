/**
 * Sentences as annual reports write them, and what comes out.
 *
 * `claims` is everything that may come out: `value unit`, with `>=`, `<=`, `~` for a bound, `≈` for a
 * rounded number, `derived`, `zero` (by statement) or `blank` where it is not plainly reported.
 */
export interface StatementCase {
  readonly text: string;
  readonly section?: string;
  /** Year of the report; every year counts where absent. */
  readonly year?: number;
  readonly claims: Readonly<Record<string, string>>;
  /** Numbers without a key that are kept, as `label value unit`. */
  readonly loose?: readonly string[];
}

const proactive: readonly StatementCase[] = [
  {
    text: '2018年，我局主动公开政府信息318条，其中通过政府网站公开201条，通过政务微博公开64条，通过政务微信公开53条。',
    claims: {
      proactive_total: '318 条',
      channel_website: '201 条',
      channel_weibo: '64 条',
      channel_wechat: '53 条',
    },
  },
  { text: '2018全年，通过政府网站主动公开信息87条。', claims: { channel_website: '87 条' } },
  {
    text: '2018年以来本委门户网站主动公开信息642条。',
    year: 2018,
    claims: { channel_website: '642 条' },
  },
  {
    text: '2018年已公开信息96条，其中，水质信息40条、排污信息56条。',
    section: 'key_areas',
    claims: {},
    loose: ['已公开信息 96 条', '已公开信息 水质信息 40 条', '已公开信息 排污信息 56 条'],
  },
  {
    text: '全年共主动公开政府信息510条。其中，机构类信息102条，占20%；业务类408条，占80%。',
    claims: { proactive_total: '510 条' },
    loose: ['机构类信息 102 条', '业务类 408 条'],
  },
  { text: '主动公开政府信息77条，其中全文电子化率达100%。', claims: { proactive_total: '77 条' } },
  {
    text: '公开信息共计64条。其中，业务工作类信息50条，其他类信息14条。',
    section: 'proactive',
    claims: { proactive_total: '64 条' },
    loose: ['业务工作类信息 50 条', '其他类信息 14 条'],
  },
  {
    text: '截至2018年底，累计发布信息9000多条。',
    section: 'proactive',
    claims: {},
    loose: ['累计发布信息 9000 条'],
  },
  {
    text: '从网站开通至今，总共发布政府信息12000条。',
    section: 'proactive',
    claims: {},
    loose: ['总共发布政府信息 12000 条'],
  },
  {
    text: '截至2012年底，累计主动公开政府信息1205条，2012年新增的主动公开政府信息203条。',
    claims: { proactive_total: '203 条' },
    loose: ['累计主动公开政府信息 1205 条'],
  },
  {
    text: '全年共发布信息230条（其中，动态类180条，公告类50条）。',
    section: 'proactive',
    claims: { proactive_total: '230 条' },
    loose: ['动态类 180 条', '公告类 50 条'],
  },
  {
    text: '共主动公开政府信息12项305条。',
    claims: { proactive_total: '305 条' },
    loose: ['主动公开政府信息 12 项'],
  },
  {
    text: '主动公开政府信息累计416条。信息涉及9个一级目录和31个二级目录。',
    claims: { proactive_total: '416 条' },
    loose: ['信息涉及 9 个', '一级目录和 31 个'],
  },
  { text: '全市主动公开政府信息31.4万条。', claims: { proactive_total: '314000 条 ≈' } },
  {
    text: '全年共采集、发布、修订信息55条。',
    section: 'proactive',
    claims: {},
    loose: ['采集、发布、修订信息 55 条'],
  },
  {
    text: '及时公开信息累计达1320条。',
    section: 'proactive',
    claims: { proactive_total: '1320 条' },
  },
  {
    text: '在信息公示栏、宣传展板公开内容35条；在报纸公开内容6条。',
    claims: {},
    loose: ['在信息公示栏、宣传展板公开内容 35 条', '在报纸公开内容 6 条'],
  },
  { text: '制发规范性文件4件。', claims: { normative_documents_issued: '4 件' } },
  {
    text: '制发公文220件，主动公开150件，主动公开率为68%。',
    claims: {},
    loose: ['制发公文 220 件', '主动公开 150 件'],
  },
  {
    text: '主动公开规章2件，人事任免文件11件。',
    claims: {},
    loose: ['主动公开规章 2 件', '人事任免文件 11 件'],
  },
  {
    text: '制作政府信息921条，其中主动公开信息500条，依申请公开信息120条，不予公开信息301条。',
    section: 'proactive',
    claims: {},
    loose: [
      '制作政府信息 921 条',
      '制作政府信息 主动公开信息 500 条',
      '制作政府信息 依申请公开信息 120 条',
      '制作政府信息 不予公开信息 301 条',
    ],
  },
  { text: '本年度主动公开信息　条。', claims: { proactive_total: 'null 条 blank' } },
  {
    text: '报送市政府网站被录用的信息73条。',
    claims: {},
    loose: ['报送市政府网站被录用的信息 73 条'],
  },
  { text: '未制发规范性文件。', claims: { normative_documents_issued: '0 件 zero' } },
  { text: '无主动公开规范性文件。', claims: { proactive_normative_documents: '0 条 zero' } },
  // several channels in one number belong to none of them
  {
    text: '通过网站、公示栏和宣传册公开140条。',
    section: 'proactive',
    claims: {},
    loose: ['通过网站、公示栏和宣传册公开 140 条'],
  },
  {
    text: '微信公众号推送88条，政府公报刊登3条，向市政府网站推送信息40条。',
    section: 'proactive',
    claims: { channel_wechat: '88 条', channel_gazette: '3 条' },
    loose: ['向市政府网站推送信息 40 条'],
  },
  // another year
  {
    text: '2016年主动公开政府信息200条。',
    year: 2017,
    claims: {},
    loose: ['主动公开政府信息 200 条'],
  },
  { text: '较上年增加35条。', section: 'proactive', claims: {}, loose: ['较上年增加 35 条'] },
];

const requests: readonly StatementCase[] = [
  {
    text: '全年共受理依申请公开41件，均全部办结。',
    claims: { requests_received_total: '41 件', requests_completed_total: '41 件 derived' },
  },
  {
    text: '我局共收到依申请公开信息12件（其中当面申请3件、信函申请4件、网络申请5件），全部按时办结，其中同意公开6件、不同意公开1件、不属于本行政机关公开2件、申请信息不存在1件、告知作出更改补充数1件、告知通过其他途径办理数1件。',
    claims: {
      requests_received_total: '12 件',
      requests_in_person: '3 件',
      requests_by_letter: '4 件',
      requests_online: '5 件',
      replies_granted: '6 件',
      replies_refused: '1 件',
      replies_not_this_agency: '2 件',
      replies_not_exist: '1 件',
      replies_asked_to_amend: '1 件',
      replies_other_route: '1 件',
      requests_completed_total: '12 件 derived',
      requests_completed_on_time: '12 件 derived',
    },
  },
  { text: '本单位受理政府信息公开申请0件。', claims: { requests_received_total: '0 件' } },
  {
    text: '受理政府信息公开申请0次，答复0次。',
    claims: { requests_received_total: '0 次', replies_total: '0 次' },
  },
  { text: '本年度未收到政府信息公开申请。', claims: { requests_received_total: '0 件 zero' } },
  {
    text: '未收到任何公民、法人和其他组织提出的政府信息公开申请。',
    claims: { requests_received_total: '0 件 zero' },
  },
  { text: '未接到公民提出的依申请公开要求。', claims: { requests_received_total: '0 件 zero' } },
  { text: '未收到公众申请公开信息要求。', claims: { requests_received_total: '0 件 zero' } },
  { text: '未发生依申请公开信息受理事项。', claims: { requests_received_total: '0 件 zero' } },
  {
    text: '依申请公开信息8件，所有信息公开申请均在规定时间内按程序办结。',
    claims: {
      requests_received_total: '8 件',
      requests_completed_total: '8 件 derived',
      requests_completed_on_time: '8 件 derived',
    },
  },
  {
    text: '共收到政府信息公开申请7件，均按时办结，其中申请公开信息不存在5件，不属于本行政机关公开2件。',
    claims: {
      requests_received_total: '7 件',
      replies_not_exist: '5 件',
      replies_not_this_agency: '2 件',
      requests_completed_total: '7 件 derived',
      requests_completed_on_time: '7 件 derived',
    },
  },
  {
    text: '共处理政府信息公开申请19件，并已进行回复。',
    claims: { requests_received_total: '19 件', replies_total: '19 件 derived' },
  },
  {
    text: '申请件9件，其中网络形式申请6件，信函形式申请3件。',
    section: 'requests',
    claims: {
      requests_received_total: '9 件',
      requests_online: '6 件',
      requests_by_letter: '3 件',
    },
  },
  {
    text: '共答复9件，属于主动公开范围4件。',
    section: 'requests',
    claims: { replies_total: '9 件', replies_already_public: '4 件' },
  },
  { text: '已申请公开五例。', section: 'requests', claims: { requests_received_total: '5 例' } },
  {
    text: '收到依申请公开事项11件，其中书面信函申请2件、网络申请9件。',
    claims: {
      requests_received_total: '11 件',
      requests_by_letter: '2 件',
      requests_online: '9 件',
    },
  },
  {
    text: '受理政府信息公开申请240件，申请数量较去年回落5%；答复231件（含上年度结转申请6件，另有15件顺延到下年度答复）。',
    claims: {
      requests_received_total: '240 件',
      replies_total: '231 件',
      'requests_matrix.carried_over_in.total': '6 件',
      'requests_matrix.carried_over_out.total': '15 件',
    },
  },
  { text: '接收到申请书6份。', section: 'requests', claims: { requests_received_total: '6 份' } },
  { text: '收到14条依申请公开政府信息的申请。', claims: { requests_received_total: '14 条' } },
  { text: '受理3个申请公开信息事项。', claims: { requests_received_total: '3 个' } },
  {
    text: '收到政府信息公开申请20件，均为自然人申请。办理结果如下：予以公开9件；部分予以公开3件；不予公开4件；结转下年度继续办理4件。',
    section: 'requests',
    claims: {
      requests_received_total: '20 件',
      replies_granted: '9 件',
      replies_partially_granted: '3 件',
      replies_refused: '4 件',
      'requests_matrix.carried_over_out.total': '4 件',
    },
  },
  {
    text: '收到政府信息公开申请21件(其中：网上申请18件，现场申请0件，邮寄3件)，上年度结转2件，本年度办结20件。',
    claims: {
      requests_received_total: '21 件',
      requests_online: '18 件',
      requests_in_person: '0 件',
      requests_by_letter: '3 件',
      'requests_matrix.carried_over_in.total': '2 件',
      requests_completed_total: '20 件',
    },
  },
  {
    text: '共收到依申请公开0件，网络申请0件，信函申请0件。',
    claims: {
      requests_received_total: '0 件',
      requests_online: '0 件',
      requests_by_letter: '0 件',
    },
  },
  {
    text: '通过网络申请30件，占75%；部分公开67，占4.61%。',
    section: 'requests',
    claims: { requests_online: '30 件', replies_partially_granted: '67 null' },
  },
  {
    text: '公民个人提出申请22件，占比88%；法人或其他组织3件。',
    section: 'requests',
    claims: {},
    loose: ['公民个人提出申请 22 件', '法人或其他组织 3 件'],
  },
  { text: '申请量比2016年同期上升12%，与上年持平。', section: 'requests', claims: {} },
  { text: '办结率、答复率均为100%。', section: 'requests', claims: {} },
  {
    text: '共收到公民、法人和其他组织政府信息公开申请15件，比上年增加3件。其中，当面申请5件，邮寄申请10件。',
    claims: {
      requests_received_total: '15 件',
      requests_in_person: '5 件',
      requests_by_letter: '10 件',
    },
    loose: ['比上年增加 3 件'],
  },
  // two ways together are neither
  {
    text: '其中网络、信函申请5件。',
    section: 'requests',
    claims: {},
    loose: ['网络、信函申请 5 件'],
  },
];

const fees: readonly StatementCase[] = [
  { text: '没有收取任何费用。', claims: { fees_collected_10k_yuan: '0 万元 zero' } },
  { text: '未收取任何费用。', claims: { fees_collected_10k_yuan: '0 万元 zero' } },
  {
    text: '未发生政府信息公开收费及减免情况。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  {
    text: '没有发生相关收费和减免情况。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  {
    text: '没有向申请人收取复印、传真、递送等任何费用，也无减免情况。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  {
    text: '无对依申请公开政府信息收取和减免费用。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  {
    text: '依申请公开收费为0。',
    section: 'fees',
    claims: { fees_collected_10k_yuan: '0 万元' },
  },
  {
    text: '没有进行收费，往年也没有进行收费。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  {
    text: '均向对方无偿提供，没有向申请人收取任何费用。',
    claims: { fees_collected_10k_yuan: '0 万元 zero' },
  },
  { text: '实际收取信息处理费共计1260元。', claims: { information_processing_fee: '1260 元' } },
  { text: '本年度未收取信息处理费。', claims: { information_processing_fee: '0 元 zero' } },
  { text: '暂未开展信息处理费收取工作。', claims: { information_processing_fee: '0 元 zero' } },
  { text: '无收取信息处理费情况。', claims: { information_processing_fee: '0 元 zero' } },
  // money in the unit of its key
  {
    text: '依申请公开收取检索、复制费用350元。',
    section: 'fees',
    claims: { fees_collected_10k_yuan: '0.035 万元' },
  },
  // a waiver is no fee
  { text: '免收复印费260元。', section: 'fees', claims: {}, loose: ['免收复印费 260 元'] },
];

const remedies: readonly StatementCase[] = [
  {
    text: '本年度我委被提起行政复议数6件，被纠错数2件，零诉讼。',
    claims: {
      reconsideration_total: '6 件',
      reconsideration_corrected: '2 件',
      litigation_total: '0 件 zero',
    },
  },
  {
    text: '发生涉及本单位信息公开事务的行政复议案件 3 件。',
    claims: { reconsideration_total: '3 件' },
  },
  {
    text: '未发生任何因政府信息公开申请事项而申请行政复议、提起行政诉讼情况。',
    claims: { reconsideration_total: '0 件 zero', litigation_total: '0 件 zero' },
  },
  {
    text: '无因政府信息公开申请行政复议的情况，无因政府信息公开被提起行政诉讼的情况，无因政府信息公开被举报投诉的情况。',
    section: 'remedies',
    claims: {
      reconsideration_total: '0 件 zero',
      litigation_total: '0 件 zero',
      complaints_total: '0 件 zero',
    },
  },
  {
    text: '行政复议0宗，因政府信息公开提起行政诉讼0宗。',
    claims: { reconsideration_total: '0 宗', litigation_total: '0 宗' },
  },
  {
    text: '没有发生因政府信息公开涉及的投诉、行政复议、行政诉讼事件。',
    section: 'remedies',
    claims: {
      reconsideration_total: '0 件 zero',
      litigation_total: '0 件 zero',
      complaints_total: '0 件 zero',
    },
  },
  {
    text: '信息公开类行政复议5件，诉讼2件，均获维持。',
    claims: { reconsideration_total: '5 件', litigation_total: '2 件' },
  },
  {
    text: '被申请行政复议有6件，其中，1件被复议机关撤销，2件尚未审结。行政诉讼有3件，目前正在法院审理中。',
    claims: {
      reconsideration_total: '6 件',
      reconsideration_corrected: '1 件',
      reconsideration_pending: '2 件',
      litigation_total: '3 件',
    },
  },
  {
    text: '有2件涉及依法纠错的行政案件。',
    section: 'remedies',
    claims: {},
    loose: ['涉及依法纠错的行政案件 2 件'],
  },
  {
    text: '未产生针对我局政府信息公开的行政复议与行政诉讼。',
    claims: { reconsideration_total: '0 件 zero', litigation_total: '0 件 zero' },
  },
  {
    text: '全年及历年均未接到涉及政府信息公开的行政复议或行政诉讼。',
    claims: { reconsideration_total: '0 件 zero', litigation_total: '0 件 zero' },
  },
  {
    text: '行政诉讼案件3件，被纠错0件。',
    claims: { litigation_total: '3 件', litigation_corrected: '0 件' },
  },
  // a number for both together is a number for neither
  {
    text: '行政复议和行政诉讼共9件。',
    claims: {},
    loose: ['行政复议和行政诉讼 9 件'],
  },
  {
    text: '行政复议、行政诉讼均为零。',
    claims: { reconsideration_total: '0 件 zero', litigation_total: '0 件 zero' },
  },
  { text: '政府信息公开案件零败诉。', claims: {} },
  { text: '未经复议直接起诉的案件尚未审结。', claims: {} },
  { text: '全部案件行政复议无一被纠错。', claims: {} },
];

const response: readonly StatementCase[] = [
  {
    text: '全年本委网站共公开解读政策的文章 9 篇。',
    claims: { interpretation_articles: '9 篇' },
  },
  { text: '发布政策解读共6件。', claims: { interpretation_articles: '6 件' } },
  { text: '以图文和视频制作政策解读17 个。', claims: { interpretation_articles: '17 个' } },
  {
    text: '受理政府信息咨询290人次，其中现场咨询251人次，电话咨询58人次。',
    claims: {},
    loose: [
      '受理政府信息咨询 290 人次',
      '受理政府信息咨询 现场咨询 251 人次',
      '受理政府信息咨询 电话咨询 58 人次',
    ],
  },
  {
    text: '接听电话咨询1000余人次，现场接待咨询200余人次。',
    claims: {},
    loose: ['接听电话咨询 1000 人次', '现场接待咨询 200 人次'],
  },
  {
    text: '召开政府信息公开专题会议近20余次。',
    claims: { meetings_held: '20 次 ~' },
  },
  {
    text: '组织干部学习《条例》5次，召开会议部署信息公开工作4次。',
    claims: { meetings_held: '4 次' },
    loose: ['组织干部学习《条例》 5 次'],
  },
  { text: '配备了1名兼职工作人员。', claims: { staff_part_time: '1 名' } },
  {
    text: '全职工作人员1人，兼职人员11人。',
    claims: { staff_full_time: '1 人', staff_part_time: '11 人' },
  },
  { text: '指定2人（兼职）。', claims: { staff_part_time: '2 人' } },
  { text: '至今没有信息公开专职人员。', claims: { staff_full_time: '0 人 zero' } },
  {
    text: '举办政务公开业务培训2次，培训人员120人次。',
    claims: { training_courses: '2 次', trainees: '120 人次' },
  },
  {
    text: '举办政府信息公开培训班2期，培训工作人员58人次。',
    claims: { training_courses: '2 期', trainees: '58 人次' },
  },
  {
    text: '开展政务公开培训1次，参加培训机关干部44人。',
    claims: { training_courses: '1 次', trainees: '44 人' },
  },
  { text: '编发公报6期。', claims: {}, loose: ['编发公报 6 期'] },
  { text: '召开新闻发布会7场。', claims: { press_conferences_total: '7 场' } },
  {
    text: '共承办建议提案31件，区人大9件（其中主办件2件，协办件7件）。',
    claims: {},
    loose: ['承办建议提案 31 件', '区人大 9 件', '区人大 主办件 2 件', '区人大 协办件 7 件'],
  },
  {
    text: '办理“12345热线网”613件、“书记信箱”29件。',
    claims: {},
    loose: ['办理“12345热线网” 613 件', '“书记信箱” 29 件'],
  },
  {
    text: '发放材料共计 240 余份，通过“114热线”接听电话 70 余次。',
    claims: {},
    loose: ['发放材料 240 份', '通过“114热线”接听电话 70 次'],
  },
  {
    text: '维护专栏34个；订阅数39条；网站访问量21960次。',
    section: 'proactive',
    claims: {},
    loose: ['维护专栏 34 个', '订阅数 39 条', '网站访问量 21960 次'],
  },
  { text: '答复满意率98%，好评数占97%。', claims: {} },
  {
    text: '举办政府信息公开培训班3期，培训160人次。',
    section: 'institution',
    claims: { training_courses: '3 期', trainees: '160 人次' },
  },
];

/** Nothing of this is a statistic: hotlines, articles of laws, dates, rates. */
const nothing: readonly StatementCase[] = [
  { text: '在《条例》规定的15个工作日内办毕。', claims: {} },
  { text: '根据条例第三十一条、第32条的规定编制本报告。', claims: {} },
  { text: '地址：人民路88号，邮编：223000，电话：0517-88001234。', claims: {} },
  { text: '开通12345政务服务热线和114查号台。', claims: {} },
  { text: '开展“5·15”政务公开日活动，落实“三公”经费公开。', claims: {} },
  { text: '围绕第十个政务公开日开展活动，做到三个更加。', claims: {} },
  { text: '2018年3月8日', claims: {} },
  { text: '网站无障碍改造完成，无正当理由大量反复申请的依法处理。', claims: {} },
  { text: '同比增长23.5%，提高2个百分点。', claims: {} },
  { text: '确保一次性告知，对一批信息进行清理。', claims: {} },
  { text: '没有按时答复的申请将予以通报。', section: 'requests', claims: {} },
  {
    text: '对未通过审核的申请予以退回，没有及时登记的申请当日补登。',
    section: 'requests',
    claims: {},
  },
  { text: '2016年未收到政府信息公开申请。', year: 2017, claims: {} },
  { text: '未建立收费制度，没有专门的收费标准。', section: 'fees', claims: {} },
  {
    text: '因群众不了解依申请公开渠道，未能充分发挥申请平台作用。',
    section: 'requests',
    claims: {},
  },
];

export const statementCases: readonly StatementCase[] = [
  ...proactive,
  ...requests,
  ...fees,
  ...remedies,
  ...response,
  ...nothing,
];
