import { expect, test } from 'vitest';
import { implausible } from './plausible.ts';
import { plausibleOf } from './usable.ts';

const prose =
  '本机关按照要求编制年度报告，主动公开各类信息，受理公民、法人和其他组织提出的申请，并在规定的期限内作出答复。全年没有因为信息公开被申请行政复议或者提起行政诉讼。';

/** The code of each Han character moved by `by`: what a map that begins at another character tells. */
const han = /\p{Script=Han}/gu;
const shifted = (text: string, by: number): string =>
  text.replace(han, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + by));

const kept: [what: string, text: string][] = [
  ['official prose', prose],
  [
    'in traditional characters',
    '本機關按照規定編製年度報告，並於期限內公開資訊，受理人民申請，作成答覆，全年無訴願或行政訴訟案件發生。',
  ],
  [
    'a list of names',
    '王志强 李秀英 张伟 刘洋 陈静 杨帆 赵磊 黄丽 周敏 吴刚 徐婷 孙浩 马超 朱琳 胡斌 郭涛 林芳 何勇 高翔 罗敏 郑凯 梁宇 谢娜 宋杰 唐慧 许峰 韩雪 冯军 邓超 曹颖 彭博 曾黎 萧山 田甜 董卿 潘虹 袁泉 蔡明 蒋欣 余男',
  ],
  ['amounts', '￥1,234,567.89 ２０１９年 ±3.5% №12 ①②③ 〔2019〕 《》 ——— ……'],
  ['too little to tell', '龘靐齉'],
];

test.each(kept)('%s may be what is printed', (_, text) => {
  expect(implausible(plausibleOf(text))).toBeUndefined();
});

const refused: [what: string, text: string][] = [
  ['shifted far', shifted(prose, 0x900)],
  ['shifted by a few', shifted(prose, 7)],
  ['glyph numbers taken for characters', shifted(prose, -0x4d00)],
  ['bytes taken for letters', 'ÖÐ¹úÕþ¸®ÐÅÏ¢¹«¿ªÄê¶È±¨¸æÖ÷¶¯¹«¿ªÇé¿öÍ³¼Æ±í'],
];

test.each(refused)('%s cannot be', (_, text) => {
  expect(implausible(plausibleOf(text))).toBeDefined();
});
