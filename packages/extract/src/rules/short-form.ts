/** 以下简称《…》: a short form that the document defines for a full title. */
import { type Rule, rule } from '../rule.ts';

export const shortForm: Rule<string> = rule({
  id: 'citation/short-form',
  cite: 'GB/T 15834-2011: 以下简称',
  pattern:
    /(?:以下|下同|下文)?[，,]?(?:统称|简称)(?:为|作)?[：:]?\s{0,2}[“"]?《(?<title>[^《》]{2,60})》/gu,
  produce: ({ title }) => title,
});
