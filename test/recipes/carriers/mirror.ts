/**
 * What mirror sites do to a page: traditional characters with the reading behind some of them,
 * widths folded, and a closing tag eaten by a byte that was lost on the way.
 */

import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { Script } from '../script.ts';

const toTraditional = Converter({ from: 'cn', to: 't' });

const folded: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
};

/** Annotates each character that the conversion changed, as these sites do. */
function annotate(text: string): string {
  const traditional = [...toTraditional(text)];
  return [...text]
    .map((character, index) => {
      const shown = traditional[index] ?? character;
      return shown === character ? shown : `${shown}(${pinyin(character)})`;
    })
    .join('');
}

export const asMirrored = (text: string): string =>
  annotate(text.replace(/[，：；（）]/gu, (sign) => folded[sign] ?? sign));

/** Where the mirror lost a byte: the full stop and the tag behind it became this. */
const broken = '?!?/span>';

export function asMirrorPage(script: Script, agency: string, published: string): string {
  const lines = script.blocks.flatMap((block) =>
    'p' in block ? [block.p] : 'title' in block ? [block.title] : [],
  );
  const [title = '', ...body] = lines.map(asMirrored);
  const place = ['网站首页', '政府信息公开', agency, '政府信息公开年报']
    .map(asMirrored)
    .join(' &gt; ');
  const text = body.map((line) => `${line}&nbsp;<br /><br />`).join('\n');
  const once = text.replace('取得了積(jī)極(jí)成效。', `取得了積(jī)極(jí)成效${broken}`);
  return `<html><head><meta charset="utf-8"><title>${title}</title></head><body>
• ${asMirrored('无障碍')}|<br />• ${asMirrored('长辈版')}<br />
${asMirrored(agency)}<br />
${asMirrored('您现在所在的位置')}: ${place}<br />
${title}<br />
${asMirrored('发布时间')}:${published} 00:00 ${asMirrored('来源')}:${asMirrored(agency)} ${asMirrored('字体')}:[ ]<br /><br />
${once}
</body></html>
`;
}
