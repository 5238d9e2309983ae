/** The families, in the order in which they are asked. To add one, write its file and its line. */
import { anhui } from './anhui.ts';
import { dated } from './dated.ts';
import type { Family } from './family.ts';
import { jcms } from './jcms.ts';
import { jpaas } from './jpaas.ts';
import { nfcms } from './nfcms.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';
import { vsb } from './vsb.ts';

export const families: readonly Family[] = [
  trs,
  vsb,
  jpaas,
  jcms,
  ucap,
  nfcms,
  anhui,
  // Last: its addresses are the least peculiar.
  dated,
];

/** The family of an article's address. */
export const familyOf = (url: URL): Family | undefined =>
  families.find((family) => family.isArticle(url));

/** Whether an address is, by its form, that of an article of a known system. */
export const isArticleAddress = (url: URL): boolean => familyOf(url) !== undefined;
