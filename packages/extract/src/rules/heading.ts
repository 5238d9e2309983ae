/** The number and title of a heading at the beginning of a line (GB/T 9704-2012 §7.3.3). */
import type { Rule } from '../rule.ts';

export interface HeadingText {
  /** From 1. */
  readonly level: number;
  /** As printed. */
  readonly number: string;
  readonly title: string;
}

const HAN_NUMBER = '[一二三四五六七八九十百零〇]{1,5}';
const FORMS: readonly (readonly [level: number, form: string])[] = [
  [1, `第[\\s\\u3000]{0,2}${HAN_NUMBER}[\\s\\u3000]{0,2}(?:编|章|部分)(?=[\\s\\u3000]|$)`],
  [2, `第[\\s\\u3000]{0,2}${HAN_NUMBER}[\\s\\u3000]{0,2}节(?=[\\s\\u3000])`],
  [1, `${HAN_NUMBER}[\\s\\u3000]{0,2}(?:、|[.．](?![0-9]))`],
  [2, `[（(][\\s\\u3000]{0,2}${HAN_NUMBER}[\\s\\u3000]{0,2}[）)][、.．]?|[㈠-㈩][、.．]?`],
  [3, '[0-9０-９]{1,3}[\\s\\u3000]?(?:[.．](?![0-9０-９])|、)|[⒈-⒛]'],
  [4, '[（(][0-9０-９]{1,2}[）)]|[0-9０-９]{1,2}[)）]|[⑴-⒇]|[①-⑳]'],
];
const PATTERNS = FORMS.map(
  ([level, form]) => [level, new RegExp(`^[\\s\\u3000]*(${form})[\\s\\u3000]*`, 'u')] as const,
);

/** A colon ends a title only where what stands before it is a phrase, no clause. */
const PHRASE = /^[^，,、；;。：:！？“”]{1,20}[：:]/u;
/** 总　则: the letters of a short title set apart. */
const SPREAD = /(?<=\p{Script=Han})[\s\u3000]+(?=\p{Script=Han})/gu;
const STOP = /[。！？]/u;
const TAIL = /[\s\u3000。：:！？]+$/u;
/** 一个, 三是: words, no numbers of headings. */
const NOT_TITLE = /^[，,。；;：:、）)]/u;

/** Length of the title at the beginning of a text, its stop not counted. */
function titleLength(text: string): number {
  const phrase = PHRASE.exec(text);
  if (phrase) return phrase[0].length - 1;
  const stop = STOP.exec(text);
  return stop ? stop.index : text.replace(TAIL, '').length;
}

export const heading: Rule<HeadingText> = {
  id: 'outline/heading',
  cite: 'GB/T 9704-2012 §7.3.3',
  *find(text) {
    for (const [level, pattern] of PATTERNS) {
      const match = pattern.exec(text);
      const number = match?.[1];
      if (!match || number === undefined) continue;
      const rest = text.slice(match[0].length);
      const length = titleLength(rest);
      if (length === 0 || NOT_TITLE.test(rest)) return;
      const printed = rest.slice(0, length).trimEnd();
      const title = printed.replace(SPREAD, '');
      const start = match[0].indexOf(number);
      yield { value: { level, number, title }, start, end: match[0].length + printed.length };
      return;
    }
  },
};
