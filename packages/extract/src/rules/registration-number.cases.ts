import { cases } from './cases.ts';
import { registrationNumber } from './registration-number.ts';

export const tables = [
  cases({
    rule: registrationNumber,
    reads: [
      ['QHCR-2023-01005', 'QHCR-2023-01005'],
      ['QHBC01-2018-0003', 'QHBC01-2018-0003'],
    ],
    ignores: ['0510-80001234', 'GB/T 9704-2012', '20191202-189769'],
  }),
];
