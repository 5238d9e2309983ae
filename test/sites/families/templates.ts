/** Pages of the simulated sites: what stands around, an article, a list. */
import type { Entry } from '../pages.ts';
import type { Planned } from './plan.ts';

export interface Frame {
  readonly charset: 'utf-8' | 'gb2312';
  /** Links of the head of every page: `<a>` elements. */
  readonly nav: string;
}

export const anchor = (href: string, text: string): string => `<a href="${href}">${text}</a>`;

/** @param name Of the column or the article; empty on the front page. */
export function pageOf({ charset, nav }: Frame, name: string, metas: string, main: string): string {
  const column = name === '' ? '云河县人民政府' : `${name}_云河县人民政府`;
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<title>${column}</title>${metas}</head><body>
<div class="header"><a href="/">首页</a> ${nav} <a href="/hdjl/index.html">互动交流</a></div>
${main}
<div class="footer"><p>主办单位：云河县人民政府办公室　网站标识码：9900000001</p></div>
</body></html>
`;
}

export function articleOf(
  frame: Frame,
  article: Planned,
  content: string,
  attachment: string,
): string {
  const { title, date, paragraphs, signature } = article;
  const metas = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date} 09:30"><meta name="ContentSource" content="云河县政府办">`;
  return pageOf(
    frame,
    title,
    metas,
    `<div class="location">当前位置：<a href="/">首页</a> &gt; 政府信息公开</div>
<h1>${title}</h1>
<div class="info">发布时间：${date} 09:30　来源：云河县政府办　浏览次数：<span></span></div>
<div ${content}>
${paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}
<p style="text-align:right">${signature}</p>
${attachment}
</div>`,
  );
}

export const entriesHtml = (entries: readonly Entry[]): string =>
  entries
    .map(
      ({ href, title, date }) =>
        `<li><a href="${href}" title="${title}">${title}</a><span>${date}</span></li>`,
    )
    .join('\n');

export const listOf = (frame: Frame, name: string, list: string, beside = ''): string =>
  pageOf(
    frame,
    name,
    `<meta name="ColumnName" content="${name}">`,
    `<div class="side">${beside}</div><div class="list"><h2>${name}</h2>${list}</div>`,
  );
