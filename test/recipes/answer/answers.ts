/** Articles as interfaces give them to the scripts of a page. */

export const articleHtml =
  '<p>各乡镇人民政府：</p><p>现将《某某办法》印发给你们，请认真贯彻执行。</p><table border="1"><tr><td>项目</td><td>数</td></tr><tr><td>废止</td><td>3</td></tr></table><p>某某县人民政府</p>';

const article = {
  id: 7,
  title: '关于印发某某办法的通知',
  content: articleHtml,
  publishTime: 1577851200000,
  docNumber: '某政发〔2019〕9号',
  source: '某某县人民政府办公室',
  domainMetaList: [{ resultList: [{ key: 'syh', name: '索引号', value: '000014349/2019-00012' }] }],
  attachments: [{ fileName: '附件1.docx', filePath: '/files/1.docx' }],
};

/** @param more Fields in place of these; undefined takes one away. */
export const jsonAnswer = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ success: true, code: 200, data: { ...article, ...more } });

/** A list of articles with what each begins with. */
export const jsonList = (): string =>
  JSON.stringify({
    data: { total: 2, results: [article, { ...article, id: 8, title: '关于召开会议的通知' }] },
  });

export const xmlAnswer = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<info><title>${article.title}</title><content><![CDATA[${articleHtml}]]></content><wenhao>${article.docNumber}</wenhao><publishdate>2020-01-01</publishdate></info>`;
