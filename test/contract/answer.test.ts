/** Answers of interfaces: an article in one of their fields is read as the page that a script would print. */
import { UnreadableError } from '@xxgk/ingest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { articleHtml, jsonAnswer, jsonList, xmlAnswer } from '../recipes/answer/answers.ts';
import { parsed } from './reading.ts';

async function blocks(text: string | Uint8Array) {
  const { pages } = await parsed(Buffer.from(text), 'answer', '');
  return pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));
}

async function bodyOf(text: string | Uint8Array): Promise<string[]> {
  const all = await blocks(text);
  return all
    .filter(({ role }) => role === 'body')
    .map((block) => (block.kind === 'table' ? `table ${block.rows}x${block.columns}` : block.text));
}

const expected = [
  '关于印发某某办法的通知',
  '各乡镇人民政府：',
  '现将《某某办法》印发给你们，请认真贯彻执行。',
  'table 2x2',
  '某某县人民政府',
];

const escapedHtml = articleHtml.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('the text', () => {
  test.each<[string, string | Uint8Array]>([
    ['in an object', jsonAnswer()],
    ['in a call of a script', `jQuery_17({"data":${jsonAnswer()}});`],
    ['in a list of one', `[${jsonAnswer()}]`],
    ['in XML', xmlAnswer()],
    ['in GBK', iconv.encode(jsonAnswer(), 'gbk')],
    ['under another name', jsonAnswer({ content: undefined, infoContent: articleHtml })],
    ['escaped a second time', jsonAnswer({ content: escapedHtml })],
    ['beside its summary', jsonAnswer({ summary: '各乡镇人民政府：现将《某某办法》印发给你们。' })],
    ['of a page', jsonAnswer({ content: `<html><body>${articleHtml}</body></html>` })],
  ])('%s', async (_, text) => {
    expect(await bodyOf(text)).toEqual(expected);
  });

  test('without tags has a paragraph for each line', async () => {
    const content = '各乡镇人民政府：\n现将《某某办法》印发给你们，请认真贯彻执行。\n1 < 2 & 3';
    expect((await bodyOf(jsonAnswer({ content }))).slice(1)).toEqual(content.split('\n'));
  });

  test('has its place in the answer', async () => {
    const found = await blocks(jsonAnswer());
    const body = found.filter(({ role }) => role === 'body');
    expect(body.map(({ path }) => path)).toEqual([
      '$.data.title',
      '$.data.content > p:nth-of-type(1)',
      '$.data.content > p:nth-of-type(2)',
      '$.data.content > table:nth-of-type(1)',
      '$.data.content > p:nth-of-type(3)',
    ]);
  });
});

test('what stands beside the text: meta, index header, files', async () => {
  const found = await blocks(jsonAnswer());
  const told = found.flatMap((block) =>
    block.kind === 'table' || !['meta', 'index'].includes(block.role)
      ? []
      : [`${block.role} ${block.label}: ${block.text}`],
  );
  expect(told).toEqual([
    'meta ArticleTitle: 关于印发某某办法的通知',
    'meta id: 7',
    'meta PubDate: 2020-01-01 12:00:00',
    'meta docNumber: 某政发〔2019〕9号',
    'meta ContentSource: 某某县人民政府办公室',
    'index doc_number: 某政发〔2019〕9号',
    'index index_number: 000014349/2019-00012',
  ]);
  expect(found).toContainEqual(expect.objectContaining({ role: 'attachment', text: '附件1.docx' }));
});

test.each([
  ['a list of articles', jsonList(), 'list of articles'],
  ['an answer without one', '{"code":404,"message":"没有找到"}', 'holds no article'],
  ['a list of numbers', '[{"a":1},{"a":2}]', 'holds no article'],
  ['XML of something else', '<?xml version="1.0"?><config><a>1</a></config>', 'holds no article'],
])('%s is told, and nothing is read', async (_, text, message) => {
  const { pages, diagnostics } = await parsed(Buffer.from(text), 'answer', '');
  expect(pages).toMatchObject([{ blocks: [] }]);
  expect(diagnostics).toMatchObject([{ code: 'parse/no-article', severity: 'warning' }]);
  expect(diagnostics[0]?.message).toContain(message);
});

test('an answer that breaks off is refused', async () => {
  await expect(parsed(Buffer.from(jsonAnswer().slice(0, -5)), 'answer', '')).rejects.toThrow(
    UnreadableError,
  );
});
