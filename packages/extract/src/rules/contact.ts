/** Who to ask: the labelled values of a contact sentence. */
import { type Rule, rule } from '../rule.ts';

const COLON = '[\\s\\u3000]{0,4}[:：]?[\\s\\u3000]{0,4}';
const DIGITS = '[0-9０-９]';
const DASH = '[-－—–‐]';
const PHONE = `(?:[（(]?0${DIGITS}{2,3}[）)]?[\\s]{0,2}${DASH}?[\\s]{0,2})?[2-8２-８]${DIGITS}{6,7}(?:[\\s]{0,2}(?:转|${DASH})[\\s]{0,2}${DIGITS}{1,5})?|1[3-9]${DIGITS}{9}|[48]00${DASH}?${DIGITS}{3,4}${DASH}?${DIGITS}{3,4}`;
const ascii = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[—–‐－]/gu, '-')
    .replace(/\s/gu, '');

/** 联系人及电话：李明，010-…: one label for both. */
const PERSON_AND_PHONE = '联系人(?:员)?(?:及|和|、)(?:其)?(?:联系)?(?:电话|方式)';

/** The value behind a label, up to the next mark. */
const labelled = (
  id: string,
  label: string,
  value: string,
  clean = (text: string) => text.trim(),
) =>
  rule<string>({
    id,
    cite: 'seen in notices and in the preamble of annual reports: a label, then the value',
    pattern: new RegExp(`(?:${label})${COLON}(?<value>${value})`, 'gu'),
    produce: ({ value: text = '' }) => {
      const read = clean(text);
      return read === '' ? undefined : read;
    },
  });

export const phone: Rule<string> = labelled(
  'contact/phone',
  `(?<!传真)(?:联系|咨询|办公|服务|监督|受理)?(?:电\\s{0,2}话|方式)(?:号码)?|${PERSON_AND_PHONE}[:：]\\s{0,2}\\p{Script=Han}{2,6}[\\s\\u3000，,、（(]{1,4}`,
  PHONE,
  ascii,
);

export const fax: Rule<string> = labelled(
  'contact/fax',
  '传\\s{0,2}真(?:电话|号码)?',
  PHONE,
  ascii,
);

export const postcode: Rule<string> = labelled(
  'contact/postcode',
  '邮\\s{0,2}(?:政\\s{0,2})?编(?:\\s{0,2}码)?',
  `${DIGITS}{6}(?!${DIGITS})`,
  ascii,
);

export const address: Rule<string> = labelled(
  'contact/address',
  '(?<![网邮])(?<!邮箱)(?:联系|办公|通讯|通信|邮寄)?地\\s{0,2}址',
  '[\\p{Script=Han}0-9０-９A-Za-z\\-－#（）()·\\s]{4,60}?(?=[，,；;。）)\\n]|邮\\s{0,2}(?:政)?编|电\\s{0,2}话|联系电话|传\\s{0,2}真|$)',
);

export const email: Rule<string> = labelled(
  'contact/email',
  '(?:电子)?邮\\s{0,2}(?:箱|件)(?:地址)?|[Ee]-?[Mm]ail',
  '[A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9.\\-]{3,64}[A-Za-z0-9]',
  ascii,
);

export const person: Rule<string> = labelled(
  'contact/person',
  `联\\s{0,2}系\\s{0,2}人(?:员)?(?=[\\s\\u3000]{0,4}[:：])|${PERSON_AND_PHONE}(?=[\\s\\u3000]{0,4}[:：])`,
  '\\p{Script=Han}[\\p{Script=Han}·\\s\\u3000]{1,12}?(?=[，,；;。、）)(（\\n0-9]|[\\s\\u3000]{0,4}(?:联系)?电\\s{0,2}话|$)',
  (text) => text.replace(/[\s\u3000]/gu, ''),
);

export const office: Rule<string> = rule({
  id: 'contact/office',
  cite: 'seen in the preamble of annual reports: 请与…联系',
  pattern:
    /请(?:直接)?(?:与|向|和|同)(?<office>[^，,。；;：:（）()《》\s]{3,40}?)(?:（[^（）]{1,160}）|\([^()]{1,160}\))?(?:进行)?(?:联系|咨询|反映)/gu,
  produce: ({ office: name }) => name,
});
