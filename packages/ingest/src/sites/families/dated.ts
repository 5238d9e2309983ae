/** 湖南, 山东 and others that print the date or the kind into the address. */
import type { Family } from './family.ts';

const article =
  /\/20\d{6}\/i?\d+\.s?html?$|\/content_\d+\.s?html?$|\/doc_[0-9a-f]+\.s?html?$|\/20\d{2}-?\d{2}(-\d{2}|\/\d{2})?\/[\w-]*\d[\w-]*\.s?html?$/i;

export const dated: Family = { id: 'dated', isArticle: ({ pathname }) => article.test(pathname) };
