/** The furniture that invented sites print around their texts. */

export const accessibility = `<div class="wza"><a href="javascript:void(0)">无障碍浏览</a><span>|</span><a href="#">长者模式</a>
<a href="#">语音播报</a><a href="#">放大</a><a href="#">缩小</a><a href="#">高对比度</a></div>`;

export const navigation = `<div class="nav"><ul><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li>
<li><a href="/bsfw/">办事服务</a></li><li><a href="/zmhd/">政民互动</a></li></ul></div>
<div class="search"><form><input value="请输入关键字"><a href="/gjss">高级搜索</a></form><p>热门搜索：<a href="#">公积金</a></p></div>`;

export const afterText = `<div class="share">分享到：<a href="#">微信</a><a href="#">新浪微博</a></div>
<div class="pager"><p>上一篇：<a href="a1.html">青禾县水务局关于开展河道清理的通知</a></p><p>下一篇：没有了</p></div>
<div class="xg"><h4>相关阅读</h4><ul><li><a href="b1.html">青禾县水务局2015年部门决算</a><span>2016-08-30</span></li>
<li><a href="b2.html">关于青禾水库除险加固工程的公示</a><span>2016-09-02</span></li></ul></div>`;

export const footer = `<div class="foot"><p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a></p>
<p>主办单位：青禾县人民政府　承办单位：青禾县大数据中心</p><p>某ICP备00000000号-1　某公网安备 99999902000001号　网站标识码：9999020001</p></div>`;

/** A page with its head. */
export const page = (head: string, body: string): string =>
  `<!DOCTYPE html>\n<html><head>${head}</head>\n<body>\n${body}\n</body></html>`;
