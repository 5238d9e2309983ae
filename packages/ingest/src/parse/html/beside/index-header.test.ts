import { expect, test } from 'vitest';
import { bodyOf, treeOf } from '../tree/tree.ts';
import { indexHeader } from './index-header.ts';

function read(html: string): Record<string, string> {
  const header = indexHeader(bodyOf(treeOf(html)));
  return Object.fromEntries(header.blocks.map(({ label, text }) => [label ?? '', text]));
}

const wanted = {
  index_number: 'QH01/2020-0003',
  publisher: '青禾县水务局',
  written_date: '2020-03-01',
};

test.each([
  [
    'four columns',
    '<table><tr><td>索 引 号：</td><td>QH01/2020-0003</td><td>发布机构：</td><td>青禾县水务局</td></tr><tr><td>文　　号：</td><td>&nbsp;</td><td>成文日期：</td><td>2020-03-01</td></tr></table>',
  ],
  [
    'label and value in one cell',
    '<table><tr><td><b>索引号: </b>QH01/2020-0003</td><td><b>发文机关:</b> 青禾县水务局</td></tr><tr><td><b>文号:</b> </td><td><b>生成日期:</b>2020-03-01</td></tr></table>',
  ],
  [
    'a list',
    '<ul><li>索引号：<span>QH01/2020-0003</span></li><li>发布机构：<span>青禾县水务局</span></li><li>文号：<span></span></li><li>成文日期：<span>2020-03-01</span></li></ul>',
  ],
  [
    'a definition list',
    '<dl><dt>索引号</dt><dd>QH01/2020-0003</dd><dt>文号</dt><dd></dd><dt>发布机构</dt><dd>青禾县水务局</dd><dt>成文日期</dt><dd>2020-03-01</dd></dl>',
  ],
  [
    'several pairs on one line',
    '<div><p>索引号：QH01/2020-0003　发布机构：青禾县水务局　成文日期：2020-03-01</p></div>',
  ],
  [
    'above a byline and a short text with a line 附件',
    '<div><table><tr><td>索引号：</td><td>QH01/2020-0003</td><td>发布机构：</td><td>青禾县水务局</td><td>成文日期：</td><td>2020-03-01</td></tr></table><div>来源：县水务局 浏览次数：12</div><div><p>请各单位于年底前报送总结。</p><p>附件：检查表</p><p>关键词：水务</p></div></div>',
  ],
  [
    'printed twice, blank the first time',
    '<table><tr><td>索引号：</td><td>QH01/2020-0003</td><td>发布机构：</td><td>青禾县水务局</td><td>成文日期：</td><td></td></tr><tr><td>名称：</td><td></td></tr></table><ul><li>索引号：QH01/2020-0003</li><li>发布机构：青禾县水务局</li><li>成文日期：2020-03-01</li></ul>',
  ],
])('%s', (_, html) => {
  expect(read(html)).toEqual(wanted);
});

test.each([
  ['two labels are a byline', '<p>发布日期：2020-03-01 来源：水务局</p>'],
  ['a text is none', '<p>本办法的名称：河道管理。发布机构应当注明文号。</p>'],
])('%s', (_, html) => {
  expect(read(html)).toEqual({});
});
