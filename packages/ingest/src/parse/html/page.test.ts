import { expect, test } from 'vitest';
import { decode } from '../../decode/decode.ts';

const page = `<html><head><meta charset="utf-8"><title>关于开展检查的通知</title></head><body><div class="wrap">
<table><tr><td>索引号：</td><td>QH01/2020-0003</td><td>发布机构：</td><td>青禾县水务局</td></tr>
<tr><td>成文日期：</td><td>2020-03-04</td><td>文号：</td><td>青水发〔2020〕3号</td></tr></table>
<div class="info">来源：青禾县水务局 浏览次数：12</div>
<div class="con"><p>　　请各单位于年底前报送总结材料，并抄送县水务局。</p><p>　　附件：检查表</p></div></div></body></html>`;

test('an index header inside the box of the text is no text', async () => {
  const { decoded, parser } = decode({
    bytes: new TextEncoder().encode(page),
    sha256: '0'.repeat(64),
    url: null,
    fileName: 'page.html',
    declaredType: null,
    declaredCharset: null,
    fetchedAt: null,
  });
  const { pages } = await parser.parse(decoded, { scratch: '' });
  const blocks = pages.flatMap((each) => (each.kind === 'text' ? each.blocks : []));
  const body = blocks.filter(({ role }) => role === 'body');
  expect(body.map((block) => (block.kind === 'table' ? 'table' : block.text.trim()))).toEqual([
    '关于开展检查的通知',
    '请各单位于年底前报送总结材料，并抄送县水务局。',
    '附件：检查表',
  ]);
  expect(blocks.filter(({ role }) => role === 'index').map(({ label }) => label)).toEqual([
    'index_number',
    'publisher',
    'written_date',
    'doc_number',
  ]);
});
