/** The templates of the simulated site: an article, a list, and what stands around them. */
import type { SiteArticle } from './articles.ts';

export interface Entry {
  readonly href: string;
  readonly title: string;
  readonly date: string;
}

export interface PageLook {
  readonly charset: 'utf-8' | 'gb2312';
  /** Class or id of the element around the article. */
  readonly content: string;
}

const around = (
  charset: string,
  title: string,
  metas: string,
  main: string,
): string => `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${title}_云河县人民政府</title>${metas}</head><body>
<div class="header"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/hdjl/">互动交流</a></div>
${main}
<div class="footer"><p>主办单位：云河县人民政府办公室　网站标识码：9900000001</p><a href="/map.html">网站地图</a></div>
</body></html>
`;

export function articlePage(
  { title, date, paragraphs, signature }: SiteArticle,
  attachment: { readonly href: string; readonly name: string } | null,
  { charset, content }: PageLook,
): string {
  const metas = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date} 10:00"><meta name="ContentSource" content="云河县档案馆">`;
  return around(
    charset,
    title,
    metas,
    `<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="../">政务公开</a></div>
<h1>${title}</h1>
<div class="info">发布时间：${date} 10:00　来源：云河县档案馆　浏览次数：<span></span></div>
<div ${content}>
${paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}
<p style="text-align:right">${signature}</p>
${attachment ? `<p>附件：<a href="${attachment.href}">${attachment.name}</a></p>` : ''}
</div>
<div class="near"><p>上一篇：<a href="javascript:void(0)">没有了</a></p></div>`,
  );
}

const item = ({ href, title, date }: Entry): string =>
  `<li><a href="${href}" title="${title}">${title}</a><span>${date}</span></li>`;

/** @param sidebar Entries of another column, as sites show them beside every list. */
export function listPage(
  name: string,
  entries: readonly Entry[],
  pager: string,
  sidebar: readonly Entry[],
  charset: PageLook['charset'],
): string {
  return around(
    charset,
    name,
    `<meta name="ColumnName" content="${name}">`,
    `<div class="side"><h3>工作动态</h3><ul>${sidebar.map(item).join('\n')}</ul></div>
<div class="list"><h2>${name}</h2>
<ul>${entries.map(item).join('\n')}</ul>
<div class="page">${pager}</div></div>`,
  );
}
