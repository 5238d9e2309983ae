/** TRS WCM: `TRS_Editor` in three ages of its editor; files beside the page. */
import * as furniture from './furniture.ts';
import { entries, fileLinks, head, type Layout, standardMeta } from './layout.ts';

const { together } = furniture;

const early: Layout = {
  name: 'trs-2008',
  cms: 'trs',
  url: 'http://www.liuxi.example/zwgk/tzgg/200803/t20080307_12033.htm',
  writes: 'breaks',
  prints: { index: false, breadcrumb: ['首页', '政务公开', '通知公告'], byline: ['published'] },
  page: (article, body) => {
    const around = together(furniture.oldMenu, furniture.oldFoot);
    return {
      says: around.says,
      html: `<HTML>${head(article, '')}<BODY leftmargin=0>${furniture.oldMenu.html}
<TABLE width=980 align=center><TR><TD background=images/nav.gif>您现在的位置：<A href="../../../">首页</A>&gt;<A href="../../">政务公开</A>&gt;<A href="../">通知公告</A></TD></TR></TABLE>
<TABLE width=980 align=center border=0><TR><TD height=50 align=center><FONT size=5><B>${article.title}</B></FONT></TD></TR>
<TR><TD align=center><FONT color=#666666>发布时间：${article.published}　　点击数：</FONT></TD></TR><TR><TD><HR size=1></TD></TR>
<TR><TD><div class=TRS_Editor>${body}</div></TD></TR><TR><TD>${fileLinks(article, (name, file) => `<IMG src="/images/annex.gif"> <A href="./${file}">${name}</A><BR>`)}</TD></TR></TABLE>${furniture.oldFoot.html}</BODY></HTML>`,
    };
  },
};

const middle: Layout = {
  name: 'trs-2016',
  cms: 'trs',
  url: 'http://www.liuxi.example/xxgk/tjbm/201906/t20190605_88123.html',
  writes: 'word',
  prints: { index: true, breadcrumb: ['首页', '信息公开', '部门文件'], byline: [] },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.sideMenu,
      furniture.fontTools,
      furniture.share,
      furniture.foot,
    );
    const list = entries(article).map(
      ([label, value]) => `<li><b>${label}：</b><span>${value}</span></li>`,
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.barTop.html}${furniture.menu.html}<div class="crumb">当前位置：<a href="/">首页</a> &gt;&gt; <a href="../../">信息公开</a> &gt;&gt; <a href="../">部门文件</a></div>
${furniture.sideMenu.html}<div class="right"><ul class="xxgk_head">${list.join('')}</ul><div class="xl_title">${article.title}</div>${furniture.fontTools.html}
<div id="Zoom"><div class="TRS_Editor"><style type="text/css">.TRS_Editor P{margin-top:0;line-height:1.8}</style><div class="Custom_UnionStyle"><div class=TRS_Editor>${body}</div></div></div></div>
<div class="xgfj"><strong>相关附件：</strong><ul>${fileLinks(article, (name, file) => `<li><a href="./${file}" OLDSRC="W0${file}" target="_blank">${name}</a></li>`)}</ul></div>${furniture.share.html}</div>${furniture.foot.html}</body></html>`,
    };
  },
};

const late: Layout = {
  name: 'trs-2022',
  cms: 'trs',
  url: 'http://www.liuxi.example/zfxxgk/fdzdgknr/202309/t20230911_410032.shtml',
  writes: 'plain',
  prints: {
    index: false,
    breadcrumb: ['首页', '政务公开', '法定主动公开内容'],
    byline: ['published', 'source'],
  },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.share,
      furniture.seeAlso,
      furniture.sideNews,
      furniture.disclaimer,
      furniture.foot,
    );
    return {
      says: [...around.says, '字号'],
      html: `<!DOCTYPE html><html>${head(article, standardMeta(article))}<body>${furniture.barTop.html}${furniture.menu.html}<main><nav class="breadcrumb"><a href="/">首页</a><span> > </span><a href="/z">政务公开</a><span> > </span><a href="/f">法定主动公开内容</a></nav>
<article class="detail"><h1>${article.title}</h1><div class="detail-info"><span>来源：${article.agency}</span><span>发布时间：${article.published} 10:00</span><span class="fz">字号：<a>大</a><a>中</a><a>小</a></span></div>
<div class="trs_editor_view TRS_UEDITOR trs_paper_default trs_web">${body}${fileLinks(article, (name, file, at) => `<p class="insertfileTag" style="line-height: 16px;">附件：${at + 1}.<img src="/ueditor/icon_doc.gif"><a appendix="true" href="./${file}" title="${name}">${name}</a></p>`)}</div>${furniture.share.html}</article>${furniture.seeAlso.html}<aside>${furniture.sideNews.html}</aside>${furniture.disclaimer.html}</main>${furniture.foot.html}</body></html>`,
    };
  },
};

export const trs: readonly Layout[] = [early, middle, late];
