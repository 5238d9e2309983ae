/** `xxgk extract` as its users call it: what stands on standard output, and nothing else. */
import { join } from 'node:path';
import { recordSchema } from '@xxgk/extract/record';
import { describe, expect, test } from 'vitest';
import { run } from './support/program.ts';

const sample = (name: string): string => join(import.meta.dirname, '../../samples', name);
const page = sample('annual-report-2022.html');

describe('xxgk extract', () => {
  test('prints one valid record per line', async () => {
    const { status, out, said } = await run(['extract', page]);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => recordSchema.parse(JSON.parse(line)));
    expect(records.map(({ kind }) => kind)).toEqual(['annual_report']);
  });

  test('--url is the address of a saved page', async () => {
    const url = 'http://www.example.gov.cn/xxgk/2023/t1.html';
    const { out } = await run(['extract', page, '--url', url]);
    expect(JSON.parse(out).source).toMatchObject({ url, host: 'www.example.gov.cn' });
  });

  test('--text prints the text without the chrome of the page', async () => {
    const { status, out } = await run(['extract', page, '--text']);
    expect(status).toBe(0);
    expect(out).toContain('根据《中华人民共和国政府信息公开条例》');
    expect(out).not.toContain('<');
  });

  test('--document prints pages, blocks and the versions of the stages', async () => {
    const { out } = await run(['extract', page, '--document']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'xxgk.document/1',
      source: { media_type: 'text/html', read_by: 'text' },
      stages: { decode: expect.any(String), 'parse.html': expect.any(String) },
    });
  });

  test('--explain names value, quote, place, rule and confidence', async () => {
    const { status, out } = await run(['extract', page, '--explain', 'title']);
    expect(status).toBe(0);
    expect(out).toMatch(/title \(标题\) = "宾川县农业农村局2022年政府信息公开工作年度报告"/);
    for (const label of ['quote', 'place', 'rule', 'confidence']) expect(out).toContain(label);
  });

  test('records come in the order of the files, however long each takes', async () => {
    const files = ['annual-report-2017.pdf', 'questions-2023.html', 'annual-report-2022.html'];
    const { out } = await run(['extract', ...files.map(sample)]);
    const names = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).source.file_name);
    expect([...new Set(names)]).toEqual(files);
  });

  test('the same bytes give the same records, twice and in any company', async () => {
    const alone = await run(['extract', page]);
    const inCompany = await run(['extract', sample('questions-2023.html'), page]);
    expect(inCompany.out.endsWith(alone.out)).toBe(true);
  });
});
