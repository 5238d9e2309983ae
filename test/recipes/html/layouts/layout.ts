/** How one site prints an article: the page it makes of it, and what must be read beside the text. */
import type { Article } from './article.ts';
import type { bodies } from './bodies.ts';
import type { Furniture } from './furniture.ts';

export interface Layout {
  readonly name: string;
  readonly cms: string | null;
  readonly url: string;
  /** How its editors write. */
  readonly writes: keyof typeof bodies;
  /** What is printed beside the text. */
  readonly prints: {
    readonly index: boolean;
    readonly breadcrumb: readonly string[];
    readonly byline: readonly ('published' | 'source')[];
  };
  /** The whole page with `body` as the text of the article. */
  page(article: Article, body: string): Furniture;
}

/** Meta tags of the 政府网站 standard (国办发〔2017〕47号). */
export const standardMeta = ({ title, published, agency }: Article): string =>
  `<meta name="SiteName" content="柳溪市人民政府"><meta name="SiteDomain" content="www.liuxi.example"><meta name="SiteIDCode" content="9988000016">
<meta name="ColumnName" content="通知公告"><meta name="ColumnType" content="信息公开"><meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="${published} 09:20"><meta name="ContentSource" content="${agency}">`;

export const head = ({ title }: Article, more: string, site = '柳溪市人民政府'): string =>
  `<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}_${site}</title>${more}</head>`;

const labels: Readonly<Record<string, string>> = {
  index_number: '索引号',
  publisher: '发布机构',
  published_date: '发布日期',
  doc_number: '文号',
  written_date: '成文日期',
};

/** Label and value of each entry of the header. */
export const entries = ({ index }: Article): (readonly [label: string, value: string])[] => [
  ...Object.entries(index).map(([key, value]) => [labels[key] ?? key, value] as const),
  ['关键词', ''],
  ['有效性', '有效'],
];

/** Links to the files, each written by the layout. */
export const fileLinks = (
  { files }: Article,
  link: (name: string, file: string, at: number) => string,
): string => files.map(([name, file], at) => link(name, file, at)).join('\n');
