/** 解读机关, 解读人 and 联系方式 of an interpretation. */
import { type Rule, rule } from '../rule.ts';

const labelled = (id: string, label: string, value: string): Rule<string> =>
  rule({
    id,
    cite: 'seen on agency pages: the block 解读机关, 解读人, 联系方式 under an interpretation',
    pattern: new RegExp(
      `(?:${label})[\\s\\u3000]{0,4}[:：][\\s\\u3000]{0,4}(?<value>${value})`,
      'gu',
    ),
    produce: ({ value: text = '' }) => text.trim() || undefined,
  });

export const interpreterAgency = labelled(
  'interpretation/interpreter-agency',
  '解读(?:机关|单位|部门|机构)',
  '[\\p{Script=Han}（）()]{3,40}',
);
export const interpreterPerson = labelled(
  'interpretation/interpreter-person',
  '解读人(?:员)?',
  '\\p{Script=Han}[\\p{Script=Han}·]{1,11}',
);
export const interpreterContact = labelled(
  'interpretation/interpreter-contact',
  '联系(?:方式|电话)|咨询电话',
  '[0-9０-９][0-9０-９\\-—－ ]{5,20}[0-9０-９]',
);
