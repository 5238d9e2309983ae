/** TRS 拓尔思 in GBK: a column of reports for each year, `createPageHTML`, files beside their articles. */
import {
  type Columns,
  type Convention,
  type FamilySite,
  type Listed,
  pagesOf,
} from './family-site.ts';
import { traps } from './mistakes.ts';
import type { Planned } from './plan.ts';
import { anchor, entriesHtml } from './templates.ts';

const perPage = 6;
const folders = {
  reports: 'xxgknb',
  documents: 'zcwj',
  interpretations: 'zcjd',
  news: 'xw',
} as const;
const folderOf = ({ kind, year }: Planned): string =>
  `/zwgk/${folders[kind]}/${kind === 'reports' ? `${year}/` : ''}`;
const monthOf = ({ date }: Planned): string => date.slice(0, 7).replace('-', '');

export const trs: Convention = {
  name: 'trs',
  frame: { charset: 'gb2312', nav: anchor('/zwgk/', '政务公开') },
  content: 'class=TRS_Editor',
  articlePath: (article) =>
    `${folderOf(article)}${monthOf(article)}/t${article.date.replaceAll('-', '')}_${article.id}.html`,
  filePath: (article, extension) => {
    const name = `P0${article.date.replaceAll('-', '')}${article.id}.${extension}`;
    return { path: `${folderOf(article)}${monthOf(article)}/${name}`, href: `./${name}` };
  },
  addColumns,
};

function addColumns(site: FamilySite, { reports, documents, interpretations }: Columns): void {
  const links = [
    anchor('./xxgknb/', '政府信息公开年度报告'),
    anchor('./zcwj/index.html', '政策文件'),
    anchor('./zcjd/index.html', '政策解读'),
  ];
  site.list('/zwgk/', '政务公开', '', `${links.join(' ')} ${traps}`);
  addYears(site, reports);
  addList(site, '/zwgk/zcwj/', '政策文件', documents);
  addList(site, '/zwgk/zcjd/', '政策解读', interpretations);
}

/** The first year's list stands on the page of the column, those of the others behind links. */
function addYears(site: FamilySite, reports: readonly Listed[]): void {
  const years = [...Map.groupBy(reports, ({ year }) => year)];
  const beside = years.map(([year]) => anchor(`/zwgk/xxgknb/${year}/`, `${year}年`)).join(' ');
  const [, newest = []] = years[0] ?? [];
  const list = `<ul>${entriesHtml(newest.slice(0, perPage))}</ul>`;
  site.list('/zwgk/xxgknb/', '政府信息公开年度报告', list, beside);
  for (const [year, entries] of years) {
    addList(site, `/zwgk/xxgknb/${year}/`, '政府信息公开年度报告', entries, beside);
  }
}

function addList(
  site: FamilySite,
  folder: string,
  name: string,
  entries: readonly Listed[],
  beside = '',
): void {
  const pages = pagesOf(entries, perPage);
  for (const [page, shown] of pages.entries()) {
    const pager = `<script>createPageHTML(${pages.length}, ${page}, "index", "html");</script>`;
    const list = `<ul>${entriesHtml(shown)}</ul>${pager}`;
    site.list(`${folder}index${page === 0 ? '' : `_${page}`}.html`, name, list, beside);
    if (page === 0) site.list(folder, name, list, beside);
  }
}
