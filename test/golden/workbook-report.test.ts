/** An annual report filled in as a workbook says the same as in Word. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentRecord } from '@xxgk/extract/record';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Readers } from '../../packages/xxgk/src/reader/readers.ts';
import { loadFile } from '../../packages/xxgk/src/source-file.ts';
import { asSheet } from '../recipes/carriers/sheet.ts';
import { asWord } from '../recipes/carriers/word.ts';
import type { Script } from '../recipes/script.ts';
import { xls } from '../recipes/sheet/xls.ts';
import { xlsx } from '../recipes/sheet/xlsx.ts';
import { report2017 } from '../recipes/texts/report-2017.ts';
import { report2022 } from '../recipes/texts/report-2022.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xxgk-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function recordOf(fileName: string, bytes: Uint8Array): Promise<DocumentRecord> {
  const file = join(folder, fileName);
  await writeFile(file, bytes);
  await using readers = new Readers();
  const { records } = await readers.read(await loadFile(file, null));
  const [record] = records;
  if (!record) throw new Error(`${fileName} gave no record`);
  return record;
}

/** What a record says of its content, without where it stands in the file. */
async function said(fileName: string, bytes: Uint8Array): Promise<Partial<DocumentRecord>> {
  const record = await recordOf(fileName, bytes);
  const { record_id, made_by, source, evidence, ...content } = record;
  return content;
}

const forms: readonly Script[] = [report2017, report2022];

test.each(forms)('$name', async (script) => {
  const sheets = [asSheet(script)];
  const word = await said('a.docx', await asWord(script));
  expect(Object.keys(word)).toContain('statistics');
  expect(await said('a.xlsx', xlsx(sheets))).toEqual(word);
  expect(await said('a.xls', xls(sheets))).toEqual(word);
});
