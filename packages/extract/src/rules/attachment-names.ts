/** 附件说明: the names of attachments under the body (GB/T 9704-2012 §7.3.4). */
import { type Rule, rule } from '../rule.ts';

export const attachmentNames: Rule<string> = rule({
  id: 'document/attachment-name',
  cite: 'GB/T 9704-2012 §7.3.4: no mark behind the name',
  pattern:
    /^[\s\u3000]*(?:附[\s\u3000]*件?[\s\u3000]*(?:[:：][\s\u3000]*(?:[0-9０-９]{1,2}[.．、][\s\u3000]*)?|[0-9０-９]{1,2}[.．、:：][\s\u3000]*)|[0-9０-９]{1,2}[.．、][\s\u3000]*)(?<name>[^。；;：:\n]{4,80}?)[\s\u3000]*$/gu,
  produce: ({ name }) => name,
});
