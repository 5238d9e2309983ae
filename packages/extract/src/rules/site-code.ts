/** The division in a 政府网站标识码: its first six digits (国办发〔2017〕47号). */
import { type Rule, rule } from '../rule.ts';

export const siteCode: Rule<string> = rule({
  id: 'region/site-code',
  cite: '《政府网站发展指引》 国办发〔2017〕47号',
  // Sites of ministries begin with `bm` and name no division.
  pattern: /(?<![0-9A-Za-z])(?<code>[1-8][0-9]{5})[0-9]{4}(?![0-9])/gu,
  produce: ({ code }) => code,
});
