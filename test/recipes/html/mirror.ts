/** Copies on hijacked hosts: traditional characters, readings in brackets, lost bytes, no markup. */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { utf8, type WebPage } from './page.ts';

const traditional = Converter({ from: 'cn', to: 't' });

/** Traditional, with a reading behind every third character that changed. */
function mirrored(text: string): string {
  let changed = 0;
  return [...traditional(text)]
    .map((character, at) => {
      if (character === text[at]) return character;
      changed += 1;
      return changed % 3 === 0 ? `${character}(${pinyin(text[at] ?? '')})` : character;
    })
    .join('');
}

const paragraphs = [
  '根据条例要求，现将我局2014年政府信息公开工作情况报告如下。',
  '一、基本情况',
  '我局建立组织机构，落实工作措施，持续推进政府信息公开，群众查询办事更加便利，取得明显成效。',
  '二、主动公开情况',
  '全年通过政府网站公开信息97条，未收到公开申请。',
];

const title = '青禾县环境保护局2014年政府信息公开工作报告';

/** No element but `<br>`; everything stands on lines of its own. */
export const mirror: WebPage = {
  name: 'mirror',
  url: 'http://m.old-mirror.example/qh/2015/311.html',
  fileName: null,
  declaredCharset: null,
  bytes: utf8(
    `<html><head><title>${mirrored(title)}</title></head><body>• ${mirrored('无障碍')}|<br>• ${mirrored('长辈版')}<br>
${mirrored('您现在所在的位置')}: ${mirrored('网站首页 > 信息公开 > 青禾县环境保护局 > 年度报告')}<br>
${mirrored(title)}<br>${mirrored('发布时间')}:2015-03-11 00:00 ${mirrored('来源:青禾县环境保护局 字体')}:[ ]<br>&nbsp;<br>
　　${mirrored(paragraphs[0] ?? '')}<br>　　${mirrored(paragraphs[1] ?? '')}&nbsp;&nbsp;<br>
　　${mirrored((paragraphs[2] ?? '').slice(0, -1))}?！?/span> &nbsp;<br>　　${mirrored(paragraphs[3] ?? '')}<br>　　${mirrored(paragraphs[4] ?? '')}<br></body></html>`,
  ),
  expect: {
    charset: 'utf-8',
    cms: null,
    title,
    lines: paragraphs,
    byline: { published: '2015-03-11 00:00', source: '青禾县环境保护局' },
    breadcrumb: ['网站首页', '信息公开', '青禾县环境保护局', '年度报告'],
  },
};
