/** What the title of an interpretation names: 《…》解读, 解读《…》, 关于《…》的政策解读, 一图读懂《…》. */
import type { Rule } from '../rule.ts';
import { citation } from './citation.ts';

const GENRE =
  '(?:通知|意见|办法|规定|细则|方案|条例|规划|计划|决定|措施|制度|要点|预案|纲要|规则|标准|目录|政策)';
/** Behind what says that it is a picture: 一图读懂｜…规划. */
const PICTURED = new RegExp(
  `^(?:【?(?:一图|图)(?:读懂|看懂|了解|解|说)】?|图解政策|图解)[\\s\\u3000]*[|｜丨︱:：—\\-]{0,2}[\\s\\u3000]*(?<title>[^《》|｜丨！？]{6,100}${GENRE}(?:[（(][^（）()]{1,20}[）)])?)$`,
  'u',
);
/** Without book marks: 关于…办法的解读. */
const UNMARKED =
  /^(?:关于)?(?<title>[^《》]{6,100}?(?:通知|意见|办法|规定|细则|方案|条例|规划|计划|决定|措施|制度|要点|预案))(?:的)?(?:政策)?解读(?:[（(][^（）()]{1,20}[）)])?$/u;

export const interpretedTitle: Rule<string> = {
  id: 'interpretation/interprets',
  cite: 'seen on agency pages: 《…》解读, 关于《…》的解读, 一图读懂《…》',
  *find(text) {
    for (const { value, start, end } of citation.find(text)) {
      yield { value: value.title, start, end };
      return;
    }
    const title = (UNMARKED.exec(text) ?? PICTURED.exec(text))?.groups?.['title'];
    if (title !== undefined) yield { value: title, start: 0, end: text.length };
  },
};
