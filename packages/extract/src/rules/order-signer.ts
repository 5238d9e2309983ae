/** 签署人 of an order (令): a post and a name where others put the agency's name (GB/T 9704-2012 §10.2). */
import { type Rule, rule } from '../rule.ts';

const POST =
  '(?:国家主席|总理|主席|省长|自治区主席|市长|州长|盟长|县长|区长|旗长|特首|部长|主任|局长|署长|行长|审计长|厅长|委员长)';

export const orderSigner: Rule<string> = rule({
  id: 'document/order-signer',
  cite: 'GB/T 9704-2012 §10.2',
  pattern: new RegExp(
    `^[\\s\\u3000]*(?:代)?${POST}[\\s\\u3000]{1,8}(?<name>\\p{Script=Han}(?:[\\s\\u3000]{0,4}[\\p{Script=Han}·]){1,11})[\\s\\u3000]*$`,
    'gu',
  ),
  produce: ({ name = '' }) => name.replace(/[\s\u3000]/gu, ''),
});
