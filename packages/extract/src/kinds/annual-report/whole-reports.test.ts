import { describe, expect, test } from 'vitest';
import type { Block } from '../../document.ts';
import { documentOf, tableOf } from '../../document-of.ts';
import { extract } from '../../extract.ts';
import { disclosureOf } from '../../forms/form-of.ts';
import { faultsOf } from '../../proof.ts';
import type { DocumentRecord } from '../../record.ts';
import { reportOf } from './report-of.ts';
import { wholeReports } from './whole-reports.cases.ts';

describe.each(wholeReports.map((report) => [report.lines[0], report] as const))(
  '%s',
  (_title, { lines, year, parts, summary, problems, measures }) => {
    const report = reportOf(...lines);
    const given = Object.entries(report.summary).filter(([, value]) => value !== null);

    test('its numbers, and no others', () => {
      expect(Object.fromEntries(given)).toEqual(summary);
      expect(report.conflicts).toEqual([]);
    });

    test('its year and its parts, complete', () => {
      expect(report).toMatchObject({ report_year: year, year_conflict: false, truncated: false });
      expect(report.declared_parts).toHaveLength(parts);
    });

    test('what it does badly and means to do', () => {
      expect(report.narrative).toEqual({ problems, measures });
    });

    test('every value has its quote', () => {
      expect(faultsOf(documentOf(...lines), report)).toEqual([]);
    });
  },
);

const kindOf = (...parts: (string | Block)[]): DocumentRecord['kind'] | undefined =>
  extract(documentOf(...parts), { version: 'test' })[0]?.kind;

describe('a title that tells little', () => {
  const chapters = [
    '一、总体情况',
    '2019年主动公开政府信息136条。',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '全年收到政府信息公开申请3件。',
    '四、政府信息公开行政复议、行政诉讼情况',
    '没有。',
    '五、存在的主要问题及改进情况',
    '公开内容不够全面。',
  ];

  test('a report is known by its chapters', () => {
    expect(kindOf('2019年年报', ...chapters)).toBe('annual_report');
    expect(kindOf('青山县水利局年度报告', ...chapters)).toBe('annual_report');
  });

  test('a report is known by its filled-in table', () => {
    const table = tableOf(disclosureOf('2019_2020', {}));
    expect(
      kindOf(
        '2019年年报',
        '一、主动公开政府信息情况',
        table,
        '二、依申请公开政府信息情况',
        '没有。',
      ),
    ).toBe('annual_report');
  });

  test.each([
    '关于做好2019年政府信息公开年度报告编制工作的通知',
    '政府信息公开工作年度报告（格式）',
    '2019年上半年工作报告',
    '2019年法治政府建设年度报告',
  ])('%s is none, whatever chapters it has', (title) => {
    expect(kindOf(title, ...chapters)).not.toBe('annual_report');
  });

  test('a report about something else is none', () => {
    expect(
      kindOf(
        '某局2019年年度工作报告',
        '一、总体情况',
        '推进项目建设。',
        '二、存在的主要问题',
        '投入不足。',
      ),
    ).not.toBe('annual_report');
  });
});

describe('where table and text tell of different things, there is no conflict', () => {
  const TITLE = '沙河区水务局2016年政府信息公开工作年度报告';
  const form = (rows: readonly (readonly string[])[]) =>
    tableOf([['统计指标', '单位', '统计数'], ...rows]);
  const rows = [
    ['（一）主动公开政府信息数', '条', '318'],
    ['（一）收到申请数', '件', ''],
    ['（一）召开政府信息公开工作会议或专题会议数', '次', '5'],
    ['（二）举办各类培训班数', '次', '2'],
  ];

  test('a part of what the row counts, and a blank row', () => {
    const report = reportOf(
      TITLE,
      '一、概述',
      '全年召开政务公开工作推进会2次。收到政府信息公开申请3件。',
      form(rows),
    );
    expect(report.conflicts).toEqual([]);
    expect(report.summary.requests_received).toBe(3);
  });

  test('the whole city and the office itself', () => {
    const report = reportOf(
      TITLE,
      '一、依申请公开情况',
      '全市共收到政府信息公开申请1205件。',
      '市本级共收到政府信息公开申请120件。',
    );
    expect(report.conflicts).toEqual([]);
  });

  test('more than the row counts is a conflict', () => {
    const report = reportOf(TITLE, '一、概述', '全年召开政务公开工作推进会7次。', form(rows));
    expect(report.conflicts.map(({ key }) => key)).toEqual(['meetings_held']);
  });
});

describe('columns of numbers', () => {
  const TITLE = '南屏镇人民政府2017年政府信息公开年度报告';
  const report = (head: readonly string[], cells: readonly string[]) =>
    reportOf(
      TITLE,
      tableOf([
        ['指标名称', '单位', ...head],
        ['主动公开政府信息数', '条', ...cells],
        ['收到申请数', '件', '0', '0'],
        ['行政复议数量', '件', '0', '0'],
        ['行政诉讼数量', '件', '0', '0'],
      ]),
    ).statistics['proactive_total'];

  test.each([
    [['2017年', '2016年'], 326],
    [['2016年', '2017年'], 280],
    [['本年', '上年'], 326],
    [['2017年', '同比增长'], 326],
    [['部门统计数', '社区统计数'], null],
  ])('%j', (head, value) => {
    expect(report(head, ['326', '280'])?.value).toBe(value);
  });

  test('a sum that must be in 元 is kept and doubted', () => {
    const read = reportOf(
      TITLE,
      tableOf([
        ['收到申请数', '件', '1'],
        ['行政复议数量', '件', '0'],
        ['行政诉讼数量', '件', '0'],
        ['依申请公开信息收取的费用', '万元', '400'],
      ]),
    ).statistics['fees_collected_10k_yuan'];
    expect(read?.value).toBe(400);
    expect(read?.confidence).toBeLessThanOrEqual(0.8);
  });
});
