/** 主题词: keywords in the 版记 of documents before 2012 (GB/T 9704-1999, 版记). */
import { STATUTORY_GENRES } from '../lexicon/genres.ts';
import { type Rule, rule } from '../rule.ts';

const SEPARATOR = /[\s\u3000;；,，、]+/u;

export const subjectTerms: Rule<readonly string[]> = rule({
  id: 'document/subject-terms',
  cite: 'GB/T 9704-1999, 版记; dropped in 2012',
  pattern: /(?<![^\s])主\s{0,4}题\s{0,4}词\s{0,4}[:：]\s{0,8}(?<terms>\S[^\n]{0,200})/gu,
  produce: ({ terms = '' }) =>
    terms
      .trim()
      .split(SEPARATOR)
      .filter((term) => term !== ''),
});

/** The same in an index header, where 关键词 stand as well: 主题词 end with the genre. */
export const indexTerms: Rule<readonly string[]> = rule({
  id: 'index/subject-terms',
  cite: 'GB/T 9704-1999, 版记: the last term is the genre',
  pattern: /^[\s\u3000]*(?<terms>\S[^\n]{0,200})$/gu,
  produce: ({ terms = '' }) => {
    const list = terms
      .trim()
      .split(SEPARATOR)
      .filter((term) => term !== '');
    return list.length >= 2 && STATUTORY_GENRES.includes(list.at(-1) ?? '') ? list : undefined;
  },
});
