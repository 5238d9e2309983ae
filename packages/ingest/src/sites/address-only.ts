/** Families of which only the addresses are known; their lists are found by the general rules. */
import type { Family } from './family.ts';

const byPath = (id: string, article: RegExp, download?: RegExp): Family => ({
  id,
  isArticle: ({ pathname }) => article.test(pathname),
  ...(download ? { isDownload: ({ pathname }: URL) => download.test(pathname) } : {}),
});

/** 集约化平台 (UCAP), gov.cn among them. */
export const ucap: Family = byPath(
  'ucap',
  /\/c\d+\/(\d{6}\/)?([0-9a-f]{32}|content_\d+)\.s?html?$|\/content\/\d{6}\/content_\d+\.html?$/i,
);

/** 广东 NFCMS and its gkmlpt. */
export const nfcms: Family = byPath('nfcms', /\/post_\d+\.html?$/i, /\/attachment\/\d+\//i);

/** 安徽: `/XxgkAnnualReport/show/2310.html`, `/public/<column>/<id>.html`. */
export const anhui: Family = byPath(
  'anhui',
  /\/(XxgkAnnualReport|OpennessContent)\/show\/\d+\.html?$|\/(public|openness)\/[\w/]{1,80}\/\d+\.html?$/i,
  /\/OpennessContent\/download\//i,
);

/** 湖南, 山东 and others that print the date or the kind into the address. */
export const dated: Family = byPath(
  'dated',
  /\/20\d{6}\/i?\d+\.s?html?$|\/content_\d+\.s?html?$|\/doc_[0-9a-f]+\.s?html?$|\/20\d{2}-?\d{2}(-\d{2}|\/\d{2})?\/[\w-]*\d[\w-]*\.s?html?$/i,
);
