/** What the title of an interpretation names: 《…》解读, 解读《…》, 关于《…》的政策解读, 一图读懂《…》. */
import type { Rule } from '../rule.ts';
import { citation } from './citation.ts';

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
    const title = UNMARKED.exec(text)?.groups?.['title'];
    if (title !== undefined) yield { value: title, start: 0, end: text.length };
  },
};
