import { describe, expect, test } from 'vitest';
import { documentOf } from './document-of.ts';
import { extract } from './extract.ts';
import { faultsOf } from './proof.ts';
import { type DocumentRecord, recordSchema } from './record.ts';

/** Extracts the records of some lines, each held to its schema and to its evidence. */
function read(text: string): readonly DocumentRecord[] {
  const document = documentOf(...text.trim().split('\n'));
  const records = extract(document, { version: '1.0.0' });
  for (const record of records) {
    expect(recordSchema.parse(record)).toEqual(record);
    expect(faultsOf(document, record)).toEqual([]);
  }
  return records;
}

interface Sample {
  readonly of: string;
  readonly text: string;
  readonly records: readonly object[];
}

const samples: readonly Sample[] = [
  {
    of: 'a call for comments, each way to reach the agency on a line of its own',
    text: `
关于公开征求《湖州市物业管理办法（征求意见稿）》意见的公告
现将《湖州市物业管理办法（征求意见稿）》全文公布，向社会公开征求意见。
通讯地址：湖州市人民路12号
邮政编码：313000
电子邮箱：yj@example.gov.cn
湖州市司法局
2023年6月15日`,
    records: [
      {
        contact: { address: '湖州市人民路12号', postcode: '313000', email: 'yj@example.gov.cn' },
      },
    ],
  },
  {
    of: 'a letter of a bureau whose city stands in no list of divisions',
    text: `
关于第0215号提案答复的函
青河教函〔2023〕56号
刘明委员：
您提出的提案收悉，现答复如下。
联系人及电话：周强，88886666
青河市教育局
2023年5月18日`,
    records: [
      {
        agency: { name: '青河市教育局', function: 'education', region: null },
        contact: { person: '周强', phone: '88886666' },
      },
    ],
  },
  {
    of: 'a notice whose 版记 stands behind the text that it issues',
    text: `
关于印发《湖州市档案管理办法》的通知
湖档〔2023〕2号
各区县档案局：
现将《湖州市档案管理办法》印发给你们，请遵照执行。
湖州市档案局
2023年3月8日
湖州市档案管理办法
第一条　为规范档案管理，制定本办法。
第二条　本办法自2023年4月10日起施行。
抄送：省档案局，市人大常委会办公室。
湖州市档案局办公室　　　　2023年3月9日印发`,
    records: [
      {
        copied_to: ['省档案局', '市人大常委会办公室'],
        printing_office: '湖州市档案局办公室',
        printing_date: '2023-03-09',
      },
      { title: '湖州市档案管理办法', copied_to: [], printing_office: null, printing_date: null },
    ],
  },
  {
    of: 'an order, signed by a person',
    text: `
湖州市人民政府令
第48号
《湖州市供水管理办法》已经市人民政府常务会议审议通过，现予公布，自2023年2月1日起施行。
市长　陈　海
2022年12月9日
湖州市供水管理办法
第一条　为了加强供水管理，制定本办法。`,
    records: [
      {
        title: '湖州市供水管理办法',
        signatories: ['陈海'],
        agency: { name: '湖州市人民政府' },
      },
    ],
  },
  {
    of: 'an interpretation, who wrote it and how to reach them',
    text: `
《湖州市供水管理办法》政策解读
一、为什么要制定《办法》？
现行规定已不能适应需要。
二、《办法》何时施行？
自2023年2月1日起施行。
解读单位：湖州市水利局
解读人：赵立
联系电话：87654321`,
    records: [
      {
        questions: [
          { q: '为什么要制定《办法》？', a: '现行规定已不能适应需要。' },
          { q: '《办法》何时施行？', a: '自2023年2月1日起施行。' },
        ],
        interpreter: { agency: '湖州市水利局', person: '赵立', contact: '87654321' },
      },
    ],
  },
  {
    of: 'a joint document whose masthead names stand above a common 文件',
    text: `
湖州市财政局　湖州市教育局
湖州市人力资源和社会保障局
文件
湖财教〔2018〕66号
湖州市财政局　湖州市教育局　湖州市人力资源和社会保障局关于做好奖励工作的通知
各区县财政局、教育局：
请遵照执行。
湖州市财政局　　　湖州市教育局
湖州市人力资源和社会保障局
2018年9月7日`,
    records: [
      {
        title: '湖州市财政局湖州市教育局湖州市人力资源和社会保障局关于做好奖励工作的通知',
        agency: { name: '湖州市财政局' },
        signing_agencies: ['湖州市财政局', '湖州市教育局', '湖州市人力资源和社会保障局'],
        doc_number: { raw: '湖财教〔2018〕66号' },
      },
    ],
  },
  {
    of: 'minutes under the masthead of their series, with the number of the issue',
    text: `
滨海县人民政府
专题会议纪要
〔2022〕第15期
县政府办公室　　　　　　2022年5月6日
关于研究老旧小区改造工作的会议纪要
5月5日上午，副县长主持召开专题会议。现纪要如下：
一、会议决定，由县住建局牵头推进。
分送：县委办公室，县人大常委会办公室。`,
    records: [
      {
        title: '关于研究老旧小区改造工作的会议纪要',
        genre: '纪要',
        agency: { name: '滨海县人民政府' },
        signing_agencies: [],
      },
    ],
  },
  {
    of: 'a notice that forwards the opinion of a bureau named under its title',
    text: `
常州市人民政府办公室转发市交通运输局关于推进公交优先发展意见的通知
常政办发〔2011〕77号
各辖市、区人民政府，市各有关部门和单位：
市交通运输局《关于推进公交优先发展的意见》已经市政府同意，现转发给你们，请认真组织实施。
常州市人民政府办公室
二〇一一年六月三十日
关于推进公交优先发展的意见
市交通运输局
（2011年6月20日）
为推进公交优先发展，提出如下意见。`,
    records: [
      {
        agency: { name: '常州市人民政府办公室' },
        issued_on: '2011-06-30',
        addressees: ['各辖市、区人民政府', '市各有关部门和单位'],
      },
      {
        title: '关于推进公交优先发展的意见',
        agency: { name: '常州市交通运输局' },
        issued_on: '2011-06-20',
        doc_number: null,
      },
    ],
  },
  {
    of: 'a forwarded notice with its own number, addressees and signature',
    text: `
关于转发《省教育厅关于做好招生工作的通知》的通知
通教基〔2015〕9号
各县（市）、区教育局，市直各学校：
现将《省教育厅关于做好招生工作的通知》（苏教基〔2015〕5号）转发给你们，请遵照执行。
南通市教育局
2015年4月3日
省教育厅关于做好招生工作的通知
苏教基〔2015〕5号
各市、县（市、区）教育局：
为做好招生工作，现通知如下：
一、规范招生行为。
江苏省教育厅
2015年3月20日`,
    records: [
      { doc_number: { raw: '通教基〔2015〕9号' }, agency: { name: '南通市教育局' } },
      {
        doc_number: { raw: '苏教基〔2015〕5号' },
        agency: { name: '江苏省教育厅' },
        issued_on: '2015-03-20',
      },
    ],
  },
  {
    of: 'a title that is broken behind a word that is a genre',
    text: `
教育部办公厅　财政部办公厅关于做好2021年
中小学教师国家级培训计划
组织实施工作的通知
教师厅函〔2021〕10号
各省、自治区、直辖市教育厅（教委）、财政厅（局）：
现就有关工作通知如下。
附件：
1.课程标准目录
2.绩效评价表
教育部办公厅　财政部办公厅
2021年5月13日`,
    records: [
      {
        title: '教育部办公厅财政部办公厅关于做好2021年中小学教师国家级培训计划组织实施工作的通知',
        genre: '通知',
        agency: { name: '教育部办公厅' },
        addressees: ['各省、自治区、直辖市教育厅（教委）', '财政厅（局）'],
        signing_agencies: ['教育部办公厅', '财政部办公厅'],
        outline: [],
      },
    ],
  },
  {
    of: 'an announcement by the branch of a bureau, numbered by year',
    text: `
徐州市公安局交通警察支队
关于采取交通管制措施的通告
徐公交通告〔2021〕第7号
根据《中华人民共和国道路交通安全法》第三十九条规定，决定采取以下措施。
一、管制时间：2021年4月18日6时至12时。
特此通告
二〇二一年四月十二日`,
    records: [
      {
        title: '徐州市公安局交通警察支队关于采取交通管制措施的通告',
        agency: { name: '徐州市公安局交通警察支队', region: { name: '徐州市' } },
        issued_on: '2021-04-12',
        doc_number: { code: '徐公交通告', year: 2021, serial: 7 },
        effective_on: null,
      },
    ],
  },
  {
    of: 'an announcement whose number stands alone under its title, and that cites one of another',
    text: `
句容市人民政府公告
〔2019〕第4号
现将征收土地方案公告如下：
一、批准文号：苏政地〔2019〕112号。
特此公告。
句容市人民政府
2019年3月1日`,
    records: [{ doc_number: { raw: '〔2019〕第4号', code: null, year: 2019, serial: 4 } }],
  },
  {
    of: 'an order: the number is that of the order, its repealed ones are cited',
    text: `
南京市人民政府令
第318号
《南京市停车管理办法》已经2018年11月6日市政府第22次常务会议审议通过，现予公布，自2019年1月1日起施行。
市长　张　伟
2018年11月15日
南京市停车管理办法
第一条　为了加强停车管理，制定本办法。
第二条　本办法自2019年1月1日起施行。2006年发布的《南京市停车场办法》（市政府令第250号）同时废止。`,
    records: [
      {
        title: '南京市停车管理办法',
        agency: { name: '南京市人民政府' },
        issued_on: '2018-11-15',
        doc_number: { raw: '第318号' },
        effective_on: '2019-01-01',
      },
    ],
  },
  {
    of: 'appointments: addressees that share a word, no name of a person among the signers',
    text: `
无锡市人民政府关于王某等同志职务任免的通知
锡政人〔2014〕8号
各市（县）、区人民政府，市各委、办、局，市各直属单位：
市人民政府决定：
任命王某为无锡市财政局副局长；
张某的无锡市财政局副局长职务。
无锡市人民政府
2014年5月20日`,
    records: [
      {
        addressees: ['各市（县）、区人民政府', '市各委、办、局', '市各直属单位'],
        signing_agencies: ['无锡市人民政府'],
      },
    ],
  },
  {
    of: 'a reply to a letter: number and title of the request are cited',
    text: `
浙江省人民政府文件
浙政函〔2007〕118号
浙江省人民政府关于设立
湾区开发区的批复
宁波市人民政府：
你市《关于要求设立湾区开发区的请示》（甬政〔2007〕23号）悉。现批复如下：
一、同意设立湾区开发区。
　　　　　　　　　　　　　二○○七年七月二十日
主题词：经济管理　开发区　批复
抄送：省发改委、省财政厅。
浙江省人民政府办公厅　　　　　2007年7月25日印发`,
    records: [
      {
        title: '浙江省人民政府关于设立湾区开发区的批复',
        doc_number: { raw: '浙政函〔2007〕118号' },
        addressees: ['宁波市人民政府'],
        issued_on: '2007-07-20',
        printing_date: '2007-07-25',
        subject_terms: ['经济管理', '开发区', '批复'],
        copied_to: ['省发改委', '省财政厅'],
        citations: [{ doc_number: '甬政〔2007〕23号' }],
      },
    ],
  },
  {
    of: 'a text copied with the index header of its page',
    text: `
索引号：014000319/2018-00123 分类：通知
发布机构：南通市环境保护局 发文日期：2018-03-15
文号：通环办〔2018〕15号
关于开展环境信用评价工作的通知
各县（市）、区环保局：
现将有关事项通知如下：
一、评价范围
重点排污单位。
南通市环境保护局
2018年3月14日`,
    records: [
      {
        title: '关于开展环境信用评价工作的通知',
        doc_number: { raw: '通环办〔2018〕15号' },
        issued_on: '2018-03-14',
      },
    ],
  },
  {
    of: 'an interpretation whose title begins with who interprets',
    text: `
省医保局解读《江苏省医疗保障条例》
《江苏省医疗保障条例》自2023年6月1日起施行。
一、立法背景
医保事关民生。`,
    records: [
      {
        kind: 'interpretation',
        interprets: { title: '江苏省医疗保障条例' },
        agency: null,
        issued_on: null,
      },
    ],
  },
  {
    of: 'a joint document with the places of the seals marked',
    text: `
盐城市住房和城乡建设局　盐城市财政局关于下达改造任务的通知
盐建村〔2020〕18号
各县（市、区）住建局、财政局：
请各地于6月30日前完成。
盐城市住房和城乡建设局（盖章）
盐城市财政局（盖章）
2020年3月25日`,
    records: [
      {
        agency: { name: '盐城市住房和城乡建设局' },
        signing_agencies: ['盐城市住房和城乡建设局', '盐城市财政局'],
        issued_on: '2020-03-25',
      },
    ],
  },
  {
    of: 'questions and answers, signed',
    text: `
《盐城市公租房管理办法》政策问答
问：哪些人可以申请公租房？
答：住房困难家庭可以申请。
问：申请需要哪些材料？
答：身份证、户口簿等材料。
盐城市住房和城乡建设局
2021年3月9日`,
    records: [
      {
        kind: 'interpretation',
        form: 'q_and_a',
        agency: { name: '盐城市住房和城乡建设局' },
        issued_on: '2021-03-09',
        questions: [
          { q: '哪些人可以申请公租房？', a: '住房困难家庭可以申请。' },
          { q: '申请需要哪些材料？', a: '身份证、户口簿等材料。' },
        ],
      },
    ],
  },
];

describe('documents of many kinds', () => {
  test.each(samples)('$of', ({ text, records }) => {
    expect(read(text)).toMatchObject(records);
  });
});
