/** Sites of no known system: tables of 2004, a small site of 2013, a recent page of scripts. */
import * as furniture from './furniture.ts';
import { entries, fileLinks, head, type Layout } from './layout.ts';

const { together } = furniture;

const early: Layout = {
  name: 'home-made-2004',
  cms: null,
  url: 'http://www.liuxi.example/shownews.asp?newsid=318',
  writes: 'breaks',
  prints: { index: false, breadcrumb: [], byline: ['published', 'source'] },
  page: (article, body) => {
    const around = together(furniture.oldMenu, furniture.oldFoot);
    return {
      says: [...around.says, '返回', '机构设置', '政策法规', '站内搜索'],
      html: `<html><head><title>柳溪市政府网</title></head><body>${furniture.oldMenu.html}<table width=980 align=center><tr><td width=180 valign=top><table width=100%><tr><td bgcolor=#eeeeee>站内搜索</td></tr><tr><td><form><input name=k size=12></form></td></tr><tr><td><a href=jg.asp>机构设置</a></td></tr><tr><td><a href=fg.asp>政策法规</a></td></tr></table></td>
<td valign=top><table width=100%><tr><td align=center><font size=4 color=red><b>${article.title}</b></font></td></tr><tr><td align=center>作者：办公室 来源：${article.agency} 发布时间：${article.published} 点击：31</td></tr>
<tr><td><font size=3>${body}</font></td></tr><tr><td>${fileLinks(article, (name, file) => `附件：<a href="upfile/${file}">${name}</a><br>`)}</td></tr><tr><td align=right><a href="javascript:window.print()">打印</a> <a href="javascript:history.back()">返回</a></td></tr></table></td></tr></table>${furniture.oldFoot.html}</body></html>`,
    };
  },
};

const middle: Layout = {
  name: 'home-made-2013',
  cms: null,
  url: 'http://www.liuxi.example/a/tongzhigonggao/318.html',
  writes: 'word',
  prints: { index: false, breadcrumb: ['主页', '通知公告'], byline: ['published', 'source'] },
  page: (article, body) => {
    const around = together(
      furniture.menu,
      furniture.sideNews,
      furniture.neighbours,
      furniture.foot,
    );
    return {
      says: around.says,
      html: `<!DOCTYPE html><html>${head(article, '', '柳溪在线')}<body>${furniture.menu.html}<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> > <a href="/a/">通知公告</a> > </div><div class="viewbox"><div class="t1"><h2>${article.title}</h2></div>
<div class="t2"><small>时间:</small>${article.published} 09:12<small>来源:</small>${article.agency}<small>点击:</small><script src="/plus/count.php"></script>次</div><div class="t3"><table width="100%"><tr><td>${body}${fileLinks(article, (name, file) => `<p><a href="/uploads/soft/${file}">${name}</a></p>`)}</td></tr></table></div>${furniture.neighbours.html}</div>${furniture.sideNews.html}${furniture.foot.html}</body></html>`,
    };
  },
};

const late: Layout = {
  name: 'home-made-2024',
  cms: null,
  url: 'https://www.liuxi.example/detail/318',
  writes: 'nested',
  prints: { index: true, breadcrumb: ['首页', '公开'], byline: ['published', 'source'] },
  page: (article, body) => {
    const around = together(
      furniture.barTop,
      furniture.menu,
      furniture.share,
      furniture.seeAlso,
      furniture.disclaimer,
      furniture.foot,
      furniture.hidden,
    );
    const boxes = entries(article)
      .map(
        ([label, value]) =>
          `<div class="el-col-12"><span class="lb">${label}</span><span class="vl">${value}</span></div>`,
      )
      .join('');
    return {
      says: around.says,
      html: `<!DOCTYPE html><html lang="zh-CN">${head(article, '')}<body><div id="app" data-v-7ba5bd90><div class="layout" data-v-1f>${furniture.barTop.html}${furniture.menu.html}<div class="p-c"><div class="b1" data-v-2a>首页 / 公开</div><div class="c1" data-v-3c><div class="c2"><div class="el-row">${boxes}</div><div class="c3"><span>${article.title}</span></div><div class="c4"><span>发布时间：${article.published}</span><span>来源：${article.agency}</span></div>
<div class="c5"><div>${body}</div></div><div class="c6">${fileLinks(article, (name, _, at) => `<a href="/api/file/download?fid=7${at}"><i></i>${name}</a>`)}</div></div>${furniture.share.html}</div>${furniture.seeAlso.html}${furniture.disclaimer.html}</div>${furniture.foot.html}</div></div>${furniture.hidden.html}</body></html>`,
    };
  },
};

export const homeMade: readonly Layout[] = [early, middle, late];
