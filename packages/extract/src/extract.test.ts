import { describe, expect, test } from 'vitest';
import { besideOf } from './beside-of.ts';
import type { Block, Document, TextBlock } from './document.ts';
import { documentOf } from './document-of.ts';
import { extract } from './extract.ts';
import { faultsOf } from './proof.ts';
import { type DocumentRecord, type OfficialDocument, recordSchema } from './record.ts';

type Given = readonly (string | Block)[];

/** Extracts, and holds every record to its schema and to its evidence. */
function records(document: Document): DocumentRecord[] {
  const found = extract(document, { version: '1.0.0' });
  for (const record of found) {
    expect(recordSchema.parse(record)).toEqual(record);
    expect(faultsOf(document, record)).toEqual([]);
  }
  return found;
}

const read = (...parts: Given): DocumentRecord[] => records(documentOf(...parts));

function official(record: DocumentRecord | undefined): OfficialDocument {
  if (record?.kind !== 'official_document') throw new TypeError(`not official: ${record?.kind}`);
  return record;
}

const centred = (text: string): TextBlock => ({
  kind: 'paragraph',
  role: 'body',
  text,
  align: 'center',
});

const file = [
  centred('无锡市规划局文件'),
  '锡规发〔2016〕12号',
  centred('关于印发《无锡市规划局档案管理办'),
  centred('法》的通知'),
  '各科（室）、分局、下属单位：',
  '现将《无锡市规划局档案管理办法》印发给你们。请按照《关于加强档案工作的意见》（锡府办〔2015〕7号）执行。',
  '无锡市规划局',
  '二○一六年五月九日',
  '（此件主动公开）',
  '主题词：档案　管理　通知',
  '抄送：市档案局，市政府办公室。',
  '无锡市规划局办公室　　　　2016年5月10日印发',
  '（共印30份）',
  centred('无锡市规划局档案'),
  centred('管　理　办　法'),
  '第一章　总　则',
  '第一条　为加强档案管理，制定本办法。',
  '第二条　本办法自2016年6月1日起施行。',
  '《无锡市规划局档案管理办法》解读',
  '一、通过《办法》规范管理。',
  '二、通过《办法》提高效率。',
];

describe('a notice, its rules and their interpretation in one file', () => {
  const [notice, rules, interpretation] = read(...file);

  test('the elements of the notice', () => {
    expect(official(notice)).toMatchObject({
      parent_id: null,
      title: '关于印发《无锡市规划局档案管理办法》的通知',
      agency: {
        name: '无锡市规划局',
        function: 'planning',
        region: { code: '320200', path: ['江苏省', '无锡市'], as_of: 2016 },
      },
      issued_on: '2016-05-09',
      doc_number: { raw: '锡规发〔2016〕12号', code: '锡规发', year: 2016, serial: 12 },
      issuer_mark: '无锡市规划局文件',
      genre: '通知',
      inner_title: '无锡市规划局档案管理办法',
      inner_genre: '办法',
      addressees: ['各科（室）', '分局', '下属单位'],
      signing_agencies: ['无锡市规划局'],
      disclosure: 'proactive',
      copied_to: ['市档案局', '市政府办公室'],
      printing_office: '无锡市规划局办公室',
      printing_date: '2016-05-10',
      printed_copies: 30,
      subject_terms: ['档案', '管理', '通知'],
      outline: [],
      citations: [
        { title: '无锡市规划局档案管理办法', doc_number: null },
        { title: '关于加强档案工作的意见', doc_number: '锡府办〔2015〕7号' },
      ],
    });
  });

  test('the rules belong to the notice and have no number of their own', () => {
    expect(official(rules)).toMatchObject({
      parent_id: notice?.record_id,
      title: '无锡市规划局档案管理办法',
      genre: '办法',
      agency: { name: '无锡市规划局' },
      doc_number: null,
      issued_on: null,
      effective_on: '2016-06-01',
      outline: [{ level: 1, number: '第一章', title: '总则' }],
    });
    expect(rules?.text).not.toContain('印发给你们');
  });

  test('the interpretation knows what it interprets', () => {
    expect(interpretation).toMatchObject({
      kind: 'interpretation',
      interprets: {
        title: '无锡市规划局档案管理办法',
        doc_number: '锡规发〔2016〕12号',
        record_id: rules?.record_id,
      },
      form: 'text',
      points: [
        { number: '一、', text: '通过《办法》规范管理。' },
        { number: '二、', text: '通过《办法》提高效率。' },
      ],
      issued_on: null,
    });
  });

  test('ids differ, and are the same the next time', () => {
    const ids = read(...file).map(({ record_id }) => record_id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toEqual([notice, rules, interpretation].map((record) => record?.record_id));
  });
});

describe('what stands beside the text', () => {
  const [record] = read(
    besideOf('meta', 'SiteIDCode', '3202000021'),
    besideOf('meta', 'PubDate', '2018-08-03 00:00'),
    besideOf('index', 'written_date', '2018年8月1日'),
    besideOf('index', 'doc_number', '锡规函〔2018〕9号'),
    besideOf('index', 'publisher', '市规划局'),
    besideOf('breadcrumb', '', '首页'),
    besideOf('breadcrumb', '', '信息公开'),
    besideOf('byline', 'source', '本站'),
    besideOf('attachment', '', '报名表.doc', 'http://www.example.gov.cn/a/1.doc'),
    '关于举办培训的通知',
    '各科室：',
    '请报名参加。',
  );

  test('fills the record as found', () => {
    expect(official(record)).toMatchObject({
      published_on: '2018-08-03',
      issued_on: '2018-08-01',
      doc_number: { raw: '锡规函〔2018〕9号' },
      meta: { SiteIDCode: '3202000021', PubDate: '2018-08-03 00:00' },
      breadcrumb: ['首页', '信息公开'],
      byline: { source: '本站' },
      attachments: [
        {
          name: '报名表.doc',
          url: 'http://www.example.gov.cn/a/1.doc',
          media_type: 'application/msword',
          sha256: null,
        },
      ],
    });
  });

  test('mandatory meta tags are filed under their standard names', () => {
    const [page] = read(
      besideOf('meta', 'contentsource', '无锡市规划局'),
      '关于培训的通知',
      '请报名参加。',
    );
    expect(page?.meta).toEqual({ ContentSource: '无锡市规划局' });
  });

  test('a relative name is completed by the code of the site', () => {
    expect(record?.agency).toMatchObject({
      name: '无锡市规划局',
      name_raw: '市规划局',
      region: { code: '320200' },
    });
  });

  test('and is left out where nothing says which city it is', () => {
    const [alone] = read('市规划局关于举办培训的通知', '各科室：', '请报名参加。');
    expect(alone?.agency).toBeNull();
    expect(alone?.diagnostics.map(({ code }) => code)).toEqual(['extract/agency-relative']);
  });
});

describe('the region of an agency', () => {
  const regionOf = (...parts: Given) => read(...parts)[0]?.agency?.region;
  const signed = (name: string, year = 2018): Given => [
    '关于培训的通知',
    '各科室：',
    '请报名参加。',
    name,
    `${year}年8月1日`,
  ];

  test.each([
    ['江苏省宿迁市沭阳县城乡规划局', '321322'],
    ['上海市普陀区人民政府办公室', '310107'],
    ['湘西州水利局', '433100'],
    ['济源市规划局', '419001'],
    ['国家税务总局江苏省税务局', '320000'],
  ])('%s is %s', (name, code) => {
    expect(regionOf(...signed(name))?.code).toBe(code);
  });

  test('a division that is gone is read with the list of its year', () => {
    expect(regionOf(...signed('邢台市桥东区规划局', 2015))).toMatchObject({
      code: '130502',
      name: '桥东区',
      as_of: 2015,
    });
  });

  test('a name that several divisions share needs another sign', () => {
    const [open] = read(...signed('鼓楼区城乡规划局'));
    expect(open?.agency?.region).toBeNull();
    expect(open?.diagnostics.map(({ code }) => code)).toEqual(['extract/region-ambiguous']);
    expect(
      regionOf(besideOf('meta', 'SiteIDCode', '3201060003'), ...signed('鼓楼区城乡规划局'))?.code,
    ).toBe('320106');
    const site = besideOf('meta', 'SiteName', '徐州市鼓楼区人民政府');
    expect(regionOf(site, ...signed('鼓楼区城乡规划局'))?.code).toBe('320302');
  });

  test('ministries have none, towns that of their county', () => {
    expect(regionOf(...signed('教育部'))).toBeNull();
    expect(
      regionOf(besideOf('meta', 'SiteIDCode', '3205830003'), ...signed('清溪镇人民政府'))?.code,
    ).toBe('320583');
  });
});

describe('dates', () => {
  test('the signature goes before the index header, which goes before nothing', () => {
    const index = besideOf('index', 'written_date', '2018-08-05');
    const text = ['关于培训的通知', '各科室：', '请报名参加。'];
    expect(read(index, ...text, '无锡市规划局', '2018年8月1日')[0]?.issued_on).toBe('2018-08-01');
    expect(read(index, ...text)[0]?.issued_on).toBe('2018-08-05');
    expect(read(besideOf('meta', 'PubDate', '2018-08-05'), ...text)[0]?.issued_on).toBeNull();
  });

  test('agency and day of an attached text stand in brackets under its title', () => {
    const [, attached] = read(
      '江西省人民政府转发省水利厅关于加强管理意见的通知',
      '各市：',
      '省水利厅《关于加强管理的意见》已经同意，现转发给你们。',
      '江西省人民政府',
      '二〇〇八年四月一日',
      '关于加强管理的意见',
      '（省水利厅　二〇〇八年三月二日）',
      '为加强管理，提出意见。',
    );
    expect(attached).toMatchObject({ issued_on: '2008-03-02', agency: { name: '江西省水利厅' } });
  });

  test('a time of day says that the index gives the day of publication', () => {
    const index = besideOf('index', 'written_date', '2018-08-05 10:11:12');
    expect(read(index, '关于培训的通知', '请报名参加。')[0]?.issued_on).toBeNull();
  });

  test('the day on which a text was passed is not the day of its signature', () => {
    const [rules] = read(
      '无锡市档案管理条例',
      '（2010年5月1日市人大常委会通过）',
      '第一条　为加强管理，制定本条例。',
    );
    expect(rules?.issued_on).toBeNull();
  });
});

describe('contact', () => {
  test('the sentence of the preamble', () => {
    const [record] = read(
      '无锡市规划局2017年度政府信息公开工作年度报告',
      '如有疑问，请与无锡市规划局办公室联系（地址：无锡市人民路12号；邮编：214000；电话：0510-88765432；传真：0510-88765433；电子邮箱：gk@example.gov.cn）。',
    );
    expect(record?.contact).toEqual({
      office: '无锡市规划局办公室',
      person: null,
      address: '无锡市人民路12号',
      postcode: '214000',
      phone: '0510-88765432',
      fax: '0510-88765433',
      email: 'gk@example.gov.cn',
    });
  });

  test('numbers to complain or to call for help are none', () => {
    const [record] = read(
      '关于抽检的通告',
      '请拨打投诉举报电话88765432反映。',
      '接听咨询电话60次。',
    );
    expect(record?.contact).toBeNull();
  });
});

describe('citations', () => {
  const cited = (...lines: string[]) =>
    read('关于学习的通知', ...lines)[0]?.citations.map(({ title }) => title);

  test('a short form is a repeat, a nested title is named as well', () => {
    expect(
      cited(
        '根据《档案管理条例》（以下简称《条例》）和《关于落实〈年度工作要点〉的通知》，学习《条例》。',
        '再学习《档案管理条例》。',
      ),
    ).toEqual(['档案管理条例', '关于落实〈年度工作要点〉的通知', '年度工作要点']);
  });

  test('a number that only a later mention gives is kept', () => {
    const [record] = read(
      '关于学习的通知',
      '学习《关于加强管理的意见》。',
      '《关于加强管理的意见》（锡府〔2015〕7号）已发。',
    );
    expect(record?.citations).toEqual([
      { title: '关于加强管理的意见', doc_number: '锡府〔2015〕7号' },
    ]);
  });
});

describe('interpretations', () => {
  test('questions and answers, with the signature left out', () => {
    const [record] = read(
      '解读《无锡市档案管理办法》',
      '一、如何申请查阅？需要哪些材料？',
      '可以当面申请。',
      '1.带身份证；',
      '二、何时答复？',
      '当天答复。',
      '无锡市档案局',
      '2018年8月1日',
    );
    expect(record).toMatchObject({
      kind: 'interpretation',
      form: 'q_and_a',
      points: [],
      questions: [
        { q: '如何申请查阅？需要哪些材料？', a: '可以当面申请。\n1.带身份证；' },
        { q: '何时答复？', a: '当天答复。' },
      ],
    });
  });

  test('a picture with hardly a word is graphic', () => {
    const picture = { kind: 'figure', role: 'body', text: '' } as const;
    expect(read('解读《无锡市档案管理办法》', picture)[0]).toMatchObject({
      form: 'graphic',
      points: [],
      questions: [],
    });
  });

  test('the author block names the interpreter', () => {
    const [record] = read(
      '《无锡市档案管理办法》解读',
      '为了规范管理。',
      '解读机关：无锡市档案局',
      '解读人：王明',
      '联系方式：0510-88765432',
    );
    expect(record).toMatchObject({
      interpreter: { agency: '无锡市档案局', person: '王明', contact: '0510-88765432' },
    });
  });
});

test('an order and its regulation are one document under the title of the regulation', () => {
  const [record, ...more] = read(
    '无锡市人民政府令',
    '第31号',
    '《无锡市档案管理办法》已经市政府常务会议通过，现予公布，自2018年11月1日起施行。',
    '市长　王明',
    '2018年9月10日',
    '无锡市档案管理办法',
    '第一条　为加强管理，制定本办法。',
  );
  expect(more).toEqual([]);
  expect(official(record)).toMatchObject({
    title: '无锡市档案管理办法',
    doc_number: { raw: '第31号', serial: 31 },
    agency: { name: '无锡市人民政府' },
    issued_on: '2018-09-10',
    effective_on: '2018-11-01',
  });
});

test('a letter names its agency above the number', () => {
  const [letter] = read(
    '无锡市生态环境局',
    '锡环函〔2020〕55号',
    '关于某项目环评的复函',
    '某某有限公司：',
    '同意你公司申请。',
    '2020年3月3日',
  );
  expect(official(letter)).toMatchObject({
    issuer_mark: '无锡市生态环境局',
    title: '关于某项目环评的复函',
    genre: '函',
    agency: { name: '无锡市生态环境局', function: 'environment' },
    doc_number: { raw: '锡环函〔2020〕55号' },
    issued_on: '2020-03-03',
  });
});

test.each([
  ['关于规划公示的公告', 'official_document'],
  ['青河市2019年政务公开工作要点', 'official_document'],
  ['无锡市规划局2019年政府信息公开工作年度报告', 'annual_report'],
  ['关于做好2019年政府信息公开工作年度报告编制工作的通知', 'official_document'],
  ['一图读懂《无锡市档案管理办法》', 'interpretation'],
  ['关于报送政策解读材料的通知', 'official_document'],
  ['无锡市规划局政府信息公开指南', 'other'],
  ['无锡市2019年部门预算', 'other'],
  ['规划局召开工作会议', 'other'],
])('%s is of kind %s', (title, kind) => {
  expect(read(title, '为做好工作，请各单位知悉。')[0]?.kind).toBe(kind);
});

test('joint documents name every signer', () => {
  const joint = ['关于下达资金的通知', '各市财政局：', '现下达资金。'];
  const signers = (...lines: string[]) =>
    official(read(...joint, ...lines, '2018年6月6日')[0]).signing_agencies;
  expect(signers('江苏省财政厅', '江苏省水利厅')).toEqual(['江苏省财政厅', '江苏省水利厅']);
  expect(signers('江苏省财政厅　江苏省水利厅')).toEqual(['江苏省财政厅', '江苏省水利厅']);
  expect(signers('国　务　院')).toEqual(['国务院']);
});

test.each([
  ['parse/soft-404', '您访问的页面不存在'],
  ['parse/captcha', '请输入验证码'],
  ['parse/list-page', '关于培训的通知'],
] as const)('a page with %s is one record of kind other that says so', (code, text) => {
  const page = documentOf(text);
  const diagnostics = [
    { code, severity: 'warning', message: 'No document.', place: null },
  ] as const;
  const found = records({ ...page, diagnostics });
  expect(found.map(({ kind }) => kind)).toEqual(['other']);
  expect(found[0]?.diagnostics.map((one) => one.code)).toEqual([code]);
});

test('a document without a line gives a record without a value', () => {
  expect(read()[0]).toMatchObject({
    kind: 'other',
    title: null,
    agency: null,
    text: '',
    evidence: {},
  });
});
