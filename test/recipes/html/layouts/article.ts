/** Invented articles of the kinds that agencies publish, apart from any page they are printed on. */

/** Rows of a table; the first is its head. */
export type Rows = readonly (readonly string[])[];

export interface Article {
  readonly name: string;
  readonly title: string;
  readonly agency: string;
  readonly published: string;
  /** Paragraphs and tables, in order. */
  readonly body: readonly (string | Rows)[];
  /** Name and file of each attachment. */
  readonly files: readonly (readonly [name: string, file: string])[];
  /** Index header by key, as pages of disclosure columns print it. */
  readonly index: Readonly<Record<string, string>>;
}

export const isRows = (piece: string | Rows): piece is Rows => typeof piece !== 'string';

const matrix: Rows = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '3', '1', '27'],
];

const report: Article = {
  name: 'report',
  title: '柳溪市档案局2022年政府信息公开工作年度报告',
  agency: '柳溪市档案局',
  published: '2023-01-17',
  body: [
    '本报告依据《中华人民共和国政府信息公开条例》和本市有关要求编制，全文由六个部分组成。',
    '一、总体情况',
    '（一）主动公开。全年通过门户网站公开各类信息318条，及时更新机构职能和办事指南。',
    '（二）依申请公开。收到申请4件，均在法定期限内答复，未产生收费。',
    '二、主动公开政府信息情况',
    matrix,
    '三、存在的主要问题及改进情况',
    '信息公开的时效性仍需加强；下一步将把公开要求写进每一项业务流程，打印、关闭等无障碍环境建设问题一并解决。',
    '柳溪市档案局',
    '2023年1月16日',
  ],
  files: [],
  index: {
    index_number: '52330/2023-00007',
    publisher: '柳溪市档案局',
    published_date: '2023-01-17',
  },
};

const notice: Article = {
  name: 'notice',
  title: '柳溪市交通运输局关于开展渡口安全检查的通知',
  agency: '柳溪市交通运输局',
  published: '2019-06-05',
  body: [
    '柳交发〔2019〕46号',
    '各县（区）交通运输局，局属各单位：',
    '为保障汛期水上交通安全，决定自6月10日至7月10日在全市范围内开展渡口安全检查，现将有关事项通知如下。',
    '一、检查范围。全市所有公益渡口、经营性渡口以及在用渡船。',
    '二、检查内容。重点检查船舶适航、船员持证、救生设备配备和汛期停航制度的落实。',
    '三、工作要求。各地要建立台账，对发现的隐患逐项整改，并于7月15日前报送总结。',
    '柳溪市交通运输局',
    '2019年6月3日',
    '（此件公开发布）',
  ],
  files: [
    ['渡口安全检查表.doc', 'P020190605380011.doc'],
    ['各县（区）渡口名单.xls', 'P020190605380012.xls'],
  ],
  index: {
    index_number: '30871/2019-00112',
    publisher: '柳溪市交通运输局',
    doc_number: '柳交发〔2019〕46号',
    written_date: '2019-06-03',
  },
};

const interpretation: Article = {
  name: 'interpretation',
  title: '《柳溪市老旧小区电梯加装补助办法》政策解读',
  agency: '柳溪市住房和城乡建设局',
  published: '2021-09-14',
  body: [
    '近日，市政府办公室印发了《柳溪市老旧小区电梯加装补助办法》，现就有关内容解读如下。',
    '一、为什么要制定这个办法？',
    '随着人口老龄化加快，多层住宅居民加装电梯的愿望日益迫切，原有补助标准已不能适应需要。',
    '二、补助标准是多少？',
    '每台电梯最高补助20万元，由市、区两级财政各承担一半，资金直接拨付到实施主体。',
    '三、怎样申请？',
    '实施主体可以到区住建部门窗口提交申请，也可以登录政务服务网在线办理。',
  ],
  files: [],
  index: { index_number: '41208/2021-00255', publisher: '柳溪市住房和城乡建设局' },
};

const table: Article = {
  name: 'table',
  title: '柳溪市2020年第三批食品安全监督抽检结果',
  agency: '柳溪市市场监督管理局',
  published: '2020-11-02',
  body: [
    [
      ['序号', '样品名称', '生产企业', '结论'],
      ['1', '挂面', '柳溪禾丰面业有限公司', '合格'],
      ['2', '酱油', '临江酿造厂', '合格'],
      ['3', '干木耳', '柳溪山珍合作社', '不合格'],
    ],
  ],
  files: [],
  index: { index_number: '77016/2020-00390', publisher: '柳溪市市场监督管理局' },
};

const short: Article = {
  name: 'short',
  title: '柳溪市水利局关于暂停办理窗口业务的公告',
  agency: '柳溪市水利局',
  published: '2022-04-08',
  body: ['因政务大厅设备检修，4月9日全天暂停办理窗口业务。'],
  files: [],
  index: { index_number: '60145/2022-00018', publisher: '柳溪市水利局' },
};

export const articles: readonly Article[] = [report, notice, interpretation, table, short];
