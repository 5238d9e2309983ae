/** 博达 VSB WebPlus: `vsb_content`, the form of the news component, downloads without a name. */
import type { Article } from './article.ts';
import * as furniture from './furniture.ts';
import { entries, fileLinks, head, type Layout } from './layout.ts';

const { together } = furniture;
const download = (at: number): string =>
  `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1280&wbfileid=90${at}`;

/** Words of the download component, which stands on pages with files only. */
const downloads = ({ files }: Article): readonly string[] => (files.length > 0 ? ['已下载'] : []);

const early: Layout = {
  name: 'vsb-2012',
  cms: 'vsb',
  url: 'http://slj.liuxi.example/show.jsp?wbtreeid=1006&wbnewsid=2213',
  writes: 'fonts',
  prints: { index: false, breadcrumb: ['首页', '公告', '正文'], byline: ['published'] },
  page: (article, body) => {
    const around = together(furniture.oldMenu, furniture.oldFoot);
    return {
      says: [...around.says, '上一条', ...downloads(article), '关闭窗口', '关于冬季供水的提示'],
      html: `<html>${head(article, '', '柳溪市水利局')}<body>${furniture.oldMenu.html}<table width="980"><tr><td>当前位置: <a href="index.jsp">首页</a>>><a href="list.jsp">公告</a>>>正文</td></tr></table>
<form name="form332" action="/system/resource/news.jsp"><div class="c332_title">${article.title}</div><div class="c332_info">${article.published} 08:30:11　　点击:[<span id="dynclicks"></span>]</div>
<div id="vsb_content">${body}</div>${article.files.length > 0 ? '<p>附件【' : ''}${fileLinks(article, (name, _, at) => `<a href="${download(at)}">${name}</a>】已下载<span></span>次<br>`)}</p>
<p>上一条：<a href="show.jsp?wbnewsid=2212">关于冬季供水的提示</a></p><p align="right">【<a href="javascript:close()">关闭窗口</a>】</p></form>${furniture.oldFoot.html}</body></html>`,
    };
  },
};

const middle: Layout = {
  name: 'vsb-2017',
  cms: 'vsb',
  url: 'http://slj.liuxi.example/info/1012/3307.htm',
  writes: 'plain',
  prints: {
    index: false,
    breadcrumb: ['网站首页', '通知公告', '正文'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(furniture.menu, furniture.sideMenu, furniture.foot);
    return {
      says: [...around.says, '下一条', ...downloads(article), '关于调整办公地点的启事'],
      html: `<!DOCTYPE html><html>${head(article, '', '柳溪市水利局')}<body>${furniture.menu.html}${furniture.sideMenu.html}<div class="local">当前位置：<a href="../../index.htm">网站首页</a>>><a href="../../tzgg.htm">通知公告</a>>>正文</div>
<form name="_newscontent_fromname"><div class="ar_title"><h3>${article.title}</h3><h6>来源：${article.agency} 日期：${article.published} 浏览量：<span></span></h6></div>
<div class="ar_article"><div id="vsb_content_501"><div class="v_news_content">${body}</div></div><div id="div_vote_id"></div>
<ul style="list-style-type:none;">${fileLinks(article, (name, _, at) => `<li>附件【<a href="${download(at)}" target="_blank">${name}</a>】已下载<span id="nattach${at}"></span>次</li>`)}</ul></div>
<p>上一条：没有了</p><p>下一条：<a href="3300.htm">关于调整办公地点的启事</a></p></form>${furniture.foot.html}</body></html>`,
    };
  },
};

const late: Layout = {
  name: 'vsb-2023',
  cms: 'vsb',
  url: 'https://slj.liuxi.example/info/1210/9902.htm',
  writes: 'word',
  prints: { index: true, breadcrumb: ['首页', '法定主动公开内容', '公告'], byline: ['published'] },
  page: (article, body) => {
    const around = together(furniture.barTop, furniture.menu, furniture.share, furniture.foot);
    const list = entries(article)
      .map(([label, value]) => `<dt>${label}</dt><dd>${value}</dd>`)
      .join('');
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, `<meta name="pageTitle" content="${article.title}">`, '柳溪市水利局')}<body>${furniture.barTop.html}${furniture.menu.html}<div class="position"><i></i>当前位置：<a href="/">首页</a> / <a href="/f.htm">法定主动公开内容</a> / <a href="/g.htm">公告</a></div>
<section class="n_content"><dl class="zc">${list}</dl><h2>${article.title}</h2><div class="time">日期：${article.published} 浏览次数：<span id="c"></span></div>
<div class="v_news_content" id="vsb_content_2">${body}</div>${fileLinks(article, (name, _, at) => `<p class="fujian"><a href="${download(at)}">${name}</a></p>`)}${furniture.share.html}</section>${furniture.foot.html}</body></html>`,
    };
  },
};

export const vsb: readonly Layout[] = [early, middle, late];
