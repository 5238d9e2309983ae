import { describe, expect, test } from 'vitest';
import type { Block } from './document.ts';
import { documentOf, tableOf } from './document-of.ts';
import { explained } from './extract.ts';

const beside = (role: 'index' | 'meta', label: string, text: string): Block => ({
  kind: 'paragraph',
  role,
  label,
  text,
});

const considered = (...parts: readonly (string | Block)[]) =>
  explained(documentOf(...parts), { version: 'test' }).flatMap((one) =>
    one.considered.map(({ path, value, lost }) => ({ path, value, lost })),
  );

describe('what was considered and lost', () => {
  test('another agency, another day', () => {
    expect(
      considered(
        beside('index', 'publisher', '南京市水务局'),
        beside('index', 'written_date', '2018-08-03'),
        '南京市规划局关于规范公示的通知',
        '各分局：',
        '现将公示要求通知如下，请遵照执行。',
        '南京市规划局',
        '2018年8月1日',
      ),
    ).toEqual([
      { path: 'issued_on', value: '2018-08-03', lost: expect.stringContaining('trusted more') },
      { path: 'agency.name', value: '南京市水务局', lost: expect.stringContaining('signed') },
    ]);
  });

  test('another year, and the sentence that the form overrules', () => {
    expect(
      considered(
        beside('index', 'published_date', '2019-03-01'),
        '南京市规划局2017年政府信息公开工作年度报告',
        '一、概述',
        '主动公开政府信息120条。',
        tableOf([
          ['统　计　指　标', '单位', '统计数'],
          ['一、主动公开情况', '——', ''],
          ['（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）', '条', '125'],
          ['（二）通过不同渠道和方式公开政府信息的情况', '——', ''],
          ['1.政府公报公开政府信息数', '条', '0'],
          ['2.政府网站公开政府信息数', '条', '125'],
          ['三、依申请公开情况', '——', ''],
          ['（一）收到申请数', '件', '3'],
          ['1.当面申请数', '件', '3'],
        ]),
      ),
    ).toEqual([
      { path: 'report_year', value: 2018, lost: expect.stringContaining('trusted more') },
      {
        path: 'statistics.proactive_total',
        value: 120,
        lost: expect.stringContaining('the form gives this number'),
      },
    ]);
  });

  test('nothing where there was nothing else', () => {
    expect(considered('南京市规划局关于规范公示的通知', '现将要求通知如下，请执行。')).toEqual([]);
  });
});
