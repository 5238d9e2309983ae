/**
 * 大汉 jcms: lists whose first records stand in a script and the others behind `dataproxy.jsp`, in windows of
 * three pages; some reports under one address with the year as parameter.
 */
import type { Columns, Convention, FamilySite, Listed } from './family-site.ts';
import { traps } from './mistakes.ts';
import type { Planned } from './plan.ts';
import { anchor, entriesHtml } from './templates.ts';

const perPage = 5;
const proxy = '/module/web/jpage/dataproxy.jsp';
const columns = { reports: 21, documents: 31, interpretations: 41 } as const;

export const jcms: Convention = {
  name: 'jcms',
  frame: { charset: 'utf-8', nav: anchor('/col/col11/index.html', '政务公开') },
  content: 'id="zoom"',
  articlePath: ({ id, kind, date }: Planned) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const column = kind === 'news' ? 99 : columns[kind];
    return `/art/${year}/${Number(month)}/${Number(day)}/art_${column}_${id}.html`;
  },
  filePath: ({ id }, extension) => {
    const path = `/module/download/downfile.jsp?classid=0&filename=${id}.${extension}`;
    return { path, href: path };
  },
  guarded: true,
  addColumns,
};

const names = {
  reports: '政府信息公开年报',
  documents: '政策文件',
  interpretations: '政策解读',
} as const;

function addColumns(site: FamilySite, lists: Columns): void {
  const links = Object.entries(columns).map(([kind, id]) =>
    anchor(`/col/col${id}/index.html`, names[kind as keyof typeof names]),
  );
  site.list('/col/col11/index.html', '政府信息公开', '', `${links.join(' ')} ${traps}`);
  for (const kind of ['reports', 'documents', 'interpretations'] as const) {
    site.list(
      `/col/col${columns[kind]}/index.html`,
      names[kind],
      firstPage(lists[kind], columns[kind]),
    );
  }
  site.answer = (url) => {
    const kind = (['reports', 'documents', 'interpretations'] as const).find(
      (each) => String(columns[each]) === url.searchParams.get('columnid'),
    );
    if (url.pathname !== proxy || !kind || url.searchParams.get('unitid') !== '345')
      return undefined;
    const from = Number(url.searchParams.get('startrecord')) - 1;
    const to = Number(url.searchParams.get('endrecord'));
    return {
      type: 'text/xml; charset=utf-8',
      body: datastore(lists[kind].slice(from, to), lists[kind].length),
    };
  };
}

/** Some templates put the session into the links of the first page. */
const withSession = (entry: Listed, n: number): Listed =>
  n % 4 === 1 ? { ...entry, href: `${entry.href};jsessionid=A1B2C3D4E5` } : entry;

function firstPage(entries: readonly Listed[], column: number): string {
  const first = entries.slice(0, perPage * 3).map(withSession);
  return `<div id="345"><script type="text/xml">${datastore(first, entries.length)}</script></div>
<script>jQuery('#345').jpage({ perPage:${perPage}, totalRecord:${entries.length}, proxyUrl:'${proxy}',
 ajaxParam:{col:1,appid:1,webid:7,path:'/',columnid:${column},sourceContentType:1,unitid:'345',webname:'云河县',permissiontype:0} })</script>`;
}

const datastore = (entries: readonly Listed[], total: number): string =>
  `<?xml version='1.0' encoding='utf-8'?><datastore><totalrecord>${total}</totalrecord><recordset>${entries
    .map((entry) => `<record><![CDATA[${entriesHtml([entry])}]]></record>`)
    .join('')}</recordset></datastore>`;
