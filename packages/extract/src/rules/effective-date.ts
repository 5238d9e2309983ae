/** 自…起施行, and until when. */
import { first, type Rule, rule } from '../rule.ts';
import { date, WRITTEN_DATE } from './date.ts';

const day = (text: string | undefined): string | undefined => first(date, text ?? '')?.value;

export const effectiveOn: Rule<string> = rule({
  id: 'document/effective-on',
  cite: 'seen in regulations and normative documents: 自…起施行',
  pattern: new RegExp(
    `自(?<day>${WRITTEN_DATE})\\s*(?:起|之日起)\\s*(?:开始|正式)?\\s*(?:施行|实施|执行|生效|试行)`,
    'gu',
  ),
  produce: (groups) => day(groups['day']),
});

export const expiresOn: Rule<string> = rule({
  id: 'document/expires-on',
  cite: 'seen in normative documents: 有效期至…',
  pattern: new RegExp(
    `(?:有效期(?:限)?(?:截)?[至到为]|有效期[^。；]{0,20}?至|执行至|试行至)\\s*(?<day>${WRITTEN_DATE})`,
    'gu',
  ),
  produce: (groups) => day(groups['day']),
});
