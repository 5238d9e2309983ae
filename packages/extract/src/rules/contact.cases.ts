import { cases } from './cases.ts';
import { address, email, fax, office, person, phone, postcode } from './contact.ts';

export const tables = [
  cases({
    rule: phone,
    reads: [
      ['0510-88765432', '电话：0510-88765432', '联系电话:0510—88765432'],
      ['(0510)88765432', '联系电话：（0510）88765432'],
      ['88765432', '联系电话：88765432', '电 话: 88765432'],
      ['13812345678', '联系方式：13812345678'],
      ['0510-88765432', '联系人及电话：王小明，0510-88765432'],
    ],
    ignores: ['邮编：223700', '电话12345', '接听电话60次'],
  }),
  cases({
    rule: fax,
    reads: [['0510-88765433', '传真：0510-88765433']],
    ignores: ['传真申请12件'],
  }),
  cases({
    rule: postcode,
    reads: [['214000', '邮编：214000', '邮政编码:214000', '邮 编：２１４０００']],
    ignores: ['邮编：2140001', '214000'],
  }),
  cases({
    rule: address,
    reads: [['青河市人民路12号', '地址：青河市人民路12号', '办公地址: 青河市人民路12号']],
    quotes: [['地址：青河市人民路12号', '（地址：青河市人民路12号；邮编：214000）']],
    ignores: ['网址：www.example.gov.cn', '邮箱地址：a@example.cn'],
  }),
  cases({
    rule: email,
    reads: [['gk@example.gov.cn', '电子邮箱：gk@example.gov.cn', 'E-mail: gk@example.gov.cn']],
    ignores: ['邮箱：无'],
  }),
  cases({
    rule: person,
    reads: [['王小明', '联系人：王小明', '联系人：王 小 明']],
    quotes: [
      ['联系人：王小明', '(联系人：王小明，联系电话：88765432)'],
      ['联系人及联系电话：王小明', '联系人及联系电话：王小明，88765432'],
    ],
    ignores: ['与联系人沟通'],
  }),
  cases({
    rule: office,
    reads: [
      [
        '青河市规划局办公室',
        '请与青河市规划局办公室联系',
        '请直接向青河市规划局办公室（地址：人民路12号）咨询',
      ],
    ],
    ignores: ['与各部门联系', '请联系'],
  }),
];
