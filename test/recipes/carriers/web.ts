/** A script as a page of an agency's site, with all that such sites put around an article. */
import type { Script, ScriptBlock, ScriptCell, ScriptTable } from '../script.ts';

export interface Site {
  readonly name: string;
  /** 网站标识码: six digits of GB/T 2260 and four of its own. */
  readonly code: string;
  readonly charset: 'utf-8' | 'gb2312';
  readonly column: readonly string[];
  readonly publisher: string;
  /** `YYYY-MM-DD`. */
  readonly published: string;
  /** 索引号; null for a page without an index header. */
  readonly index: string | null;
  readonly attachment: { readonly name: string; readonly href: string } | null;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const titleOf = (script: Script): string =>
  script.blocks.flatMap((block) => ('title' in block ? [block.title] : [])).join('');

function cell(cell: string | ScriptCell): string {
  const { text, rowSpan = 1, columnSpan = 1 } = typeof cell === 'string' ? { text: cell } : cell;
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  return `<td${spans}><p class="MsoNormal"><span style="font-family:仿宋">${escaped(text)}</span></p></td>`;
}

const tableOf = ({ rows }: ScriptTable): string =>
  `<table border="1" cellspacing="0">${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`;

function html(block: ScriptBlock): string {
  const styled = (style: string, text: string): string =>
    `<p style="${style}"><span style="font-family:仿宋_GB2312">${escaped(text)}</span></p>`;
  if ('letterhead' in block) return styled('text-align:center;color:red', block.letterhead);
  if ('title' in block) return styled('text-align:center;font-size:22pt', block.title);
  if ('center' in block) return styled('text-align:center', block.center);
  if ('left' in block) return styled('', block.left);
  if ('p' in block) return styled('', `　　${block.p}`);
  if ('right' in block) return styled('text-align:right', block.right);
  if ('table' in block) return tableOf(block.table);
  return '';
}

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escaped(content)}" />`;

function indexHeader(site: Site, title: string): string {
  if (!site.index) return '';
  return `<table class="xxgk_head"><tr><td>索 引 号：</td><td>${site.index}</td><td>主题分类：</td><td>政务公开</td></tr>
<tr><td>发布机构：</td><td>${site.publisher}</td><td>发布日期：</td><td>${site.published}</td></tr>
<tr><td>名　　称：</td><td colspan="3">${escaped(title)}</td></tr></table>`;
}

/** The page; the caller encodes it. */
export function asPage(script: Script, site: Site): string {
  const title = titleOf(script);
  // The page shows the title above the article; the article does not repeat it.
  const body = script.blocks.filter(
    (block) => !('title' in block) || script.name.startsWith('notice'),
  );
  return `<!DOCTYPE html>
<html><head><meta http-equiv="Content-Type" content="text/html; charset=${site.charset}" />
<title>${escaped(title)}_${site.name}</title>
${meta('SiteName', site.name)}
${meta('SiteIDCode', site.code)}
${meta('ColumnName', site.column.at(-1) ?? '')}
${meta('ArticleTitle', title)}
${meta('PubDate', `${site.published} 09:30`)}
${meta('ContentSource', site.publisher)}
</head><body>
<div class="top"><ul><li><a href="javascript:void(0)">无障碍浏览</a></li><li><a href="javascript:void(0)">长者模式</a></li><li><a href="/en/">English</a></li></ul>
<form action="/search"><input placeholder="请输入关键字" /><button>搜索</button></form></div>
<div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> <a href="/bsfw/">办事服务</a> <a href="/hdjl/">互动交流</a></div>
<div class="location">您现在的位置：${site.column.map((name, i) => `<a href="/c${i}/">${name}</a>`).join(' &gt; ')}</div>
${indexHeader(site, title)}
<h1 class="title">${escaped(title)}</h1>
<div class="info">发布时间：${site.published} 09:30　来源：${site.publisher}　浏览次数：<span id="hits"></span>　字体：[ <a>大</a> <a>中</a> <a>小</a> ]　<a href="javascript:window.print()">打印</a></div>
<div class="TRS_Editor">
${body.map(html).join('\n')}
${site.attachment ? `<p>附件：<a href="${site.attachment.href}">${site.attachment.name}</a></p>` : ''}
</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div>
<div class="near"><p>上一篇：<a href="t1.html">${Number(site.published.slice(0, 4)) - 2}年度政务公开工作安排</a></p><p>下一篇：<a href="t2.html">关于调整办公时间的公告</a></p></div>
<div class="footer"><p>主办单位：${site.name.replace(/网站$|门户网站$/u, '')}　网站标识码：${site.code}</p><p>版权所有　ICP备00000000号-1　<a href="/map">网站地图</a></p></div>
</body></html>
`;
}
