/** 公开方式 as the index header gives it: the way alone, without its label. */
import { type Rule, rule } from '../rule.ts';
import type { Disclosure } from './disclosure.ts';

const WAYS: Readonly<Record<string, Disclosure>> = {
  主动公开: 'proactive',
  依申请公开: 'on_request',
  不予公开: 'withheld',
  不公开: 'withheld',
};

export const publicity: Rule<Disclosure> = rule({
  id: 'index/disclosure',
  cite: '《政府信息公开条例》 (2019) art. 19, 27: 主动公开, 依申请公开; 公开方式 of index headers',
  pattern: /^[\s\u3000]*(?<way>主动公开|依申请公开|不予公开|不公开)[\s\u3000]*$/gu,
  produce: ({ way = '' }) => WAYS[way],
});
