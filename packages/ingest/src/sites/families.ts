/** The families, in the order in which they are asked. To add one, write its file and its line. */
import { anhui, dated, nfcms, ucap } from './address-only.ts';
import type { Family } from './family.ts';
import { jcms } from './jcms.ts';
import { trs } from './trs.ts';
import { vsb } from './vsb.ts';

export const families: readonly Family[] = [
  trs,
  vsb,
  jcms,
  ucap,
  nfcms,
  anhui,
  // Last: its addresses are the least peculiar.
  dated,
];
