import { cases } from './cases.ts';
import { mastheadName } from './masthead-name.ts';

export const tables = [
  cases({
    rule: mastheadName,
    reads: [['青河市规划局文件', '青河市规划局文件', '青河市规划局 文 件']],
    ignores: ['按照有关文件：', '请认真学习文件。', '文件'],
  }),
];
