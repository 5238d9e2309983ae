/** 博达 VSB: pages that count down, files behind a script that wants to know where one comes from. */
import {
  type Columns,
  type Convention,
  type FamilySite,
  type Listed,
  pagesOf,
} from './family-site.ts';
import { traps } from './mistakes.ts';
import { anchor, entriesHtml } from './templates.ts';

const perPage = 6;
const categories = { reports: 1021, documents: 1031, interpretations: 1041, news: 1099 } as const;

export const vsb: Convention = {
  name: 'vsb',
  frame: { charset: 'utf-8', nav: anchor('/xxgk.htm', '信息公开') },
  content: 'id="vsb_content" class="v_news_content"',
  articlePath: ({ id, kind }) => `/info/${categories[kind]}/${id}.htm`,
  filePath: ({ id }) => {
    const path = `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=11&wbfileid=${id}`;
    return { path, href: path };
  },
  guarded: true,
  addColumns,
};

function addColumns(site: FamilySite, { reports, documents, interpretations }: Columns): void {
  const links = [
    anchor('xxgk/xxgknb.htm', '信息公开年报'),
    anchor('xxgk/zcwj.htm', '政策文件'),
    anchor('xxgk/zcjd.htm', '政策解读'),
  ];
  site.list('/xxgk.htm', '信息公开', '<!--#vsb-->', `${links.join(' ')} ${traps}`);
  addList(site, '/xxgk/xxgknb', '信息公开年报', reports);
  addList(site, '/xxgk/zcwj', '政策文件', documents);
  addList(site, '/xxgk/zcjd', '政策解读', interpretations);
}

function addList(site: FamilySite, path: string, name: string, entries: readonly Listed[]): void {
  const pages = pagesOf(entries, perPage);
  const slug = path.slice(path.lastIndexOf('/') + 1);
  for (const [index, shown] of pages.entries()) {
    const number = pages.length - index;
    // Only the first page links to the next; on the others a script makes the pager.
    const pager =
      index === 0 && number > 1 ? anchor(`${slug}/${number - 1}.htm`, '下页') : '<span></span>';
    const list = `<!--#vsb--><ul>${entriesHtml(shown)}</ul>${pager}`;
    site.list(index === 0 ? `${path}.htm` : `${path}/${number}.htm`, name, list);
  }
}
