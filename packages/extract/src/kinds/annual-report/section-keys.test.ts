import { expect, test } from 'vitest';
import { sectionKeyOf } from './section-keys.ts';

test.each([
  ['概述', 'overview'],
  ['2017 年政府政务公开工作总体情况', 'overview'],
  ['政府信息公开工作的基本概况', 'overview'],
  ['主要任务落实情况', 'overview'],
  ['重点领域信息公开工作推进情况', 'key_areas'],
  ['结合部门实际，深化重点领域信息公开', 'key_areas'],
  ['主动公开政府信息的情况', 'proactive'],
  ['政府信息主动公开情况', 'proactive'],
  ['主动公开政府信息及公开平台建设情况', 'proactive'],
  ['政府信息公开情况', 'proactive'],
  ['回应解读情况', 'response'],
  ['发布解读、回应社会关切以及互动交流情况', 'response'],
  ['依申请公开政府信息和不予公开政府信息的情况', 'requests'],
  ['政府信息依申请公开办理情况', 'requests'],
  ['收到和处理政府信息公开申请情况', 'requests'],
  ['咨询处理情况', 'consultation'],
  ['领导信箱处理情况', 'consultation'],
  ['政府信息公开的收费及减免情况', 'fees'],
  ['人员和收支情况', 'fees'],
  ['因政府信息公开申请行政复议、提起行政诉讼的情况', 'remedies'],
  ['复议、诉讼和申诉举报等情况', 'remedies'],
  ['机构建设、保障经费和会议培训情况', 'institution'],
  ['政府信息公开工作存在的主要问题及改进措施', 'problems'],
  ['存在问题、下步工作计划', 'problems'],
  ['存在不足及改进措施', 'problems'],
  ['其他需要报告的事项', 'other'],
  ['政府信息公开情况统计表（2017年度）', 'statistics_table'],
  ['附表', 'statistics_table'],
  ['完善保障机制，不断加大工作推进力度', null],
])('%s → %s', (title, key) => {
  expect(sectionKeyOf(title)).toBe(key);
});
