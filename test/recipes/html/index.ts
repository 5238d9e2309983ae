/** All recipes of web pages. */
import { mirror } from './mirror.ts';
import { captcha, challenge, empty, list, login, soft404 } from './no-documents.ts';
import type { WebPage } from './page.ts';
import { jcms, longxun, nfcms, tables, trs, ucap, vsb, wordHtml } from './pages.ts';
import { unusual } from './unusual.ts';

export const webPages: readonly WebPage[] = [
  trs,
  jcms,
  vsb,
  ucap,
  nfcms,
  longxun,
  tables,
  wordHtml,
  mirror,
  soft404,
  captcha,
  challenge,
  login,
  list,
  empty,
  ...unusual,
];
