/** A question on a line of its own, numbered or marked 问; and a line of its answer. */
import { first, type Rule } from '../rule.ts';
import { heading } from './heading.ts';

export interface Question {
  readonly text: string;
  /** Level of the number; 0 for those marked 问. Questions of one text share it. */
  readonly form: number;
}

const MARKED =
  /^[\s\u3000]*(?:[【[]?问[题]?[\s\u3000]*[0-9０-９一二三四五六七八九十]{0,3}[\s\u3000]*[】\]]?[：:.、]|[Qq][0-9]{0,2}[：:.、])[\s\u3000]*/u;
const ASKS = /[？?][\s\u3000]*$/u;
const ANSWER = /^[\s\u3000]*(?:[【[]?答[案]?[】\]]?[：:]|[Aa][0-9]{0,2}[：:])[\s\u3000]*/u;

export const questionText: Rule<Question> = {
  id: 'interpretation/question',
  cite: '问答 and 答记者问, seen on agency pages: 一、…？, 问：…, Q1：…',
  *find(text) {
    const end = text.trimEnd().length;
    const marked = MARKED.exec(text);
    if (marked && marked[0].length < end) {
      yield { value: { text: text.slice(marked[0].length).trim(), form: 0 }, start: 0, end };
      return;
    }
    const match = ASKS.test(text) ? first(heading, text) : undefined;
    if (!match) return;
    // 一、问：…？ is marked twice.
    const behind = text
      .slice(match.start + match.value.number.length)
      .replace(MARKED, '')
      .trim();
    yield { value: { text: behind, form: match.value.level }, start: match.start, end };
  },
};

export const answerText: Rule<string> = {
  id: 'interpretation/answer',
  cite: '问答 and 答记者问, seen on agency pages: 一、…？, 问：…, Q1：…',
  *find(text) {
    const start = ANSWER.exec(text)?.[0].length ?? 0;
    const value = text.slice(start).trim();
    if (value !== '') yield { value, start: 0, end: text.length };
  },
};
