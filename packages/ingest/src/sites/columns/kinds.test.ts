import { expect, test } from 'vitest';
import { kindOfAddress, kindOfName, kindOfTitle } from './kinds.ts';

test.each([
  ['政府信息公开年报', 'reports'],
  ['政府信息公开年度报告', 'reports'],
  ['政府信息公开工作年度报告', 'reports'],
  ['信息公开年报', 'reports'],
  ['年度报告', 'reports'],
  ['年 报', 'reports'],
  ['政府年报', 'reports'],
  ['部门年报', 'reports'],
  ['历年年报', 'reports'],
  ['信息公开年报 更多>>', 'reports'],
  ['企业年报公示', undefined],
  ['统计年报', undefined],
  ['法治政府建设年度报告', undefined],
  ['政府信息公开', 'hub'],
  ['信息公开', 'hub'],
  ['政务公开', 'hub'],
  ['法定主动公开内容', 'hub'],
  ['主动公开', 'hub'],
  ['公开目录', 'hub'],
  ['信息公开指南', undefined],
  ['信息公开制度', undefined],
  ['依申请公开', undefined],
  ['政策文件', 'documents'],
  ['行政规范性文件', 'documents'],
  ['县政府文件', 'documents'],
  ['部门文件', 'documents'],
  ['通知公告', 'documents'],
  ['政策解读', 'interpretations'],
  ['图文解读', 'interpretations'],
  ['解读回应', 'interpretations'],
  ['领导之窗', undefined],
  ['云河要闻', undefined],
  ['互动交流', undefined],
  ['', undefined],
  ['某县人民政府办公室关于印发某县政府信息公开工作年度报告编写办法的通知', undefined],
])('a column %s: %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});

test.each([
  ['云河县2019年政府信息公开工作年度报告', 'reports'],
  ['2016年政务公开工作总结报告', 'reports'],
  ['县档案局2020年信息公开年报', 'reports'],
  ['云河县人民政府办公室关于印发防汛预案的通知', 'documents'],
  ['云河县河道管理办法', 'documents'],
  ['关于公布开放目录的公告（2021年第3号）', 'documents'],
  ['《云河县河道管理办法》政策解读', 'interpretations'],
  ['一图读懂：河道管理办法', 'interpretations'],
  ['县领导调研水库', undefined],
  ['', undefined],
])('a document %s: %s', (title, kind) => {
  expect(kindOfTitle(title)).toBe(kind);
});

test.each([
  ['/zwgk/xxgknb/202001/t20200110_1.html', 'reports'],
  ['/zfxxgk/ndbg/', 'reports'],
  ['/zwgk/zcjd/a.html', 'interpretations'],
  ['/zwgk/gfxwj/2020/a.html', 'documents'],
  ['/nbxw/a.html', undefined],
])('by its address, %s: %s', (path, kind) => {
  expect(kindOfAddress(new URL(path, 'http://a.gov.cn'))).toBe(kind);
});
