/** From when and until when a document is in force, as its own words give the days. */
import { first, type Rule, rule } from '../rule.ts';
import { date, WRITTEN_DATE } from './date.ts';

const day = (text: string | undefined): string | undefined => first(date, text ?? '')?.value;

/** 施行 and its synonyms, without an object: 起实施交通管制 puts no document in force. */
export const IN_FORCE =
  '(?:开始|正式)?(?:施行|实施|执行|生效|试行|实行)(?=[^\\p{Script=Han}]|$|[至到]|有效|试行)';

export const effectiveOn: Rule<string> = rule({
  id: 'document/effective-on',
  cite: 'seen in regulations and normative documents: 自…起施行',
  pattern: new RegExp(
    `(?:[自从于]|本[^，。；]{1,8}?)\\s{0,2}(?<day>${WRITTEN_DATE})\\s{0,2}(?:之日)?(?:起|开始)\\s{0,2}${IN_FORCE}`,
    'gu',
  ),
  produce: (groups) => day(groups['day']),
});

/** What comes to an end on the day: never a tax return or a licence. */
const TERM = '(?:有效期|执行期|施行期|实施期|试行期|有效时间|有效期间|执行期间|政策期)(?:限|间)?';

export const expiresOn: Rule<string> = rule({
  id: 'document/expires-on',
  cite: 'seen in normative documents: 有效期至…, 自…起施行，至…止',
  pattern: new RegExp(
    `(?:${TERM}(?:为|是)?(?:[自从]?\\s{0,2}${WRITTEN_DATE}\\s{0,2}(?:之日)?起?\\s{0,2})?[^。；《》]{0,16}?(?:截止|截)?[至到](?<term>\\s{0,2}${WRITTEN_DATE})(?:止|为止)?` +
      `|[至到]\\s{0,2}(?<stop>${WRITTEN_DATE})\\s{0,2}(?:止|为止|废止|失效|自动失效|自行失效|后?停止执行)` +
      `|(?:执行|试行|施行|实施|有效)[至到]\\s{0,2}(?<until>${WRITTEN_DATE}))`,
    'gu',
  ),
  produce: ({ term, stop, until }) => day(term ?? stop ?? until),
});
