/** 文种: the last genre word at the end of a title, outside book marks and brackets. */
import { ATTACHED_GENRES, GENRE_OF, STATUTORY_GENRES } from '../lexicon/genres.ts';
import type { Rule } from '../rule.ts';

const WORDS = [...STATUTORY_GENRES, ...ATTACHED_GENRES].sort((a, b) => b.length - a.length);
/** （试行）, （2020年第9期）, （征求意见稿） stand behind the genre and are no part of it. */
const REMARK = /(?:[（(][^（）()]{1,40}[）)]\s*)+$/u;
const INSIDE_MARKS = /^《[^》]*》$/u;
/** 来函, 公函: words that only end like a genre. */
const LOOKALIKE = /(?:来|公|信|密)函$|(?:命|号|司|指)令$|口令$/u;

export const genre: Rule<string> = {
  id: 'title/genre',
  cite: '《党政机关公文处理工作条例》 (2012) art. 8',
  *find(text) {
    const bare = text.replace(REMARK, '').trimEnd();
    const inner = INSIDE_MARKS.test(bare) ? bare.slice(1, -1) : bare;
    const flat = inner.replace(/\s+/gu, '');
    const word = WORDS.find((w) => flat.endsWith(w) && flat.length > w.length);
    if (word === undefined || (LOOKALIKE.test(flat) && !flat.endsWith('命令'))) return;
    yield { value: GENRE_OF[word] ?? word, start: 0, end: text.length };
  },
};
