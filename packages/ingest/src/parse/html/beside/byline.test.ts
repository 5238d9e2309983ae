import { expect, test } from 'vitest';
import { bylineParts } from './byline.ts';

const said = (line: string) =>
  bylineParts(line)
    .filter(({ key, value }) => key !== 'tools' && key !== 'views' && value !== '')
    .map(({ key, value }) => `${key}=${value}`);

test.each<[string, string[]]>([
  [
    '发布时间：2018-02-07 00:00 来源：某局 字体：[ ]',
    ['published=2018-02-07 00:00', 'source=某局'],
  ],
  ['发布日期: 2019-1-1来源: 某局字号: [ ] 浏览次数:', ['published=2019-1-1', 'source=某局']],
  ['来源：某局 时间：2017-01-12 10:01', ['source=某局', 'published=2017-01-12 10:01']],
  ['2021年02月01日来源:市自然资源局', ['published=2021年02月01日', 'source=市自然资源局']],
  ['来源：  时间：2017-01-12', ['published=2017-01-12']],
  ['信息来源: 某县 阅读次数: 编辑:何某某 字体:【', ['source=某县', 'editor=何某某']],
  ['发布日期：2021-01-29 来源：某局 字体： 打印 分享至：', ['published=2021-01-29', 'source=某局']],
  ['2020-04-29 点击数:', ['published=2020-04-29']],
  ['发文日期 2019-02-18 18:33:31 来源 某局', ['published=2019-02-18 18:33:31', 'source=某局']],
  ['发布时间：2020-03-01 | 来源：某局 | 文章类型：原创', ['published=2020-03-01', 'source=某局']],
  [
    '發(fā)布時(shí)間:2018-02-07 來(lái)源:某縣(xiàn)局',
    ['published=2018-02-07', 'source=某縣(xiàn)局'],
  ],
])('%s', (line, parts) => {
  expect(said(line)).toEqual(parts);
});

test.each([
  '一、会议时间：2019年1月1日，来源：群众来信',
  '联系人：何某某 电话：0000-1234567 时间：2019年1月1日 来源：无',
  '作者：何某某 来源：某日报',
  '资金来源：县财政',
  '2018年，我局打印宣传资料，关闭非法网站。',
])('%s: a sentence or one label is no byline', (line) => {
  expect(bylineParts(line)).toEqual([]);
});
