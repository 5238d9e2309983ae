/** Platforms of whole provinces: UCAP, 广东 NFCMS, 安徽 龙讯. */
import * as furniture from './furniture.ts';
import { entries, fileLinks, head, type Layout, standardMeta } from './layout.ts';

const { together } = furniture;

const ucapEarly: Layout = {
  name: 'ucap-2015',
  cms: 'ucap',
  url: 'http://www.liuxi.example/zhengce/content/201906/05/content_9988.htm',
  writes: 'plain',
  prints: { index: true, breadcrumb: [], byline: [] },
  page: (article, body) => {
    const around = together(furniture.menu, furniture.foot);
    const rows = entries(article)
      .map(
        ([label, value]) =>
          `<td width="70"><b>${label.split('').join(' ')}：</b></td><td width="260">${value}</td>`,
      )
      .join('</tr><tr>');
    return {
      says: [...around.says, '责任编辑', '扫一扫在手机打开当前页'],
      html: `<html>${head(article, '')}<body>${furniture.menu.html}<div class="wrap"><table width="724" class="bd1"><tbody><tr>${rows}</tr></tbody></table>
<table width="724"><tbody><tr><td><table width="650"><tbody><tr><td class="b12c" id="UCAP-CONTENT">${body}${fileLinks(article, (name, file) => `<p><a href="../files/${file}">${name}</a></p>`)}</td></tr><tr><td></td></tr></tbody></table>
<div id="pageBreak"></div></td></tr></tbody></table><div class="editor">责任编辑：王某</div><div>扫一扫在手机打开当前页</div></div>${furniture.foot.html}</body></html>`,
    };
  },
};

const ucapMiddle: Layout = {
  name: 'ucap-2019',
  cms: 'ucap',
  url: 'http://www.liuxi.example/liuxi/c100231/201906/7d2c1f0e9b8a47569a0b1c2d3e4f5061.shtml',
  writes: 'breaks',
  prints: {
    index: false,
    breadcrumb: ['首页', '新闻中心', '公示公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.share,
      furniture.seeAlso,
      furniture.foot,
    );
    return {
      says: [...around.says, '分享'],
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.barTop.html}${furniture.menu.html}<div class="BreadcrumbNav">当前位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a href="/x">新闻中心</a>&nbsp;&gt;&nbsp;<a href="/g">公示公告</a></div>
<div class="pages_print"><div class="pages-date">${article.published} 16:20<span class="font"> 来源： ${article.agency}</span><div class="pages_print"><span>字体：</span><span>大</span><span>中</span><span>小</span></div></div></div>
<div class="article"><h1 id="ti">${article.title}</h1><div class="pages_content" id="UCAP-CONTENT">${body}${fileLinks(article, (name, file) => `附件：<a href="/liuxi/c100231/201906/files/${file}">${name}</a><br>`)}</div></div>
${furniture.share.html}${furniture.seeAlso.html}${furniture.foot.html}</body></html>`,
    };
  },
};

const ucapLate: Layout = {
  name: 'ucap-2023',
  cms: 'ucap',
  url: 'https://www.liuxi.example/c100231/202304/8e2c1f0e9b8a47569a0b1c2d3e4f5062.shtml',
  writes: 'nested',
  prints: { index: true, breadcrumb: ['首页', '政务公开', '政策文件'], byline: [] },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.fontTools,
      furniture.sideMenu,
      furniture.foot,
      furniture.hidden,
    );
    const boxes = entries(article)
      .map(
        ([label, value]) =>
          `<div class="row-item"><div class="label">${label}：</div><div class="val">${value}</div></div>`,
      )
      .join('');
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.barTop.html}${furniture.menu.html}<div class="content-top"><span class="loc">当前位置： <a href="/">首页</a> &gt; <a href="/z">政务公开</a> &gt; <a href="/w">政策文件</a></span></div>
${furniture.sideMenu.html}<div class="content_box"><div class="table-box">${boxes}</div><div class="article_title">${article.title}</div>${furniture.fontTools.html}<div id="UCAP-CONTENT" class="UCAP-CONTENT">${body}</div>
${fileLinks(article, (name, file) => `<div class="file"><a href="files/${file}" download="${name}"><i class="icon-doc"></i>${name}</a></div>`)}</div>${furniture.foot.html}${furniture.hidden.html}</body></html>`,
    };
  },
};

const nfcmsEarly: Layout = {
  name: 'nfcms-2019',
  cms: 'nfcms',
  url: 'http://www.liuxi.example/zwgk/tzgg/content/post_2210031.html',
  writes: 'plain',
  prints: {
    index: false,
    breadcrumb: ['首页', '政务公开', '通知公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(furniture.barTop, furniture.menu, furniture.share, furniture.foot);
    return {
      says: [...around.says, '保护视力色'],
      html: `<!DOCTYPE html><html>${head(article, `${standardMeta(article)}<script>window.NFCMS_POST={"id":2210031}</script>`)}<body>${furniture.barTop.html}${furniture.menu.html}<div class="w1200"><div class="position">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/tzgg/">通知公告</a></div>
<h3 class="zw-title">${article.title}</h3><div class="zw-info"><span class="ly">来源：${article.agency}</span><span class="time">时间：${article.published} 11:02:45</span><span>【保护视力色：<em></em><em></em>】</span></div>
<div class="zw">${body}</div><ul class="fjlist">${fileLinks(article, (name, file) => `<li><a href="http://www.liuxi.example/attachment/0/61/61208/2210031.${file.split('.').at(-1)}" target="_blank">${name}</a></li>`)}</ul>${furniture.share.html}</div>${furniture.foot.html}</body></html>`,
    };
  },
};

const gkmlpt: Layout = {
  name: 'gkmlpt-2021',
  cms: 'nfcms',
  url: 'http://www.liuxi.example/gkmlpt/content/2/2518/post_2518774.html',
  writes: 'word',
  prints: { index: true, breadcrumb: [], byline: ['published'] },
  page: (article, body) => {
    const around = together(furniture.menu, furniture.sideMenu, furniture.foot);
    const list = entries(article)
      .map(
        ([label, value]) =>
          `<div class="classify-row"><label>${label}:</label><span>${value}</span></div>`,
      )
      .join('');
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, `<script>var _CONFIG = {"SID":"998800","ROOT":"\\/gkmlpt"};</script>`)}<body>${furniture.menu.html}<div class="gkml-wrapper">${furniture.sideMenu.html}<div class="main-right"><div class="classify">${list}</div>
<h1 class="content-title">${article.title}</h1><div class="date-row">发布日期：${article.published}&nbsp;&nbsp;浏览次数：<span id="hits">-</span></div><div class="article-content">${body}${fileLinks(article, (name, file) => `<p class="nfw-cms-attachment"><a class="nfw-cms-attachment" href="/attachment/0/70/70221/2518774.${file.split('.').at(-1)}" alt="${name}">${name}</a></p>`)}</div></div></div>${furniture.foot.html}</body></html>`,
    };
  },
};

const nfcmsLate: Layout = {
  ...nfcmsEarly,
  name: 'nfcms-2023',
  url: 'http://www.liuxi.example/bmxxgk/jtj/content/post_3319004.html',
  writes: 'breaks',
  prints: { index: false, breadcrumb: [], byline: ['published', 'source'] },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.sideNews,
      furniture.fontTools,
      furniture.foot,
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, `${standardMeta(article)}<script src="/nfcms/js/x.js"></script>`)}<body>${furniture.barTop.html}${furniture.menu.html}<div class="left-part"><div class="article-title">${article.title}</div>
<div class="article-date">发布时间：${article.published} 来源：${article.agency} ${furniture.fontTools.html}</div><div class="article-content"><div class="ueditor">${body}</div></div>${fileLinks(article, (name, file) => `<div class="fj"><a href="/attachment/0/${file}">${name}</a></div>`)}</div><div class="right-part">${furniture.sideNews.html}</div>${furniture.foot.html}</body></html>`,
    };
  },
};

const longxunEarly: Layout = {
  name: 'longxun-2018',
  cms: 'longxun',
  url: 'http://www.liuxi.example/openness/detail/content/5cf7.html',
  writes: 'word',
  prints: { index: true, breadcrumb: ['网站首页', '信息公开'], byline: ['published', 'source'] },
  page: (article, body) => {
    const around = together(furniture.barTop, furniture.menu, furniture.fontTools, furniture.foot);
    const rows = entries(article)
      .map(([label, value]) => `<tr><th>${label}：</th><td title="${value}">${value}</td></tr>`)
      .join('');
    return {
      says: [...around.says, '阅读次数'],
      html: `<!DOCTYPE html><html>${head(article, '')}<body>${furniture.barTop.html}${furniture.menu.html}<div class="wz_position"><span>当前位置：</span><a href="/">网站首页</a>&nbsp;&gt;&nbsp;<a href="/openness/">信息公开</a></div>
<div class="wzy1"><table class="xxgk_table">${rows}</table></div><h1 class="newstitle">${article.title}</h1><div class="wzbjxx"><span>发布时间：${article.published} 15:00</span><span>信息来源：${article.agency}</span><span>阅读次数：<em id="h"></em></span>${furniture.fontTools.html}</div>
<div id="wh_x_c" class="j-fontContent">${body}</div>${fileLinks(article, (name, _, at) => `<p><a href="/OpennessContent/download/7${at}.html">${name}</a></p>`)}${furniture.foot.html}</body></html>`,
    };
  },
};

const longxunMiddle: Layout = {
  name: 'longxun-2020',
  cms: 'longxun',
  url: 'http://www.liuxi.example/OpennessContent/show/1830021.html',
  writes: 'plain',
  prints: {
    index: false,
    breadcrumb: ['首页', '信息公开', '公告'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(
      furniture.menu,
      furniture.sideMenu,
      furniture.neighbours,
      furniture.share,
      furniture.foot,
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.menu.html}${furniture.sideMenu.html}<div class="gk_right"><div class="wz">您现在所在的位置：<a href="/">首页</a> &gt; <a href="/o">信息公开</a> &gt; <a href="/g">公告</a></div><div class="content"><h1>${article.title}</h1>
<p class="info">文章来源：${article.agency}　　发布时间：${article.published}　　点击量：<span class="hits"></span></p><div class="j-fontContent newscontnet minh500">${body}${fileLinks(article, (name, file) => `<p><img src="/static/icon/doc.gif"><a href="/group1/M00/${file}" title="${name}" target="_blank">${name}</a></p>`)}</div></div>${furniture.share.html}${furniture.neighbours.html}</div>${furniture.foot.html}</body></html>`,
    };
  },
};

const longxunLate: Layout = {
  ...longxunMiddle,
  name: 'longxun-2023',
  url: 'http://www.liuxi.example/public/6596521/1200453.html',
  writes: 'breaks',
  prints: { index: true, breadcrumb: [], byline: [] },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.sideMenu,
      furniture.fontTools,
      furniture.foot,
      furniture.hidden,
    );
    const line = entries(article)
      .map(([label, value]) => `<span class="x"><strong>${label}：</strong>${value}</span>`)
      .join(' ');
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, '')}<body>${furniture.barTop.html}${furniture.menu.html}${furniture.sideMenu.html}<div class="gkwz"><div class="xxgk-line">${line}</div><div class="gkbt">${article.title}</div>${furniture.fontTools.html}
<div class="wzcon j-fontContent">${body}${fileLinks(article, (name, file) => `<a href="/group2/M01/${file}">${name}</a><br>`)}</div></div>${furniture.foot.html}${furniture.hidden.html}</body></html>`,
    };
  },
};

export const ucap: readonly Layout[] = [ucapEarly, ucapMiddle, ucapLate];
export const nfcms: readonly Layout[] = [nfcmsEarly, gkmlpt, nfcmsLate];
export const longxun: readonly Layout[] = [longxunEarly, longxunMiddle, longxunLate];
