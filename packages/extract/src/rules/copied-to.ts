/** 抄送机关 (GB/T 9704-2012 §7.4.2). */
import { type Rule, rule } from '../rule.ts';

/** 存档: where the file goes, no agency. */
const KEPT = /^(?:本局|本委|本办|本院|本单位)?(?:存档|归档|存)$/u;
const SEPARATOR = /[，,；;。、](?![^（(]*[）)])/u;

export const copiedTo: Rule<readonly string[]> = rule({
  id: 'document/copied-to',
  cite: 'GB/T 9704-2012 §7.4.2',
  pattern:
    /(?<![^\s])(?:抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送)\s{0,4}[:：]\s{0,4}(?<list>\S[^\n]{0,600})/gu,
  produce: ({ list = '' }) =>
    list
      .split(SEPARATOR)
      .map((name) => name.trim())
      .filter((name) => name !== '' && !KEPT.test(name)),
});
