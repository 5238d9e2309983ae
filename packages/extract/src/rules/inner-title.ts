/** The title that a notice issues or forwards: what stands in its book marks. */
import type { Rule } from '../rule.ts';
import { citation } from './citation.ts';

const ISSUING =
  /(?:印发|发布|公布|转发|批转|下发|颁发|颁布|施行|实施|修订|修改|废止|公开征求)[^《]{0,40}$/u;
/** 关于印发防汛应急预案的函: the title without book marks. */
const UNMARKED =
  /(?:印发|颁发|下发)(?<inner>[^《》]{4,60}(?:方案|办法|规定|细则|规划|计划|要点|预案|意见|制度|规则|纲要|条例|规程|规范|指南|目录|清单|分工|标准|措施|要求|章程)(?:[（(][^（）()]{1,12}[）)])?)的(?:通知|函|决定|公告|通告|命令)$/u;

export const innerTitle: Rule<string> = {
  id: 'title/inner-title',
  cite: '《党政机关公文处理工作条例》 art. 8: 通知 issue and forward documents, named in the title',
  *find(text) {
    for (const match of citation.find(text)) {
      if (!ISSUING.test(text.slice(0, match.start))) continue;
      yield { value: match.value.title, start: match.start, end: match.end };
      return;
    }
    const flat = text.replace(/\s+/gu, '');
    const inner = UNMARKED.exec(flat)?.groups?.['inner'];
    if (inner !== undefined) yield { value: inner, start: 0, end: text.length };
  },
};
