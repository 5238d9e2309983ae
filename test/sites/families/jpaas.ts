/** 大汉 jpaas: list pages without a list; it comes as HTML in JSON, and does not say where it ends. */
import type { Columns, Convention, FamilySite } from './family-site.ts';
import { traps } from './mistakes.ts';
import { anchor, entriesHtml } from './templates.ts';

const unit = '/api-gateway/jpaas-publish-server/front/page/build/unit';
const perPage = 7;
const hex = (id: number): string => (id * 2654435761).toString(16).padStart(32, 'a0');
const names = {
  reports: '政府信息公开年报',
  documents: '规范性文件',
  interpretations: '政策解读',
} as const;
const kinds = ['reports', 'documents', 'interpretations'] as const;

export const jpaas: Convention = {
  name: 'jpaas',
  frame: { charset: 'utf-8', nav: anchor('/zwgk/index.html', '信息公开') },
  content: 'class="neirong" id="zoom"',
  articlePath: ({ id, kind, year }) => `/col/${kind}/art/${year}/art_${hex(id)}.html`,
  filePath: ({ id }, extension) => {
    const path = `/api-gateway/jpaas-web-server/front/document/download?fileUrl=${hex(id)}&fileName=${encodeURIComponent('附件')}.${extension}`;
    return { path, href: path };
  },
  addColumns,
};

function addColumns(site: FamilySite, lists: Columns): void {
  const links = kinds.map((kind) => anchor(`/col/${kind}/index.html`, names[kind]));
  site.list('/zwgk/index.html', '信息公开', '', `${links.join(' ')} ${traps}`);
  for (const kind of kinds) site.list(`/col/${kind}/index.html`, names[kind], listUnit(kind));
  site.answer = (url) => {
    const kind = kinds.find((each) => each === url.searchParams.get('pageId'));
    if (url.pathname !== unit || !kind || url.searchParams.get('tplSetId') !== 'tpl9')
      return undefined;
    const page = JSON.parse(url.searchParams.get('paramJson') ?? '{}') as Record<string, unknown>;
    const number = Number(page['pageNo'] ?? 1);
    const size = Number(page['pageSize'] ?? perPage);
    const entries = lists[kind].slice((number - 1) * size, number * size);
    const html = entries.length === 0 ? '<p>暂无数据</p>' : `<ul>${entriesHtml(entries)}</ul>`;
    const body = JSON.stringify({ success: true, code: '200', data: { html } });
    return { type: 'application/json', body };
  };
}

const listUnit = (kind: string): string =>
  `<script src="/script/unitbuild.js" url="${unit}" queryData="{'parseType':'bulidstatic','webId':'7','tplSetId':'tpl9','pageType':'column','tagId':'当前栏目list','editType':'null','pageId':'${kind}'}"></script>`;
