/** 广东: the columns of the 信息公开目录 (gkmlpt) as JSON in its page, lists from its API, others as HTML. */
import {
  type Columns,
  type Convention,
  type FamilySite,
  type Listed,
  pagesOf,
} from './family-site.ts';
import { traps } from './mistakes.ts';
import { anchor, entriesHtml } from './templates.ts';

const perPage = 10;
const sid = '660123';
const api = '/gkmlpt/api/all/';

export const gkmlpt: Convention = {
  name: 'gkmlpt',
  frame: { charset: 'utf-8', nav: anchor('/gkmlpt/index#21', '政府信息公开') },
  content: 'class="article-content"',
  articlePath: ({ id, kind }) =>
    kind === 'interpretations'
      ? `/zcjd/content/post_${id}.html`
      : `/gkmlpt/content/0/${id % 9}/post_${id}.html`,
  filePath: ({ id }, extension) => {
    const path = `/attachment/0/${id % 7}/${id}.${extension}`;
    return { path, href: path };
  },
  addColumns,
};

function addColumns(site: FamilySite, { reports, documents, interpretations }: Columns): void {
  const tree = [
    { id: 11, name: '政府信息公开指南', jump_url: null, children: [] },
    { id: 21, name: '政府信息公开年报', jump_url: null, children: [] },
    {
      id: 31,
      name: '法定主动公开内容',
      jump_url: null,
      children: [{ id: 32, name: '规范性文件', jump_url: null, children: [] }],
    },
    { id: 41, name: '政策解读', jump_url: '/zcjd/index.html', children: [] },
  ];
  const config = `<script>window._CONFIG = { SITE_ID: 1, SID: '${sid}', TREE: ${JSON.stringify(tree)}, TITLE: '目录' };</script>`;
  site.list('/gkmlpt/index', '政府信息公开', `<div id="app"></div>${config}`, traps);
  const lists: ReadonlyMap<string, readonly Listed[]> = new Map([
    [`${api}21`, reports],
    [`${api}31`, documents.slice(0, 3)],
    [`${api}32`, documents],
  ]);
  site.answer = (url) => {
    const entries = lists.get(url.pathname);
    if (!entries || url.searchParams.get('sid') !== sid) return undefined;
    return {
      type: 'application/json',
      body: answerOf(entries, Number(url.searchParams.get('page'))),
    };
  };
  for (const [page, shown] of pagesOf(interpretations, perPage).entries()) {
    const more = (page + 1) * perPage < interpretations.length;
    const next = more ? anchor(`index_${page + 2}.html`, '下一页') : '';
    const path = `/zcjd/index${page === 0 ? '' : `_${page + 1}`}.html`;
    site.list(path, '政策解读', `<ul>${entriesHtml(shown)}</ul>${next}`);
  }
}

function answerOf(entries: readonly Listed[], page: number): string {
  const articles = entries
    .slice((page - 1) * perPage, page * perPage)
    .map(({ href, title, date }, n) => ({
      id: page * 100 + n,
      title,
      url: href,
      created_at: `${date} 09:30:00`,
      classify_main_name: '年报',
    }));
  return JSON.stringify({ classify: { name: '年报', post_count: entries.length }, articles });
}
