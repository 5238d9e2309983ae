/** 发文机关标志: the agency's name and 文件, or the name alone (GB/T 9704-2012 §7.2.4). */
import { type Rule, rule } from '../rule.ts';

export const mastheadName: Rule<string> = rule({
  id: 'document/issuer-mark',
  cite: 'GB/T 9704-2012 §7.2.4',
  pattern: /^[\s\u3000]*(?<mark>\S[^。；：:\n]{1,60}文[\s\u3000]*件)[\s\u3000]*$/gu,
  produce: ({ mark = '' }) => mark.replace(/\s+/gu, ''),
});
