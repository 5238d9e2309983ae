/** 附注 on publicity: （此件公开发布）, 信息公开形式：主动公开 (GB/T 9704-2012 §7.3.6). */
import { type Rule, rule } from '../rule.ts';

export type Disclosure = 'proactive' | 'on_request' | 'withheld';

const WAYS: readonly (readonly [RegExp, Disclosure])[] = [
  // 不予公开 and 依申请公开 hold 公开 as well: they come first.
  [/不予公开|不公开/u, 'withheld'],
  [/依申请公开/u, 'on_request'],
  [/主动公开|公开发布|对外公开/u, 'proactive'],
];

export const disclosure: Rule<Disclosure> = rule({
  id: 'document/disclosure',
  cite: 'GB/T 9704-2012 §7.3.6',
  pattern:
    /(?:[（(]\s*)?(?:此件|本件|信息公开(?:形式|选项|类别|属性|方式|类型)|公开(?:属性|方式|形式|选项|类别|类型))\s*[:：]?\s*(?<way>[^（）()。；\s]{0,6}(?:公开发布|公开))\s*[。.]?(?:\s*[)）])?/gu,
  produce: ({ way = '' }) => WAYS.find(([pattern]) => pattern.test(way))?.[1],
});
