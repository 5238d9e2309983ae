/** Pages of agencies on the systems in use: one for each family and each way to print the header. */
import iconv from 'iconv-lite';
import { accessibility, afterText, footer, navigation, page } from './chrome.ts';
import { utf8, type WebPage } from './page.ts';

const reportLines = [
  '根据《中华人民共和国政府信息公开条例》，现公布青禾县水务局2016年政府信息公开年度报告。',
  '一、概述',
  '2016年，县水务局围绕河湖管理推进信息公开，完善制度，明确专人负责，未发生泄密事件。',
  '二、主动公开政府信息情况',
  '全年通过县政府网站公开信息142条，通过公示栏公开信息20条。',
  '青禾县水务局',
  '2017年2月20日',
];

/** TRS, four-column header, every kind of furniture. */
export const trs: WebPage = {
  name: 'trs',
  url: 'http://www.qinghe.gov.cn/swj/xxgknb/201702/t20170221_40112.html',
  fileName: null,
  declaredCharset: 'utf-8',
  bytes: utf8(
    page(
      `<meta charset="utf-8"><title>青禾县水务局2016年政府信息公开年度报告_青禾县人民政府</title>
<meta name="SiteName" content="青禾县人民政府"><meta name="ArticleTitle" content="青禾县水务局2016年政府信息公开年度报告">
<meta name="PubDate" content="2017-02-21 09:30"><meta name="viewport" content="width=device-width">`,
      `${accessibility}${navigation}
<div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="../">信息公开年报</a></div>
<table class="xxgk"><tr><td>索&nbsp;引&nbsp;号：</td><td>012345678/2017-00021</td><td>主题分类：</td><td>水利、水务</td></tr>
<tr><td>发布机构：</td><td>青禾县水务局</td><td>发布日期：</td><td>2017-02-21</td></tr>
<tr><td>文　　号：</td><td>&nbsp;</td><td>关键词：</td><td>年报；信息公开</td></tr></table>
<div class="xl_title"><h1>青禾县水务局2016年政府信息公开年度报告</h1></div>
<div class="xl_info"><span>发布时间：2017-02-21 09:30</span>&nbsp;<span>来源：青禾县水务局</span>&nbsp;<span>浏览次数：<em></em></span>&nbsp;<span>字体：[ <a href="#">大</a> <a href="#">中</a> <a href="#">小</a> ]</span></div>
<div id="Zoom"><div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style><div class="Custom_UnionStyle">
${reportLines
  .slice(0, 5)
  .map((line) => `<p style="text-indent:2em"><span style="font-size:16px">${line}</span></p>`)
  .join('\n')}
<p style="text-align:right">${reportLines[5]}</p><p style="text-align:right">${reportLines[6]}</p></div></div></div>
<div class="fj"><strong>附件下载：</strong><a href="./P020170221.doc" title="2016年年度报告.doc">2016年年度报告.doc</a></div>
${afterText}${footer}`,
    ),
  ),
  expect: {
    charset: 'utf-8',
    cms: 'trs',
    title: '青禾县水务局2016年政府信息公开年度报告',
    lines: reportLines,
    index: {
      index_number: '012345678/2017-00021',
      topic_category: '水利、水务',
      publisher: '青禾县水务局',
      published_date: '2017-02-21',
      keywords: '年报；信息公开',
    },
    byline: { published: '2017-02-21 09:30', source: '青禾县水务局' },
    breadcrumb: ['首页', '政务公开', '信息公开年报'],
    site: {
      host_unit: '青禾县人民政府',
      undertaking_unit: '青禾县大数据中心',
      site_id_code: '9999020001',
    },
    attachments: [
      ['2016年年度报告.doc', 'http://www.qinghe.gov.cn/swj/xxgknb/201702/P020170221.doc'],
    ],
  },
};

const gbk = (html: string): Uint8Array => {
  // A3 A0 is what Word's full-width blank becomes on such pages; the encoder knows A1 A1 only.
  const bytes = iconv.encode(html.replaceAll('\u3000', '@@BLANK@@'), 'gb18030');
  const parts = bytes.toString('latin1').split('@@BLANK@@');
  return Buffer.from(parts.join('\xa3\xa0'), 'latin1');
};

/** 大汉 jcms, GBK under a gb2312 label, pasted from Word, the title again inside the text. */
export const jcms: WebPage = {
  name: 'jcms',
  url: 'http://ghj.chenghu.gov.cn/art/2018/5/9/art_1201_88231.html',
  fileName: null,
  declaredCharset: null,
  bytes: gbk(
    page(
      `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>澄湖市规划局 通知公告 关于规范建筑立面设计的通知</title>
<meta name='Maketime' content='2018-05-09 10:00:00'><meta name="ArticleTitle" content="关于规范建筑立面设计的通知"><meta name="PubDate" content="2018-05-09 09:58">`,
      `<table class="pos"><tr><td>当前位置：</td><td><a href="/">首页</a></td><td> &gt; <a href="/col/col1200/">信息公开</a></td><td> &gt; <a href="/col/col1201/">通知公告</a></td></tr></table>
<!--<$[标题名称(html)]>begin--><h2 class="con-title">关于规范建筑立面设计的通知</h2><!--<$[标题名称(html)]>end-->
<div class="sp_time">发布日期：2018-05-09　来源：<!--<$[信息来源]>begin-->澄湖市规划局<!--<$[信息来源]>end-->　浏览次数：<script src="/module/visitcount/articlehits.jsp"></script>　字号：[ <a href="#">大</a> <a href="#">小</a> ]</div>
<div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><meta name="ContentStart"><div class=Section1>
<p class=MsoNormal align=center><span style="color:red;font-size:26pt">澄湖市规划局文件</span><o:p></o:p></p>
<p class=MsoNormal align=center>澄规〔<span lang=EN-US>2018</span>〕<span lang=EN-US>31</span>号</p>
<p class=MsoNormal style="text-align:center"><b>关于规范建筑立面<br>设计的通知</b></p>
<p class=MsoNormal>各建设单位、设计单位：</p>
<p class=MsoNormal style="text-indent:32pt">　　为提升城市风貌，现就立面
设计有关事项通知如下。</p>
<p class=MsoNormal align=right>澄湖市规划局</p><p class=MsoNormal align=right>2018年5月8日</p></div>
<meta name="ContentEnd"><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--><div style="float:right;display:none">来源：澄湖市规划局</div></div>
<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div><div>上一条：<a href="/art/1.html">关于资质检查的通知</a></div>
<div class="foot">版权所有：澄湖市规划局　网站标识码：9999000031<br>技术支持：澄湖市信息中心</div>`,
    ),
  ),
  expect: {
    charset: 'gb18030',
    cms: 'jcms',
    title: '关于规范建筑立面设计的通知',
    lines: [
      '澄湖市规划局文件',
      '澄规〔2018〕31号',
      '各建设单位、设计单位：',
      '为提升城市风貌，现就立面设计有关事项通知如下。',
      '澄湖市规划局',
      '2018年5月8日',
    ],
    byline: { published: '2018-05-09', source: '澄湖市规划局' },
    breadcrumb: ['首页', '信息公开', '通知公告'],
    site: { site_id_code: '9999000031', copyright_holder: '澄湖市规划局' },
  },
};

/** 博达 VSB, UTF-8 under a gb2312 label, byline without separators, downloads without a name. */
export const vsb: WebPage = {
  name: 'vsb',
  url: 'https://jyj.qinghe.gov.cn/info/1042/5121.htm',
  fileName: null,
  declaredCharset: 'gb2312',
  bytes: utf8(
    page(
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>关于公布招生计划的公告-青禾县教育局</title>',
      `<div class="location">当前位置： <a href="../../index.htm">首页</a>>><a href="../../xxgk.htm">信息公开</a>>><a href="../../gg.htm">公告</a>>>正文</div>
<form name="_newscontent_fromname"><div class="bt">关于公布招生计划的公告</div>
<div class="sj">2021年06月01日来源:县教育局点击数:</div>
<div id="vsb_content_2"><div class="v_news_content"><p style="text-indent:2em">经县教育局研究，现将2021年招生计划予以公布。</p>
<p style="text-indent:2em">咨询时间为每个工作日，关闭报名通道的时间另行公告。</p></div></div></form>
<ul style="list-style-type:none"><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&amp;owner=12&amp;wbfileid=34" target="_blank">招生计划表.xlsx</a>】已下载<span></span>次</li></ul>
<div class="pn">上一条：<a href="5100.htm">关于放假的通知</a></div><div class="close">【<a href="#">关闭窗口</a>】</div>${footer}`,
    ),
  ),
  expect: {
    charset: 'utf-8',
    cms: 'vsb',
    title: '关于公布招生计划的公告',
    lines: [
      '经县教育局研究，现将2021年招生计划予以公布。',
      '咨询时间为每个工作日，关闭报名通道的时间另行公告。',
    ],
    byline: { published: '2021年06月01日', source: '县教育局' },
    breadcrumb: ['首页', '信息公开', '公告', '正文'],
    attachments: [
      [
        '招生计划表.xlsx',
        'https://jyj.qinghe.gov.cn/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=12&wbfileid=34',
      ],
    ],
    diagnostics: ['decode/charset-mislabelled'],
  },
};

/** 集约化平台, header as a definition list, GBK bytes that call themselves UTF-8. */
export const ucap: WebPage = {
  name: 'ucap',
  url: 'http://www.chenghu.gov.cn/c133076/202204/0123456789abcdef0123456789abcdef.shtml',
  fileName: null,
  declaredCharset: 'utf-8',
  bytes: iconv.encode(
    page(
      '<meta charset="utf-8"><title>澄湖市人民政府办公室关于调整防汛指挥部成员的通知</title>',
      `<dl class="xxgk-head"><dt>索 引 号</dt><dd>000012345/2022-00031</dd><dt>发文机关</dt><dd>澄湖市人民政府办公室</dd><dt>成文日期</dt><dd>2022年04月11日</dd>
<dt>发文字号</dt><dd>澄政办函〔2022〕9号</dd><dt>有 效 性</dt><dd></dd><dt>标题</dt><dd>澄湖市人民政府办公室关于调整防汛指挥部成员的通知</dd></dl>
<div id="UCAP-CONTENT"><p style="text-align:center"><strong>澄湖市人民政府办公室</strong></p><p style="text-align:center"><strong>关于调整防汛指挥部成员的通知</strong></p>
<p style="text-align:center">澄政办函〔2022〕9号</p><p>各县（区）人民政府：</p>
<p>　　因人事变动，现将调整后的市防汛指挥部成员名单印发给你们。</p><p>　　指挥长：方　某　副市长</p><p style="text-align:right">2022年4月11日&nbsp;&nbsp;&nbsp;&nbsp;</p><p>（此件公开发布）</p></div>`,
    ),
    'gb18030',
  ),
  expect: {
    charset: 'gb18030',
    cms: 'ucap',
    title: '澄湖市人民政府办公室关于调整防汛指挥部成员的通知',
    lines: [
      '澄政办函〔2022〕9号',
      '各县（区）人民政府：',
      '因人事变动，现将调整后的市防汛指挥部成员名单印发给你们。',
      '指挥长：方 某 副市长',
      '2022年4月11日',
      '（此件公开发布）',
    ],
    index: {
      index_number: '000012345/2022-00031',
      publisher: '澄湖市人民政府办公室',
      written_date: '2022年04月11日',
      doc_number: '澄政办函〔2022〕9号',
      title: '澄湖市人民政府办公室关于调整防汛指挥部成员的通知',
    },
    diagnostics: ['decode/charset-mislabelled'],
  },
};

const long = (subject: string): string =>
  `${subject}坚持以人民为中心，完善工作机制，压实工作责任，及时回应社会关切，切实保障公众的知情权、参与权、表达权和监督权，各项任务有序推进并取得阶段性成效。`;

/** 广东 NFCMS: header as list items, container of a common name, blanks between digits and words. */
export const nfcms: WebPage = {
  name: 'nfcms',
  url: 'http://www.baishidu.gov.cn/gkmlpt/content/3/3608/post_3608001.html',
  fileName: null,
  declaredCharset: null,
  bytes: utf8(
    page(
      '<meta charset="utf-8"><title>白石渡区2020年政务公开工作要点</title><script src="/gkmlpt/static/app.js"></script>',
      `<div class="header"><img src="/images/logo.png" alt="白石渡区人民政府门户网站"></div>
<ul class="classify"><li><label>索引号：</label><span>BSD001-2020-00012</span></li><li><label>分类：</label><span></span></li><li><label>发布机构：</label><span>白石渡区人民政府办公室</span></li>
<li><label>成文日期：</label><span>2020-05-06</span></li><li><label>名称：</label><span>白石渡区2020年政务公开工作要点</span></li></ul>
<h1 class="content-title">白石渡区2020年政务公开工作要点</h1><div class="date-row">发布日期：2020-05-08 浏览次数：-</div>
<div class="article-content"><p>${long('一、抓好重点领域。2020 年，全区')}</p><p>${long('二、抓好平台建设。全年办理 84 件建议，全区')}</p><p>${long('三、抓好 12 项督查。全区')}</p>
<p>${long('四、抓好 3 次培训。全区')}</p><p><a href="/attachment/0/88/88012/3608001.pdf">任务分工表</a></p></div>
<div class="tool"><a href="#">打印</a><a href="#">关闭</a></div>`,
    ),
  ),
  expect: {
    charset: 'utf-8',
    cms: 'nfcms',
    title: '白石渡区2020年政务公开工作要点',
    lines: [
      long('一、抓好重点领域。2020年，全区'),
      long('二、抓好平台建设。全年办理84件建议，全区'),
      long('三、抓好12项督查。全区'),
      long('四、抓好3次培训。全区'),
      '任务分工表',
    ],
    index: {
      index_number: 'BSD001-2020-00012',
      publisher: '白石渡区人民政府办公室',
      written_date: '2020-05-06',
      title: '白石渡区2020年政务公开工作要点',
    },
    byline: { published: '2020-05-08' },
    site: { site_name: '白石渡区人民政府门户网站' },
    attachments: [['任务分工表', 'http://www.baishidu.gov.cn/attachment/0/88/88012/3608001.pdf']],
  },
};

/** 龙讯: an annual report whose tables have merged cells; a copy for phones is hidden. */
export const longxun: WebPage = {
  name: 'longxun',
  url: 'http://www.qinghe.gov.cn/XxgkAnnualReport/show/2310.html',
  fileName: null,
  declaredCharset: 'utf-8',
  bytes: utf8(
    page(
      '<meta charset="utf-8"><title>青禾镇2021年政府信息公开工作年度报告</title>',
      `<div class="newstitle">青禾镇2021年政府信息公开工作年度报告</div>
<div class="info">信息来源: 青禾镇 阅读次数: 编辑:何某某 发布时间：2022-01-20 15:02 字体:【<a>大</a> <a>中</a> <a>小</a>】</div>
<div id="wh_x_c" class="j-fontContent"><p>一、总体情况</p><p>2021年，我镇主动公开信息61条。</p>
<table><tbody><tr><td colspan="4">第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>&nbsp;</td><td>/</td><td>2</td></tr></tbody></table>
<table border="1"><tr><td rowspan="2" colspan="2">情况</td><td colspan="2">申请人情况</td></tr><tr><td>自然人</td><td>总<br>计</td></tr>
<tr><td rowspan="0">三、结果</td><td>（一）予以公开</td><td>3</td><td>3</td></tr><tr><td>（二）部分公开</td><td>0</td><td>0</td></tr></table>
<p>二、存在的问题</p></div>
<div class="wap" style="display:none"><p>一、总体情况</p><p>2021年，我镇主动公开信息61条。</p></div>${footer}`,
    ),
  ),
  expect: {
    charset: 'utf-8',
    cms: 'longxun',
    title: '青禾镇2021年政府信息公开工作年度报告',
    lines: ['一、总体情况', '2021年，我镇主动公开信息61条。', '二、存在的问题'],
    tables: [
      [4, 4],
      [4, 4],
    ],
    byline: { published: '2022-01-20 15:02', source: '青禾镇', editor: '何某某' },
  },
};

/** A page of the year 2003: tables for layout, no container, nothing declared. */
export const tables: WebPage = {
  name: 'tables',
  url: 'http://www.lincheng.gov.cn/News_showGkmlNews.asp?id=12',
  fileName: null,
  declaredCharset: null,
  bytes: iconv.encode(
    `<html><head><title>林城市人民政府</title></head><body><table width=760><tr><td><img src="images/top.jpg"></td></tr>
<tr><td><a href="/">首页</a> | <a href="/a.asp">政务公开</a> | <a href="/b.asp">联系我们</a></td></tr></table>
<table width=760><tr><td width=180 valign=top><table><tr><td><a href=1.asp>机构设置</a></td></tr><tr><td><a href=2.asp>领导简介</a></td></tr></table></td>
<td><table><tr><td align=center><font size=4><b>关于做好春耕生产工作的意见</b></font></td></tr><tr><td align=center>作者：农业局　来源：本站　发布时间：2009-3-2　点击：121</td></tr>
<tr><td><font size=3>各乡（镇）人民政府：<br>　　${long('今年以来，农业部门')}<br>　　一、${long('抓好备耕，各乡镇')}<br>　　二、${long('抓好服务，各部门')}</font></td></tr>
<tr><td align=right>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></td></tr></table>
<table width=760><tr><td align=center>版权所有：林城市人民政府　技术支持：林城市信息办</td></tr></table></body></html>`,
    'gb18030',
  ),
  expect: {
    charset: 'gb18030',
    cms: null,
    title: '关于做好春耕生产工作的意见',
    lines: [
      '各乡（镇）人民政府：',
      long('今年以来，农业部门'),
      `一、${long('抓好备耕，各乡镇')}`,
      `二、${long('抓好服务，各部门')}`,
    ],
    byline: { published: '2009-3-2', source: '本站', author: '农业局' },
    site: { copyright_holder: '林城市人民政府' },
  },
};

/** Word's own HTML under the name of a Word file. */
export const wordHtml: WebPage = {
  name: 'word-html',
  url: null,
  fileName: '信息公开指南.doc',
  declaredCharset: null,
  bytes: iconv.encode(
    `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<title>信息公开指南</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN><div class=Section1><p class=MsoNormal align=center><b>白石渡区信息公开指南</b></p>
<p class=MsoNormal>[bookmark: _GoBack]为方便公民、法人和其他组织获取信息，编制本指南。<![if !supportEmptyParas]>&nbsp;<![endif]></p></div></body></html>`,
    'gb18030',
  ),
  expect: {
    charset: 'gb18030',
    cms: null,
    title: null,
    lines: ['白石渡区信息公开指南', '为方便公民、法人和其他组织获取信息，编制本指南。'],
  },
};
