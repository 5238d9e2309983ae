/** 附件说明: the names of attachments under the body (GB/T 9704-2012 §7.3.4). */
import { type Rule, rule } from '../rule.ts';

const BLANK = '[\\s\\u3000]{0,12}';
const NUMBER = '[0-9０-９]{1,2}[.．、]';
const LABEL = `附${BLANK}件?${BLANK}(?:[:：]${BLANK}(?:${NUMBER}${BLANK})?|[0-9０-９]{1,2}[.．、:：]${BLANK})`;

export const attachmentNames: Rule<string> = rule({
  id: 'document/attachment-name',
  cite: 'GB/T 9704-2012 §7.3.4: no mark behind the name',
  pattern: new RegExp(
    `(?:^${BLANK}(?:${LABEL}|${NUMBER}${BLANK})|(?<=[\\s\\u3000；;])${NUMBER}${BLANK})(?<name>[^。；;：:\\n]{4,80}?)${BLANK}(?:$|[；;。]?(?=[\\s\\u3000]${BLANK}${NUMBER})|[；;](?=${NUMBER}|${BLANK}$))`,
    'gu',
  ),
  produce: ({ name }) => name,
});
