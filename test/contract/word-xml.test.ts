/** Word's documents as one XML file, as export programs fill them in. */
import type { Block } from '@xxgk/extract/document';
import { UnreadableError } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { flatPackage, type Word2003, word2003 } from '../recipes/word-xml/word-2003.ts';
import { parsed, tablesOf } from './reading.ts';

const read = (bytes: Uint8Array) => parsed(bytes, 'a.doc', '');
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

const blocksIn = ({ pages }: Awaited<ReturnType<typeof read>>): Block[] =>
  pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));

const texts = async (xml: Word2003): Promise<string[]> =>
  blocksIn(await read(word2003(xml))).map((block) => (block.kind === 'table' ? '' : block.text));

describe('Word 2003 XML', () => {
  test('automatic numbers are printed', async () => {
    const lists =
      '<w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="7"><w:ilst w:val="3"/></w:list>';
    const numbered = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="7"/></w:listPr>';
    const body = paragraph(run('总体'), numbered) + paragraph(run('问题'), numbered);
    expect(await texts({ body, lists })).toEqual(['一、总体', '二、问题']);
  });

  test('changes are accepted, comments and notes stand apart', async () => {
    const change = (type: string, content: string): string =>
      `<aml:annotation w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;
    const body = paragraph(
      `${run('甲')}${change('Insertion', run('乙'))}${change('Deletion', '<w:r><w:delText>丙</w:delText></w:r>')}${change('Comment', paragraph(run('评')))}<w:r><w:footnote>${paragraph(run('注'))}</w:footnote></w:r>${run('丁')}`,
    );
    expect(await texts({ body })).toEqual(['甲乙丁', '注']);
  });

  test('merged cells, first-line indents and footers are read', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('来源', '<w:vmerge w:val="restart"/>')}${cell('1')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('2')}</w:tr></w:tbl>`;
    const indented = paragraph(run('正文'), '<w:ind w:first-line="640" w:first-line-chars="200"/>');
    const found = await read(word2003({ body: indented + table, footer: paragraph(run('- 1 -')) }));
    expect(tablesOf(found)[0]?.cells).toMatchObject([{ text: '来源', rowSpan: 2 }, {}, {}]);
    const [first, , last] = blocksIn(found);
    expect(first).toMatchObject({ text: '正文', indent: 2 });
    expect(last).toMatchObject({ role: 'folio', text: '- 1 -' });
  });

  test('a stray & of the program that filled it in is mended and told', async () => {
    const found = await read(word2003({ body: paragraph(run('甲 & 乙')) }));
    expect(blocksIn(found)).toMatchObject([{ text: '甲 & 乙' }]);
    expect(found.diagnostics).toMatchObject([{ code: 'parse/repaired' }]);
  });

  test('cut off, it is refused', async () => {
    const bytes = word2003({ body: paragraph(run('正文').repeat(50)) });
    await expect(read(bytes.subarray(0, 900))).rejects.toThrow(UnreadableError);
  });
});

test('a package written as one file (Flat OPC) reads like the package', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
  const found = await read(
    flatPackage({ body: paragraph(run('主动公开'), '<w:pStyle w:val="A"/>'), styles }),
  );
  expect(blocksIn(found)).toMatchObject([{ kind: 'heading', level: 2, text: '主动公开' }]);
});
