/** The division in a 统一社会信用代码: characters 3 to 8 (GB 32100-2015). Weak: it names the registrar. */
import { type Rule, rule } from '../rule.ts';

export const creditCode: Rule<string> = rule({
  id: 'region/credit-code',
  cite: 'GB 32100-2015',
  pattern: /(?<![0-9A-Z])1[12](?<code>[1-8][0-9]{5})[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/gu,
  produce: ({ code }) => code,
});
