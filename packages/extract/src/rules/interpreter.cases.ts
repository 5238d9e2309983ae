import { cases } from './cases.ts';
import { interpreterAgency, interpreterContact, interpreterPerson } from './interpreter.ts';

export const tables = [
  cases({
    rule: interpreterAgency,
    reads: [['青河市规划局', '解读机关：青河市规划局', '解读单位: 青河市规划局']],
    ignores: ['解读：青河市规划局'],
  }),
  cases({
    rule: interpreterPerson,
    reads: [['王小明', '解读人：王小明']],
    ignores: ['第一解读人职责'],
  }),
  cases({
    rule: interpreterContact,
    reads: [['0510-88765432', '联系方式：0510-88765432', '联系电话：0510-88765432']],
    ignores: ['联系方式：详见附件'],
  }),
];
