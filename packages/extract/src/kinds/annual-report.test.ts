import { describe, expect, test } from 'vitest';
import { tableOf } from '../document-of.ts';
import { head2014, matrixOf, remediesOf, rows2014 } from '../forms/form-of.ts';
import type { AnnualReport } from '../record.ts';
import { replay } from '../replay.ts';
import { reportOf } from './annual-report/report-of.ts';
import { isReportTitle } from './annual-report/title.ts';

const TITLE = '临江市水务局2017年政府信息公开工作年度报告';

describe('titles', () => {
  test.each([
    '某县水务局2017年度政府信息公开工作年度报告',
    '2019年某市政府信息公开年度报告',
    '某局信息公开年报',
    '某局政务公开年报',
    '某局公开信息年报',
    '某区政府信息公开工作总结',
    '某局2018年政府信息公开工作报告（图解）',
  ])('%s', (title) => {
    expect(isReportTitle(title)).toBe(true);
  });

  test.each([
    '某市政府信息公开指南',
    '某市政府信息公开目录',
    '关于做好2018年政府信息公开工作年度报告编制工作的通知',
    '政府信息公开统计制度',
    '《2018年政府信息公开工作年度报告》解读',
    '2022年上半年政府信息公开工作报告',
    '某市2017年部门决算公开',
  ])('%s is none', (title) => {
    expect(isReportTitle(title)).toBe(false);
  });
});

const narrative = (...lines: string[]): AnnualReport => reportOf(TITLE, ...lines);

describe('a report in prose', () => {
  const report = narrative(
    '市政务公开办：',
    '根据《中华人民共和国政府信息公开条例》，编制本报告。本报告中所列数据的统计期限自2017年1月1日起至12月31日止。',
    '一、概述',
    '2017年，我局编写了《2016年度政府信息公开工作报告》，举办2016年“5·15”活动回顾展。',
    '二、主动公开政府信息情况',
    '2017年，本局门户网站主动公开信息87条。',
    '三、依申请公开政府信息情况',
    '全年共受理依申请公开41件，均全部办结。在15个工作日内答复，接听12345热线转办3次。',
    '四、收费及减免情况',
    '无',
    '五、复议、诉讼和申诉举报等情况',
    '发生行政复议案件1件。',
    '六、存在的主要问题及改进措施',
    '至今没有信息公开专职人员。一是公开不够主动；二是形式不够丰富。',
    '下一步，我局将计划公开信息500条。一是加强培训；二是扩大渠道；三是完善制度。',
    '七、其他需要报告的事项',
    '无',
  );

  test('its statistics, and nothing else', () => {
    const read = Object.entries(report.statistics).map(([key, { value, status }]) => [
      key,
      `${value} ${status}`,
    ]);
    expect(Object.fromEntries(read)).toEqual({
      channel_website: '87 reported',
      proactive_total: '87 derived',
      requests_received_total: '41 reported',
      requests_completed_total: '41 derived',
      fees_collected_10k_yuan: '0 zero_by_statement',
      reconsideration_total: '1 reported',
      staff_full_time: '0 zero_by_statement',
    });
  });

  test('trap 1: a heading without a value is no value', () => {
    expect(report.statistics).not.toHaveProperty('litigation_total');
    expect(report.statistics).not.toHaveProperty('complaints_total');
    expect(report.summary).toMatchObject({ litigation_total: null, granted: null, fees_yuan: 0 });
  });

  test('year, period, addressee, era', () => {
    expect(report).toMatchObject({
      report_year: 2017,
      year_conflict: false,
      period: { start: '2017-01-01', end: '2017-12-31' },
      addressee: '市政务公开办',
      form_era: 'narrative_only',
      declared_parts: [],
      truncated: false,
      conflicts: [],
      checks: [],
    });
  });

  test('problems and measures', () => {
    expect(report.narrative).toEqual({
      problems: ['公开不够主动', '形式不够丰富。'],
      measures: ['加强培训', '扩大渠道', '完善制度。'],
    });
  });

  test('every quote gives its value again', () => {
    for (const [key, fact] of Object.entries(report.statistics)) {
      const path = `statistics.${key}`;
      const quotes = report.evidence[path] ?? [];
      expect(quotes.map(({ rule, quote }) => replay(rule, quote, path))).toEqual([fact.value]);
    }
  });
});

describe('a report with the form of 2014-2018', () => {
  const values = {
    proactive_total: '318',
    channel_website: '201',
    channel_weibo: '64',
    channel_wechat: '53',
    requests_received_total: '12',
    requests_in_person: '3',
    requests_online: '5',
    requests_by_letter: '4',
    requests_completed_total: '12',
    requests_completed_on_time: '12',
    replies_total: '12',
    replies_granted: '11',
    replies_refused: '1',
    refused_state_secret: '/',
    refused_other_statutory: '1',
    fees_collected_10k_yuan: '/',
    staff_total: '3',
    staff_full_time: '1',
    staff_part_time: '1',
  };
  const report = reportOf(
    TITLE,
    '本年报由概述，主动公开政府信息情况，依申请公开政府信息情况，收费及减免情况以及政府信息公开情况统计表组成。',
    '一、概述',
    '召开会议部署信息公开工作2次。',
    '二、主动公开政府信息情况',
    '全年主动公开政府信息318条。',
    '三、依申请公开政府信息情况',
    '共收到依申请公开信息14件。',
    '四、收费及减免情况',
    '没有收取任何费用。',
    '五、政府信息公开情况统计表（2017年度）',
    tableOf([head2014, ...rows2014(values)]),
  );

  test('trap 10: table and prose disagree, the table stands, both are kept', () => {
    expect(report.statistics['requests_received_total']).toMatchObject({
      value: 12,
      source: 'table',
    });
    expect(report.conflicts).toEqual([
      {
        key: 'requests_received_total',
        claims: [
          { value: 12, unit: '件', source: 'table', quote: '12' },
          { value: 14, unit: '件', source: 'prose', quote: '共收到依申请公开信息14件' },
        ],
      },
      {
        key: 'fees_collected_10k_yuan',
        claims: [
          { value: null, unit: '万元', source: 'table', quote: '/' },
          { value: 0, unit: '万元', source: 'prose', quote: '没有收取任何费用' },
        ],
      },
      {
        key: 'meetings_held',
        claims: [
          { value: 0, unit: '次', source: 'table', quote: '0' },
          { value: 2, unit: '次', source: 'prose', quote: '召开会议部署信息公开工作2次' },
        ],
      },
    ]);
  });

  test('a cell that claims nothing leaves the summary to the text', () => {
    expect(report.statistics['fees_collected_10k_yuan']?.value).toBeNull();
    expect(report.summary.fees_yuan).toBe(0);
  });

  test('checks stand in the order of their ids and judge without mending', () => {
    const verdicts = report.checks.map(({ id, verdict }) => `${id} ${verdict}`);
    expect(verdicts.slice(0, 9)).toEqual([
      'C1 holds',
      'C2 holds',
      'C3 holds',
      'C4 holds',
      'C5 holds',
      'C6 holds',
      'C7 holds',
      'C8 fails',
      'C9 holds',
    ]);
    expect(report.statistics['staff_total']?.value).toBe(3);
    expect(verdicts).toContain('P1.requests_received_total fails');
    expect(verdicts).toContain('P1.proactive_total holds');
  });

  test('trap 3: channels need not add up to the total', () => {
    expect(report.checks.find(({ id }) => id === 'C9')).toMatchObject({ left: 318, right: 318 });
  });

  test('the parts that it promises are there', () => {
    expect(report.declared_parts).toHaveLength(5);
    expect(report.truncated).toBe(false);
  });

  test('the form is no prose', () => {
    expect(report.extra_statistics).toEqual([]);
    expect(report.extra_rows).toEqual([]);
  });
});

describe('a report with the form since 2021', () => {
  const numbers = ['52', '4', '8', '1', '65', '1', '2', '3', '4', '10', '1', '0', '0', '0', '1'];
  const matrix = {
    'received_this_year.natural_person': '9',
    'received_this_year.total': '9',
    'granted.natural_person': '5',
    'granted.total': '5',
    'refused.state_secret.natural_person': '1',
    'refused.state_secret.total': '1',
    'refused.administrative_query.natural_person': '2',
    'refused.administrative_query.total': '2',
    'results_total.natural_person': '8',
    'results_total.total': '8',
    'carried_over_out.natural_person': '1',
    'carried_over_out.total': '1',
  };
  const report = reportOf(
    '临江市2022年政府信息公开工作年度报告',
    '一、总体情况',
    '2022年，全市共受理政府信息公开申请9件，答复8件。行政诉讼11件，其中结果纠正2件。制作政策解读17个。',
    '二、收到和处理政府信息公开申请情况',
    tableOf(matrixOf('2021_plus', matrix)),
    '三、政府信息公开行政复议、行政诉讼情况',
    tableOf(remediesOf(numbers)),
    '四、其他需要报告的事项',
    '全年收取信息处理费2610元。',
  );

  test('era, summary and what only the text says', () => {
    expect(report.form_era).toBe('2021_plus');
    expect(report.summary).toEqual({
      proactive_total: null,
      requests_received: 9,
      requests_completed: 8,
      granted: 5,
      partially_granted: 0,
      refused: 3,
      reconsideration_total: 65,
      reconsideration_corrected: 4,
      litigation_total: 11,
      litigation_corrected: 2,
      fees_yuan: 2610,
      staff_full_time: null,
      staff_part_time: null,
      interpretation_articles: 17,
    });
    expect(report.statistics).not.toHaveProperty('requests_received_total');
    expect(report.conflicts).toEqual([]);
  });

  test('its identities, in the order of their ids', () => {
    const ids = report.checks.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['M1.natural_person', 'M1.enterprise']);
    expect(ids.indexOf('M2.total')).toBeLessThan(ids.indexOf('M3.received_this_year'));
    expect(ids.filter((id) => id.startsWith('M4'))).toEqual([
      'M4.reconsideration',
      'M4.litigation_direct',
      'M4.litigation_after_reconsideration',
    ]);
    expect(report.checks.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  });
});

describe('trap 5: the era is that of the table, never of the year', () => {
  test.each(['2008', '2019', '2023'])('%s', (year) => {
    const report = reportOf(
      `临江市水务局${year}年政府信息公开工作年度报告`,
      '一、政府信息公开情况统计表',
      tableOf([head2014, ...rows2014({ requests_received_total: '3' })]),
    );
    expect(report).toMatchObject({ form_era: '2014_2018', report_year: Number(year) });
  });

  test('a form that was never filled in reports nothing', () => {
    const report = reportOf(TITLE, '一、政府信息公开情况统计表', tableOf(rows2014({}, '')));
    expect(Object.values(report.statistics).filter(({ value }) => value !== null)).toEqual([]);
    expect(Object.values(report.summary).filter((value) => value !== null)).toEqual([]);
  });
});

describe('the year', () => {
  test('trap 20: a wrong year in the text is a contradiction, not the year', () => {
    const report = reportOf(
      '临江市水务局2018年政府信息公开工作年度报告',
      '一、概述',
      '2017年，我局主动公开政府信息30条。2017年，未收到政府信息公开申请。2017年，工作平稳。',
    );
    expect(report).toMatchObject({ report_year: 2018, year_conflict: true });
    expect(report.statistics['proactive_total']?.value).toBe(30);
  });

  test('without one in title and period, that of most sentences', () => {
    const report = reportOf(
      '临江市水务局信息公开年报',
      '现公布2017年度临江市水务局信息公开工作年度报告。',
      '一、概述',
      '我局编写了《2016年度信息公开报告》。2018年，我局将继续努力。',
    );
    expect(report).toMatchObject({ report_year: 2017, year_conflict: false });
  });
});

describe('promised parts', () => {
  test('a report that breaks off', () => {
    const report = reportOf(
      TITLE,
      '本报告由概述、重点领域信息公开情况和公开工作情况、主动公开政府信息以及公开平台建设情况、因政府信息公开申请行政复议、提起行政诉讼的情况、信息公开工作存在的主要问题及改进情况等部分组成。',
      '一、概述',
      '工作平稳。',
      '二、重点领域的信息公开情况',
      '工作平稳。',
    );
    expect(report.declared_parts).toEqual([
      '概述',
      '重点领域信息公开情况和公开工作情况',
      '主动公开政府信息以及公开平台建设情况',
      '因政府信息公开申请行政复议、提起行政诉讼的情况',
      '信息公开工作存在的主要问题及改进情况',
    ]);
    expect(report.truncated).toBe(true);
  });
});

describe('a scanned form', () => {
  const received = { requests_received_total: '9', requests_online: '7', requests_by_letter: '2' };
  const scanned = (label: string, sure: number) =>
    tableOf([
      head2014,
      ...rows2014(received).map((row) =>
        row[0]?.includes(label) ? [row[0], row[1] ?? '', { text: row[2] ?? '', sure }] : row,
      ),
    ]);
  const statisticsOf = (label: string) =>
    reportOf(TITLE, '一、政府信息公开情况统计表', scanned(label, 0.6)).statistics;

  test('a digit that no sum confirms is doubtful', () => {
    expect(statisticsOf('举报投诉数量')['complaints_total']).toMatchObject({
      status: 'ocr_suspect',
      confidence: 0.6,
    });
  });

  test('a digit that a sum confirms is not', () => {
    expect(statisticsOf('网络申请数')['requests_online']).toMatchObject({
      status: 'reported',
      value: 7,
    });
  });
});
