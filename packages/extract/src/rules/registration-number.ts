/** 登记号 of normative documents, unified by a city or province. */
import { type Rule, rule } from '../rule.ts';

export const registrationNumber: Rule<string> = rule({
  id: 'document/registration-number',
  cite: 'local; 规范性文件统一登记、统一编号、统一印发',
  pattern: /(?<![A-Za-z0-9])(?<number>[A-Z]{2,6}\d{0,4}[-—－]\d{4}[-—－]\d{3,6})(?![0-9])/gu,
  produce: ({ number }) => number,
});
