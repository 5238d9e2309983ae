import { cases } from './cases.ts';
import { indexTerms, subjectTerms } from './subject-terms.ts';

export const tables = [
  cases<readonly string[]>({
    rule: subjectTerms,
    reads: [
      [
        ['规划', '管理', '通知'],
        '主题词：规划　管理　通知',
        '主 题 词: 规划 管理 通知',
        '主题词：规划；管理；通知',
      ],
    ],
    ignores: ['主题词：', '以主题词分类'],
  }),
  cases<readonly string[]>({
    rule: indexTerms,
    reads: [[['机场', '机构', '批复'], '机场 机构 批复', '机场;机构;批复']],
    ignores: [
      '信息公开；年报', // 关键词: no genre at the end
      '通知',
      '规划 管理',
    ],
  }),
];
