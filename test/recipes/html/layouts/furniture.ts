/** What sites print around articles: markup, and the words of it that no text may hold. */

export interface Furniture {
  readonly html: string;
  readonly says: readonly string[];
}

export const together = (...pieces: readonly Furniture[]): Furniture => ({
  html: pieces.map(({ html }) => html).join('\n'),
  says: pieces.flatMap(({ says }) => says),
});

const links = (names: readonly string[], join: string, folder = 'x'): string =>
  names.map((name, at) => `<a href="/${folder}/${at}.html" target="_blank">${name}</a>`).join(join);

const items = (names: readonly string[], date = ''): string =>
  names
    .map(
      (name, at) =>
        `<li><a href="/n/${at}.html" title="${name}">${name}</a><span>${date}</span></li>`,
    )
    .join('');

/** Bars for the elderly and the blind. */
export const barTop: Furniture = {
  html: `<div class="zoomhead"><a href="javascript:;" id="cniil_wza">无障碍阅读</a><i>|</i><a href="javascript:void(0)">进入关怀版</a> <a href="#">简</a> <a href="#">繁</a>
<span>网站支持IPv6</span><a href="/login">个人中心</a></div>`,
  says: ['无障碍阅读', '进入关怀版', '网站支持IPv6', '个人中心'],
};

const columns = ['网站首页', '政务公开', '办事服务', '互动交流', '走进柳溪'];
const hot = ['公积金提取', '不动产登记', '居住证'];

export const menu: Furniture = {
  html: `<div class="topmenu"><ul>${columns.map((name) => `<li><a href="/${name.length}/">${name}</a></li>`).join('')}</ul></div>
<div class="ss"><form action="/s"><input type="text" value="请输入关键词"><button>搜索</button></form>热门搜索：${links(hot, ' ')}</div>`,
  says: ['办事服务', '互动交流', '走进柳溪', '热门搜索', ...hot],
};

/** Menu of tables and pictures, as before style sheets. */
export const oldMenu: Furniture = {
  html: `<table width="980" align="center" cellspacing="0"><tr><td colspan="6"><img src="images/banner.jpg" width="980"></td></tr>
<tr bgcolor="#0066cc">${columns.map((name) => `<td align="center"><a href="${name.length}.asp"><font color="#ffffff">${name}</font></a></td>`).join('')}</tr></table>`,
  says: columns.slice(1),
};

const leftColumns = ['机构概况', '领导信息', '规划计划', '财政预决算', '人事信息'];

export const sideMenu: Furniture = {
  html: `<div class="lside"><h3>信息公开目录</h3><ul>${items(leftColumns)}</ul><p>联系地址：柳溪市滨河东路18号</p></div>`,
  says: ['信息公开目录', '财政预决算', '联系地址'],
};

const fresh = [
  '我市召开秋季防汛抗旱工作会议部署下一阶段任务',
  '市领导到临江新区调研重点项目建设情况',
  '柳溪市入选全国节水型社会建设达标名单',
];

/** A column of news with pictures and the first words of each. */
export const sideNews: Furniture = {
  html: `<div class="rside"><div class="tt">热点推荐</div>${fresh
    .map(
      (name, at) =>
        `<div class="item"><a href="/n/${at}.html"><img src="/u/${at}.jpg" alt=""><b>${name}</b></a><p>据了解，${name.slice(0, 12)}，各有关单位参加……</p></div>`,
    )
    .join('')}</div>`,
  says: ['热点推荐', ...fresh],
};

export const fontTools: Furniture = {
  html: `<div class="gnl">【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】 <a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div>`,
  says: ['打印本页', '关闭窗口', '字体'],
};

export const share: Furniture = {
  html: `<div class="bshare-custom">分享到：<a title="分享到微信" href="#">微信</a><a href="#">新浪微博</a><a href="#">QQ空间</a><div class="wxcode"><img src="/ewm.png" alt="二维码"><p>扫一扫在手机打开当前页</p></div></div>`,
  says: ['分享到', '新浪微博', 'QQ空间', '扫一扫'],
};

const around = ['柳溪市水利局关于公布河长名单的公告', '柳溪市财政局关于做好决算编报的通知'];

export const neighbours: Furniture = {
  html: `<div class="sxp"><p>上一篇：<a href="/n/81.html">${around[0]}</a></p><p>下一篇：<a href="/n/83.html">${around[1]}</a></p></div>`,
  says: ['上一篇', '下一篇', ...around],
};

const related = [
  '柳溪市2018年渡口改造工程中标结果公示',
  '关于印发柳溪市电梯安全管理规定的通知',
  '柳溪市食品安全委员会工作规则',
  '图解：一张图看懂柳溪市年度工作报告',
];

export const seeAlso: Furniture = {
  html: `<div class="xgbox"><h4>相关阅读</h4><ul>${items(related, '2018-12-03')}</ul></div>`,
  says: ['相关阅读', ...related],
};

export const disclaimer: Furniture = {
  html: '<div class="smbox"><p>免责声明：</p><p>本网转载其他媒体的稿件，目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。</p><p>如涉及版权问题，请作者在两周内来电或来函与本网联系。</p></div>',
  says: ['免责声明', '本网转载', '如涉及版权问题'],
};

const friends = ['中国政府网', '省人民政府', '新华网', '人民网'];

export const foot: Furniture = {
  html: `<div class="dibu"><div class="yqlj"><span>友情链接：</span>${links(friends, ' ')}<select><option>各县区网站</option><option>临江区</option></select></div>
<p><a href="/gy">关于我们</a> | <a href="/dt">网站地图</a> | <a href="/sm">网站声明</a></p>
<p>主办单位：柳溪市人民政府办公室　承办单位：柳溪市政务数据中心</p><p>网站标识码：9988000016　某ICP备19000021号-2　某公网安备 99880002000033号</p><p>您是第1204467位访问者</p></div>`,
  says: [
    '友情链接',
    '关于我们',
    '网站地图',
    '主办单位',
    '网站标识码',
    'ICP备',
    '公网安备',
    '各县区网站',
    '访问者',
  ],
};

export const oldFoot: Furniture = {
  html: `<table width="980" align="center"><tr><td align="center"><a href="#" onclick="this.style.behavior='url(#default#homepage)'">设为首页</a> | <a href="javascript:window.external.AddFavorite('/','x')">加入收藏</a> | <a href="mailto:a@liuxi.example">联系我们</a><br>
版权所有：柳溪市人民政府 地址：柳溪市人民路1号 邮编：999000<br>技术支持：柳溪市信息中心 建议使用1024*768分辨率浏览本站</td></tr></table>`,
  says: ['设为首页', '加入收藏', '联系我们', '版权所有', '技术支持', '分辨率'],
};

/** Hidden things: a copy for phones, words against copying, a dialog. */
export const hidden: Furniture = {
  html: `<div class="layer" style="display: none;"><p>您即将离开本网站，是否继续访问？</p><a>继续访问</a><a>放弃</a></div><div hidden>站内信通知栏</div>`,
  says: ['即将离开本网站', '继续访问', '站内信通知栏'],
};
