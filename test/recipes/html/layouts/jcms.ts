/** 大汉 jcms and jpaas: comments and meta tags around the text, `#zoom`, downloads by a page. */
import * as furniture from './furniture.ts';
import { entries, fileLinks, head, type Layout, standardMeta } from './layout.ts';

const { together } = furniture;

/** About 2010: layout tables, comments, the byline in a cell. */
const early: Layout = {
  name: 'jcms-2010',
  cms: 'jcms',
  url: 'http://www.liuxi.example/art/2012/3/4/art_311_20417.html',
  writes: 'fonts',
  prints: {
    index: false,
    breadcrumb: ['首页', '通知公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(furniture.oldMenu, furniture.fontTools, furniture.oldFoot);
    return {
      says: [...around.says, '浏览次数'],
      html: `<html>${head(article, '')}<body>${furniture.oldMenu.html}
<table width="980" align="center"><tr><td class="weizhi">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/col/col311/index.html">通知公告</a></td></tr></table>
<table width="980" align="center" id="article"><tr><td class="title"><!--<$[标题名称(html)]>begin-->${article.title}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td align="center">发布日期：${article.published}　信息来源：<!--<$[信息来源]>begin-->${article.agency}<!--<$[信息来源]>end-->　浏览次数：<script src="/module/visitcount/articlehits.jsp?id=1"></script></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->${body}
${fileLinks(article, (name, file) => `<p><a href="/module/download/downfile.jsp?classid=0&filename=${file}">${name}</a></p>`)}<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></td></tr>
<tr><td>${furniture.fontTools.html}</td></tr></table>${furniture.oldFoot.html}</body></html>`,
    };
  },
};

/** About 2018: header as a table, share box, neighbours under the text. */
const middle: Layout = {
  name: 'jcms-2018',
  cms: 'jcms',
  url: 'http://www.liuxi.example/art/2019/6/5/art_1322_561203.html',
  writes: 'word',
  prints: {
    index: true,
    breadcrumb: ['首页', '信息公开', '通知公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.share,
      furniture.neighbours,
      furniture.seeAlso,
      furniture.foot,
      furniture.hidden,
    );
    const cells = entries(article).map(
      ([label, value]) => `<td class="xxgk_l">${label}：</td><td>${value}</td>`,
    );
    const rows = cells.flatMap((cell, at) =>
      at % 2 === 0 ? [`<tr>${cell}${cells[at + 1] ?? ''}</tr>`] : [],
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.barTop.html}${furniture.menu.html}
<div class="dqwz">您的位置： <a href="/">首页</a> > <a href="/col/col1/">信息公开</a> > <a href="/col/col1322/">通知公告</a></div>
<div class="xxgk_top"><table>${rows.join('')}</table></div>
<div class="main-fl" id="barrierfree_container"><h1 class="main-fl-tit"><!--<$[标题名称(html)]>begin-->${article.title}<!--<$[标题名称(html)]>end--></h1>
<div class="main-fl-riqi"><span>发布时间：${article.published} 09:20</span><span>来源：${article.agency}</span><span>浏览次数：<b></b></span></div>
<div class="main-txt" id="zoom"><meta name="ContentStart"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->${body}
${fileLinks(article, (name, file, at) => `<p class=MsoNormal>附件${at + 1}：<a href="/attach/0/${file}"><img src="/images/doc.gif" border=0>${name}</a></p>`)}<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--><meta name="ContentEnd"></div>${furniture.share.html}${furniture.neighbours.html}</div>
${furniture.seeAlso.html}${furniture.foot.html}${furniture.hidden.html}</body></html>`,
    };
  },
};

/** jpaas: nothing but the meta tags marks the text; files come through a gateway. */
const late: Layout = {
  name: 'jpaas-2023',
  cms: 'jpaas',
  url: 'http://www.liuxi.example/art/2023/art_0b1c2d3e4f5061728394a5b6c7d8e9f0.html',
  writes: 'nested',
  prints: {
    index: false,
    breadcrumb: ['首页', '政务公开', '公示公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.fontTools,
      furniture.sideNews,
      furniture.foot,
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html lang="zh">${head(article, `${standardMeta(article)}<script src="/jpaas-publish-server/front/page/jsadd.js"></script>`)}<body>
${furniture.barTop.html}${furniture.menu.html}<div class="wrapper"><div class="mbx"><span>当前位置：</span><a href="/">首页</a><em>/</em><a href="/a">政务公开</a><em>/</em><a href="/b">公示公告</a></div>
<div class="box-a"><div class="tit-a">${article.title}</div><div class="info-a"><i>发布时间： ${article.published}</i><i>来源： ${article.agency}</i>${furniture.fontTools.html}</div>
<div class="neirong"><meta name="ContentStart">${body}<meta name="ContentEnd"></div>
<div class="fj-a">${fileLinks(article, (name, file) => `<a href="/api-gateway/jpaas-web-server/front/document/download?fileUrl=%2F${file}&fileName=${encodeURIComponent(name)}">${name}</a>`)}</div></div>
${furniture.sideNews.html}</div>${furniture.foot.html}</body></html>`,
    };
  },
};

export const jcms: readonly Layout[] = [early, middle, late];
