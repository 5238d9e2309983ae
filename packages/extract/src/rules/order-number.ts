/** A number alone on its line: 第N号 of an order, 〔2018〕3号 of minutes (GB/T 9704-2012 §10.2, §10.3). */
import { type Rule, rule } from '../rule.ts';
import type { DocNumber } from './doc-number.ts';

export const orderNumber: Rule<DocNumber> = rule({
  id: 'document/order-number',
  cite: 'GB/T 9704-2012 §10.2: 令号 is 第N号, centred under the name',
  pattern:
    /^[\s\u3000]*(?<raw>(?:〔(?<year>[0-9]{4})〕第?|第)\s{0,3}(?<serial>[0-9０-９]{1,5})\s{0,3}号)[\s\u3000]*$/gu,
  produce: ({ raw = '', year, serial = '' }) => ({
    raw,
    code: null,
    year: year === undefined ? null : Number(year),
    serial: Number(serial.normalize('NFKC')),
  }),
});
