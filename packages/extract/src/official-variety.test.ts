import { describe, expect, test } from 'vitest';
import { type CellOf, documentOf, tableOf } from './document-of.ts';
import { extract } from './extract.ts';
import { faultsOf } from './proof.ts';
import { type DocumentRecord, recordSchema } from './record.ts';

/** Records of some lines (a row of cells stands for a table), each held to its schema and evidence. */
function read(text: string, rows?: readonly (readonly CellOf[])[]): readonly DocumentRecord[] {
  const lines = text.trim().split('\n');
  const document = documentOf(...lines, ...(rows ? [tableOf(rows)] : []));
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
  readonly rows?: readonly (readonly CellOf[])[];
  readonly records: readonly object[];
}

const RULES_NOTICE = `
青河市人民政府办公厅关于印发青河市企业技术中心管理办法的通知
青政办发〔2020〕31号
各县（市、区）人民政府，市属、驻市各单位：
《青河市企业技术中心管理办法》已经市政府同意，现印发给你们，请遵照执行。
附件：1.青河市企业技术中心申报书
2.青河市企业技术中心评价指标
青河市人民政府办公厅
2020年5月11日
青河市企业技术中心管理办法
第一章 总则
第一条 根据国家有关规定，制定本办法。
第二条 本办法自2020年7月1日起施行，有效期五年，《青河市企业技术中心认定办法》（青政办发〔2012〕56号）同时废止。`;

const samples: readonly Sample[] = [
  {
    of: 'rules with a term, for bodies whose name begins like that of an agency',
    text: RULES_NOTICE,
    records: [
      {
        addressees: ['各县（市、区）人民政府', '市属、驻市各单位'],
        effective_on: null,
        attachments: [
          { name: '青河市企业技术中心申报书', url: null },
          { name: '青河市企业技术中心评价指标', url: null },
        ],
      },
      {
        title: '青河市企业技术中心管理办法',
        agency: { name: '青河市人民政府办公厅' },
        effective_on: '2020-07-01',
        expires_on: '2025-06-30',
        attachments: [],
      },
    ],
  },
  {
    of: 'in force from the day of issue, until a day',
    text: `
青河市人民政府关于调整土地等级范围的通告
青政通〔2019〕3号
为合理调节收入，根据《城镇土地使用税暂行条例》（国务院令第901号，自2006年1月1日起施行）规定，现通告如下：
一、等级划分为四级。
二、本通告自发布之日起施行，有效期至2024年12月31日。
青河市人民政府
2019年8月20日`,
    records: [{ effective_on: '2019-08-20', expires_on: '2024-12-31' }],
  },
  {
    of: 'a law whose day is told is not the document',
    text: `
关于做好外商投资法宣传工作的通知
青商发〔2019〕8号
各科室：
《中华人民共和国外商投资法》自2020年1月1日起施行。请做好宣传工作。
青河市商务局
2019年12月2日`,
    records: [{ effective_on: null, expires_on: null }],
  },
  {
    of: 'three departments of an autonomous region, and a trial period',
    text: `
广西壮族自治区教育厅
广西壮族自治区财政厅
广西壮族自治区人力资源和社会保障厅
文件
桂教规范〔2018〕9号
自治区教育厅 自治区财政厅 自治区人力资源
社会保障厅关于印发《广西中等职业学校资助细则》的通知
各市、县（市、区）教育局，区直各学校：
现将《广西中等职业学校资助细则》印发给你们，请遵照执行。本细则自印发之日起施行，试行期2年。
自治区教育厅　　自治区财政厅　　自治区人力资源社会保障厅
2018年9月26日
抄送：自治区审计厅，存档。`,
    records: [
      {
        agency: { name: '广西壮族自治区教育厅', region: { code: '450000' } },
        signing_agencies: ['自治区教育厅', '自治区财政厅', '自治区人力资源社会保障厅'],
        copied_to: ['自治区审计厅'],
        effective_on: '2018-09-26',
        expires_on: '2020-09-25',
      },
    ],
  },
  {
    of: 'signed by an office that lends its seal',
    text: `
关于做好招生入学工作的通知
青教函﹝2022﹞18号
各学校：
现就有关事项通知如下，请贯彻落实。
青河市教育局（代章）
2022年6月9日`,
    records: [{ agency: { name: '青河市教育局' }, signing_agencies: ['青河市教育局'] }],
  },
  {
    of: 'a street office named behind its government',
    text: `
广州市天河区人民政府石牌街道办事处2021年政府信息公开工作年度报告
一、总体情况
全年主动公开政府信息78条。
二、收费情况：无。`,
    records: [
      {
        agency: {
          name: '广州市天河区人民政府石牌街道办事处',
          region: { code: '440106' },
        },
        statistics: {
          proactive_total: { value: 78 },
          fees_collected_10k_yuan: { value: 0, status: 'zero_by_statement' },
        },
      },
    ],
  },
  {
    of: 'a division of the corps that is a city as well',
    text: `
第八师石河子市审计局2022年政府信息公开工作年度报告
一、总体情况
2022年主动公开信息45条。`,
    records: [{ agency: { name: '第八师石河子市审计局', region: { code: '659001' } } }],
  },
  {
    of: 'a zone office under its short name',
    text: `
贵州贵安新区管理委员会办公室关于印发政务公开办法的通知
黔贵安管办发〔2019〕6号
新区各部门：
现印发给你们，请认真组织实施。
贵安新区管委会办公室
2019年3月29日`,
    records: [{ agency: { name: '贵州贵安新区管理委员会办公室', function: 'development_zone' } }],
  },
  {
    of: 'a 版记 of two lines behind the rules that a notice issues',
    text: `
青河市人民政府办公室关于印发《青河市供水办法》的通知
青政办发〔2022〕5号
市直有关单位：
现将《青河市供水办法》印发给你们，请遵照执行。
青河市人民政府办公室
2022年3月2日
青河市供水办法
第一条 本办法自公布之日起施行，有效期5年。
抄送：市委有关部门，青河军分区。
青河市人大常委会办公室，市政协办公室。
青河市人民政府办公室　　　　　　2022年3月3日印发`,
    records: [
      { copied_to: ['市委有关部门', '青河军分区'], printing_date: '2022-03-03' },
      { copied_to: [], effective_on: '2022-03-02', expires_on: '2027-03-01' },
    ],
  },
  {
    of: 'minutes with their editor and day at the head',
    text: `
南通市人民政府
会 议 纪 要
第18期
市政府办公室　　　　　2020年6月19日
市政府第45次常务会议纪要
6月12日，市长主持召开市政府第45次常务会议，会议纪要如下：
一、审议条例草案
会议原则同意。`,
    records: [{ genre: '纪要', issued_on: '2020-06-19' }],
  },
  {
    of: 'a number with a bracket that OCR made a letter of',
    text: `
青河县人民政府办公室文件
青政办发[2018J36号
关于成立全域旅游领导小组的通知
县各有关部门：
经县政府研究，决定成立领导小组。
青河县人民政府办公室
2018年4月16日`,
    records: [
      {
        title: '关于成立全域旅游领导小组的通知',
        doc_number: { raw: '青政办发[2018J36号', code: '青政办发', year: 2018, serial: 36 },
      },
    ],
  },
  {
    of: 'a list of what is attached, as a table in the file',
    text: `
青河市人民政府关于废止部分文件的决定
青政发〔2021〕12号
各乡镇人民政府：
经研究，决定废止3件文件。本决定自公布之日起施行。
附件：废止的文件目录
青河市人民政府
2021年6月30日
附件
废止的文件目录`,
    rows: [
      ['序号', '文件名称'],
      ['1', '青河市旅游扶持办法'],
    ],
    records: [{ attachments: [], effective_on: '2021-06-30' }],
  },
  {
    of: 'an article by an expert names the document in its first lines',
    text: `
专家解读丨推动中小企业发展的有力举措
为落实国家战略，湖北省人民政府办公厅印发《关于支持中小企业发展的若干措施》（鄂政办发〔2022〕15号）（以下简称《若干措施》）。
一、深刻认识重大意义
中小企业是经济的毛细血管。`,
    records: [
      {
        form: 'expert',
        interprets: {
          title: '关于支持中小企业发展的若干措施',
          doc_number: '鄂政办发〔2022〕15号',
          record_id: null,
        },
      },
    ],
  },
  {
    of: 'what will be done ends before the signature',
    text: `
滁州市水利局2018年政府信息公开工作年度报告
一、概述
2018年，我局共主动公开政府信息318条。
二、存在的主要问题及改进措施
一是公开的主动性不强；二是更新不及时。下一步将加强培训。
滁州市水利局
2019年3月12日`,
    records: [{ narrative: { measures: ['下一步将加强培训。'] } }],
  },
];

describe('documents of many kinds', () => {
  test.each(samples)('$of', ({ text, rows, records }) => {
    expect(read(text, rows)).toMatchObject(records);
  });
});

test('a bracket that has to be thought of makes a number less sure', () => {
  const [record] = read('青政办发〔201836号\n关于成立领导小组的通知\n经研究，决定成立领导小组。');
  expect(record?.evidence['doc_number']?.[0]?.confidence).toBe(0.8);
});
