/** Legacy Word files: paragraphs, tables rebuilt, and what cannot be read. */
import type { Block } from '@xxgk/extract/document';
import { EncryptedError, UnreadableError } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { wordBinary } from '../recipes/doc/word-binary.ts';
import { compoundFile } from '../recipes/ole.ts';
import { parsed } from './reading.ts';

const read = (bytes: Uint8Array) => parsed(bytes, 'a.doc', '');

const shown = (block: Block): unknown =>
  block.kind === 'table'
    ? Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
      )
    : block.text;

async function blocks(bytes: Uint8Array): Promise<unknown[]> {
  const { pages } = await read(bytes);
  return pages.flatMap((page) => (page.kind === 'text' ? page.blocks.map(shown) : []));
}

describe('doc', () => {
  test('keeps text and tables in order, and every character', async () => {
    const rows = [
      ['指标', '单位', '数'],
      ['收到申请数', '件', '12'],
      ['办结“申请”数', '——', ''],
    ];
    const found = await blocks(
      wordBinary(['年度报告', '　　一、概述', rows, '某局', '2018年1月5日']),
    );
    expect(found).toEqual(['年度报告', '　　一、概述', rows, '某局', '2018年1月5日']);
  });

  test('joins the paragraphs of a cell', async () => {
    const rows = [
      ['指标', '数'],
      ['公开信息数\n（相同信息计1条）', '4'],
      ['解读数', '5\n6'],
    ];
    expect(await blocks(wordBinary([rows]))).toEqual([
      [
        ['指标', '数'],
        ['公开信息数（相同信息计1条）', '4'],
        ['解读数', '56'],
      ],
    ]);
  });

  test('reads a long table whole', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`第${at}项`, String(at)]);
    expect(await blocks(wordBinary(['表', rows]))).toEqual(['表', rows]);
  });

  test('keeps two tables apart when text stands between them', async () => {
    const between = '二、'.padEnd(70, '说明');
    const found = await blocks(wordBinary([[['甲', '1']], between, [['乙', '2']]]));
    expect(found).toEqual([[['甲', '1']], between, [['乙', '2']]]);
  });

  test('says when a password is needed, and when the file is no document', async () => {
    await expect(read(wordBinary(['密'], true))).rejects.toThrow(EncryptedError);
    const other = compoundFile([{ name: 'Workbook', content: Buffer.alloc(10) }]);
    await expect(read(other)).rejects.toThrow(UnreadableError);
    await expect(read(wordBinary(['文']).subarray(0, 700))).rejects.toThrow(UnreadableError);
  });
});
