import { cases } from './cases.ts';
import { effectiveFromIssue } from './effective-from-issue.ts';

export const tables = [
  cases({
    rule: effectiveFromIssue,
    reads: [[true, '自发布之日起施行', '自公布之日起实施', '自印发之日起执行', '自颁布之日起试行']],
    quotes: [['自印发之日起施行', '本细则自印发之日起施行，有效期2年。']],
    ignores: [
      '自发布之日起30日后施行', // Which day that is, agencies count differently.
      '自受理之日起五日内',
      '自执行之日起',
      '自2019年3月1日起施行',
    ],
  }),
];
