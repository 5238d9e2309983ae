/** Marks of the content management systems that agencies use: how to know them, where their text is. */

export interface Family {
  readonly name: string;
  /** In the source of the page. */
  readonly source: RegExp;
  /** In its address. */
  readonly address: RegExp | null;
}

/** Tried in this order; a mark in the source is worth more than one in the address. */
export const families: readonly Family[] = [
  {
    name: 'jpaas',
    source: /jpaas-web-server|jpaas-publish|jpaas\.jsp/i,
    address: /\/art\/\d{4}\/art_[0-9a-f]{32}\.html/i,
  },
  {
    name: 'jcms',
    source:
      /<!--<\$\[|ZJEG_RSS\.content\.begin|\/module\/(jslib|download|visitcount|jpage)\/|大汉版通|name=["']ContentStart/i,
    address: /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_\d+_\d+|\/col\/col\d+\//i,
  },
  {
    name: 'vsb',
    source: /vsb_content|v_news_content|_newscontent_fromname|\/system\/_content\/|wbnewsid/i,
    address: /\/info\/\d+\/\d+\.htm|wbtreeid=/i,
  },
  {
    name: 'trs',
    source: /TRS_Editor|trs_editor_view|Custom_UnionStyle|trs_paper|\/was5\/web\//i,
    address: /\/\d{6}\/t\d{8}_\d+\.s?html?/i,
  },
  {
    name: 'ucap',
    source: /UCAP-CONTENT|ucapcontent|pages_content/i,
    address: /\/c\d{4,}\/\d{6}\/[0-9a-f]{32}\.s?html/i,
  },
  {
    name: 'nfcms',
    source: /gkmlpt|NFCMS|nfcms/i,
    address: /\/content\/post_\d+\.html|\/gkmlpt\//i,
  },
  {
    name: 'longxun',
    source: /wh_x_c|j-fontContent|XxgkAnnualReport|OpennessContent/i,
    address: /\/(XxgkAnnualReport|OpennessContent)\/|\/public\/\d+\/\d+\.html/i,
  },
];

/** Characters of the source in which marks are looked for. */
const searched = 400_000;

/** The family that made a page, or null. */
export function familyOf(html: string, url: string | null): string | null {
  const head = html.slice(0, searched);
  const found =
    families.find(({ source }) => source.test(head)) ??
    families.find(({ address }) => url !== null && address?.test(url) === true);
  return found?.name ?? null;
}

/** Comments and meta tags (`meta:` and the name) that stand around the text, opening and closing. */
export const contentComments: readonly (readonly [RegExp, RegExp])[] = [
  [/^<\$\[信息内容\]>begin/, /^<\$\[信息内容\]>end/],
  [/^ZJEG_RSS\.content\.begin/, /^ZJEG_RSS\.content\.end/],
  [/^meta:ContentStart$/i, /^meta:ContentEnd$/i],
];

/** Comments that designers write around a column, of which the text is a part. */
export const layoutComments: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^\s*(文章|信息|正文)?(正文|内容)\s*(begin|start|开始)/i,
    /^\s*(文章|信息|正文)?(正文|内容)\s*(end|结束)/i,
  ],
];

/** The comment in front of the title in 大汉 pages. */
export const titleComment = /^<\$\[(标题|标题名称|标题名称\(html\))\]>begin/;

/** Containers that hold the text and nothing else, so that a short text in them is believed. */
export const ownContainers: readonly string[] = [
  '#zoom',
  '#Zoom',
  '#UCAP-CONTENT',
  '#vsb_content',
  '.v_news_content',
  '.trs_editor_view',
  '.TRS_Editor',
  '.Custom_UnionStyle',
  '#ivs_content',
  '#wh_x_c',
  '.j-fontContent',
  '.pages_content',
  '#NewsContent',
  '#contentText',
  '#mainText',
  '#articleContent',
  '#article-content',
  '#news_content',
  '#zw',
  '#js_content',
];

/** Containers whose names other boxes bear too: believed when they hold a text. */
export const likelyContainers: readonly string[] = [
  '.article-content',
  '.articleContent',
  '.article_content',
  '.article-con',
  '.article_con',
  '.article-body',
  '.art_con',
  '.artcon',
  '.xxgk_content',
  '.zfxxgk_content',
  '.xl-xqnr',
  '.xl_cont',
  '.xl_con',
  '.content-text',
  '.text-main',
  '.news_content',
  '.newscontent',
  '.nrcontent',
  '.con_text',
  '.wzcon',
  '.zwnr',
  '.zhengwen',
  '.entry',
  '.WordSection1',
  '.Section1',
  '.Section0',
  '.content',
  '#content',
  '.con',
  'article',
  'main',
];
