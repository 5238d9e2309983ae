/** 集约化平台 (UCAP): lists as JSON feeds; one article that only the sitemap names. */
import type { Columns, Convention, FamilySite, Listed } from './family-site.ts';
import { traps } from './mistakes.ts';
import type { Planned } from './plan.ts';
import { anchor } from './templates.ts';

const perPage = 8;
const columns = {
  reports: 'c101',
  documents: 'c102',
  interpretations: 'c103',
  news: 'c199',
} as const;
const names = {
  reports: '政府信息公开年报',
  documents: '政策文件',
  interpretations: '政策解读',
} as const;
const kinds = ['reports', 'documents', 'interpretations'] as const;
const hex = (id: number): string => (id * 2654435761).toString(16).padStart(32, 'c3');

export const ucap: Convention = {
  name: 'ucap',
  frame: { charset: 'utf-8', nav: anchor('/c100/zfxxgk.shtml', '政府信息公开') },
  content: 'id="UCAP-CONTENT"',
  articlePath: ({ id, kind, date }: Planned) =>
    `/${columns[kind]}/${date.slice(0, 7).replace('-', '')}/${hex(id)}.shtml`,
  filePath: ({ id, kind }, extension) => {
    const path = `/${columns[kind]}/files/${hex(id)}.${extension}`;
    return { path, href: path };
  },
  addColumns,
};

function addColumns(site: FamilySite, lists: Columns): void {
  const links = kinds.map((kind) => anchor(`/${columns[kind]}/list.shtml`, names[kind]));
  site.list('/c100/zfxxgk.shtml', '政府信息公开', '', `${links.join(' ')} ${traps}`);
  for (const kind of kinds) {
    const feed = `/searchList/${columns[kind]}?_isAgg=true&_isJson=true&_pageSize=${perPage}&_template=index&page=`;
    site.list(
      `/${columns[kind]}/list.shtml`,
      names[kind],
      `<ul id="list"></ul><script>$.getJSON('${feed}' + page, show);</script>`,
    );
  }
  const hidden = lists.reports[0];
  const listed = { ...lists, reports: lists.reports.filter((entry) => entry !== hidden) };
  addSitemap(site, hidden);
  site.answer = (url) => {
    const kind = kinds.find((each) => url.pathname === `/searchList/${columns[each]}`);
    return kind && { type: 'application/json;charset=UTF-8', body: feedOf(listed[kind], url) };
  };
}

function feedOf(entries: readonly Listed[], { searchParams }: URL): string {
  const page = Number(searchParams.get('page'));
  const rows = Number(searchParams.get('_pageSize'));
  const shown = entries.slice((page - 1) * rows, page * rows);
  const results = shown.map(({ href, title, date }) => ({
    title,
    url: href,
    publishedTimeStr: `${date} 09:30:00`,
    domainMetaList: [],
  }));
  return JSON.stringify({
    code: 0,
    data: { channelId: 'x', page, rows, total: entries.length, results },
  });
}

function addSitemap(site: FamilySite, hidden: Listed | undefined): void {
  if (!hidden) return;
  site.robots = 'Sitemap: http://SITE/sitemap.xml';
  site.answer = () => undefined;
  const body = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${hidden.href}</loc></url><url><loc>/c100/zfxxgk.shtml</loc></url></urlset>`;
  site.resources.set('/sitemap.xml', { type: 'text/xml', body });
}
