/** 签发人: who approved an upward document (GB/T 9704-2012 §7.2.6). */
import { type Rule, rule } from '../rule.ts';

const SEPARATOR = /[\s\u3000、，,]+/u;
/** 李　四: a name of two signs is set as wide as one of three. */
const SPACED_NAME =
  /(?<![\p{Script=Han}])(\p{Script=Han})[ \u3000]{1,3}(\p{Script=Han})(?![\p{Script=Han}])/gu;

export const signatories: Rule<readonly string[]> = rule({
  id: 'document/signatories',
  cite: 'GB/T 9704-2012 §7.2.6',
  pattern:
    /签\s{0,2}发\s{0,2}人\s{0,2}[:：]\s{0,4}(?<names>\p{Script=Han}[\p{Script=Han}\s\u3000、，,·]{0,60})/gu,
  produce: ({ names = '' }) => {
    const list = names.trim().replace(SPACED_NAME, '$1$2').split(SEPARATOR);
    return list.every((name) => name.length >= 2 && name.length <= 12) ? list : undefined;
  },
});
