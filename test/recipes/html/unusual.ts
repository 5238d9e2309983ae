/** Articles that are not simply printed: kept in scripts, in tabs, on several pages, in viewers. */
import { utf8, type WebPage } from './page.ts';

const title = '临江区关于调整农贸市场营业时间的通知';
const paragraphs = [
  '各农贸市场开办单位：',
  '为保障居民日常采购需要，自5月1日起调整全区农贸市场营业时间，现将有关事项通知如下。',
  '一、早市营业时间提前至五点三十分，晚市结束时间延长至二十点。',
];
const marked = paragraphs.map((text) => `<p>${text}</p>`).join('');
const url = 'http://www.linjiang.example/gk/202104/t20210421_771.html';
const byline = '<div>发布时间：2021-04-21 来源：区商务局</div>';
const printed = { published: '2021-04-21', source: '区商务局' };

type Expected = WebPage['expect'];

const made = (
  name: string,
  body: string,
  expected: Partial<Expected> = {},
  head = '',
): WebPage => ({
  name,
  url,
  fileName: null,
  declaredCharset: 'utf-8',
  bytes: utf8(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}-临江区政府</title>${head}</head><body><h1>${title}</h1>${byline}${body}<div class="bottom">主办单位：临江区人民政府　网站标识码：9988000121</div></body></html>`,
  ),
  expect: {
    charset: 'utf-8',
    cms: 'trs',
    title,
    lines: paragraphs,
    byline: printed,
    site: { site_id_code: '9988000121' },
    ...expected,
  },
});

const escaped = marked.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const fromScript = { diagnostics: ['parse/text-from-script'] };

const carried: readonly WebPage[] = [
  made('in-textarea', `<textarea style="display:none" id="raw">${escaped}</textarea>`, fromScript),
  made('in-template', `<template id="t">${marked}</template><div id="app"></div>`, fromScript),
  made('in-html-script', `<script type="text/html" id="t">${marked}</script>`, fromScript),
  made(
    'in-json-of-script',
    `<div id="c"></div><script>var page = {"id": 771, 'content': ${JSON.stringify(marked).replaceAll('</', '<\\/')}};render(page);</script>`,
    fromScript,
  ),
  made(
    'in-unicode-escapes',
    `<script>document.write("${[...marked].map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign.replace('"', '\\"'))).join('')}");</script>`,
    fromScript,
  ),
  made(
    'percent-encoded',
    `<script>$('#c').html(decodeURIComponent('${encodeURIComponent(marked)}'))</script>`,
    fromScript,
  ),
  made('in-srcdoc', `<iframe srcdoc="${marked.replaceAll('"', '&quot;')}"></iframe>`, fromScript),
];

const readAsPrinted: readonly WebPage[] = [
  made('preformatted', `<pre>\n${paragraphs.map((text) => `    ${text}`).join('\n')}\n</pre>`),
  made('kept-lines', `<div style="white-space: pre-line">${paragraphs.join('\n')}</div>`),
  made(
    'two-tabs',
    `<ul class="tabs"><li>正文</li><li>解读</li></ul><div class="tab-c active">${marked}</div><div class="tab-c" style="display:none"><p>问：为什么调整？答：多数居民反映原有时间偏晚，不便上班前采购。</p></div>`,
    {
      lines: [...paragraphs, '问：为什么调整？答：多数居民反映原有时间偏晚，不便上班前采购。'],
    },
  ),
  made(
    'copy-for-telephones',
    `<div class="pc">${marked}</div><div class="pc" style="display:none">${marked}</div>`,
  ),
  made(
    'noise-against-copying',
    `<div>${marked.replace('居民日常', '居民<span class="jm">k9x</span>日<i style="font-size:0">防盗</i>常<b style="display: none">本文来自临江</b>')}</div>`,
    {},
    '<style>.jm { display:none } @media print { .pc { display:none } }</style>',
  ),
  made(
    'readings-over-characters',
    `<div>${marked.replace('农贸', '<ruby>农<rp>(</rp><rt>nóng</rt><rp>)</rp></ruby>贸')}</div>`,
  ),
  made(
    'body-over-siblings',
    `<div>${paragraphs[0]}</div><p>${paragraphs[1]}</p><section><span>${paragraphs[2]}</span></section>`,
  ),
  made(
    'two-texts',
    `<div class="TRS_Editor">${marked}</div><div class="xgjd"><h3>相关解读</h3></div><div id="zoom2"><div class="v_news_content"><p>${'这次调整主要考虑居民作息和商户意见，经过三轮听证后确定。'.repeat(9)}</p></div></div>`,
    {
      cms: 'vsb',
      lines: [...paragraphs, '这次调整主要考虑居民作息和商户意见，经过三轮听证后确定。'.repeat(9)],
    },
  ),
  made(
    'first-of-three-pages',
    `<div class="TRS_Editor">${marked}</div><div class="pagebar"><script>createPageHTML(3, 0, "t20210421_771", "html");</script></div>`,
    { diagnostics: ['parse/page-of-many'] },
  ),
  made(
    'first-of-two-pages',
    `<div class="TRS_Editor">${marked}</div><div class="fy">第1页 共2页 <a href="t20210421_771_1.html">下一页</a></div>`,
    { diagnostics: ['parse/page-of-many'] },
  ),
];

const base = 'http://www.linjiang.example';

const files: readonly WebPage[] = [
  made(
    'files-in-viewers',
    `<div>${marked}</div><iframe src="/static/pdfjs/web/viewer.html?file=%2Fupload%2Flist.pdf"></iframe><embed src="../b.pdf" type="application/pdf"><object data="c.ofd"></object>`,
    {
      attachments: [
        ['list.pdf', `${base}/upload/list.pdf`],
        ['b.pdf', `${base}/gk/b.pdf`],
        ['c.ofd', `${base}/gk/202104/c.ofd`],
      ],
    },
  ),
  made(
    'files-behind-scripts',
    `<div>${marked}<p><a href="javascript:;" onclick="down('/f/1/table.xlsx','1')">附件1：报名表</a></p><p><a data-href="/f/2/map.pdf">附件2：示意图</a></p><p>附件3：<a href="javascript:openFile('/f/download.do?id=9')">名录.docx</a></p></div>`,
    {
      lines: [...paragraphs, '附件1：报名表', '附件2：示意图', '附件3：名录.docx'],
      attachments: [
        ['附件1：报名表', `${base}/f/1/table.xlsx`],
        ['附件2：示意图', `${base}/f/2/map.pdf`],
        ['名录.docx', `${base}/f/download.do?id=9`],
      ],
    },
  ),
  made(
    'files-under-a-base',
    `<div>${marked}</div><div class="down"><p>附件：</p><p><a href="a/1.doc">申请表</a></p><p><a href="/servlet/get?no=2">价目表.xls</a></p></div>`,
    {
      attachments: [
        ['申请表', 'http://files.linjiang.example/x/a/1.doc'],
        ['价目表.xls', 'http://files.linjiang.example/servlet/get?no=2'],
      ],
    },
    '<base href="http://files.linjiang.example/x/">',
  ),
];

export const unusual: readonly WebPage[] = [...carried, ...readAsPrinted, ...files];
