import { expect, test } from 'vitest';
import { bodyOf, treeOf } from '../tree/tree.ts';
import { breadcrumb, waypoints } from './breadcrumb.ts';

test.each<[string, string[]]>([
  ['您现在的位置：首页 > 信息公开 > 年报', ['首页', '信息公开', '年报']],
  ['当前位置: 首页>>信息公开>>正文', ['首页', '信息公开', '正文']],
  ['首页 » 政务公开 » 通知公告', ['首页', '政务公开', '通知公告']],
  ['您現(xiàn)在所在的位置: 網(wǎng)站首頁(yè) > 年報(bào)', ['網(wǎng)站首頁(yè)', '年報(bào)']],
  ['你的位置：首页 / 信息公开 / 年报', ['首页', '信息公开', '年报']],
  ['位置优越，交通便利', []],
  ['甲 > 乙 > 丙', []],
  ['当前位置', []],
  ['指标：公开率 > 90 %，答复率 > 95 %', []],
])('%s', (line, way) => {
  expect(waypoints(line)).toEqual(way);
});

const read = (html: string): string[] => {
  return breadcrumb(bodyOf(treeOf(html)), (href) => href).blocks.map(({ text, href }) =>
    `${text} ${href ?? ''}`.trim(),
  );
};

test('a way that is printed in cells of a table is put together', () => {
  const html =
    '<table><tr><td>当前位置：</td><td><a href="/">首页</a></td><td> &gt; <a href="/a">公开</a></td></tr></table><p>正文在此。</p>';
  expect(read(html)).toEqual(['首页 /', '公开 /a']);
});

test('links without signs between them are a way when nothing else follows the words', () => {
  const html =
    '<ul><li>当前位置：<a href="/">首页</a></li><li><a href="/a">公开</a></li><li><a href="/b">处罚</a></li></ul>';
  expect(read(html)).toEqual(['首页 /', '公开 /a', '处罚 /b']);
});
