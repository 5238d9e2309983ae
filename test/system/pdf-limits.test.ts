/** PDFs that ask for much of the machine are read, or refused with a code, and the rest is not harmed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  longDocument,
  manyOperators,
  nestedForms,
  packedOperators,
  packedTwice,
} from '../recipes/pdf/bombs.ts';
import { run } from './support/program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xxgk-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

const timeout = 240_000;

async function extract(name: string, bytes: Uint8Array, ...options: string[]) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return run(['extract', path, '--json', ...options]);
}

test('2,000 pages of text are read', { timeout }, async () => {
  const { status, out } = await extract('long.pdf', longDocument(2000, 23), '--document');
  expect(status).toBe(0);
  const { pages } = JSON.parse(out) as { pages: { blocks: { role: string }[] }[] };
  expect(pages).toHaveLength(2000);
  expect(pages.every(({ blocks }) => blocks.some(({ role }) => role === 'folio'))).toBe(true);
});

/** The limits of the reader process, and refusals of the reader itself. */
const code = /^(?:reader\/(?:deadline|memory)|parse\/\w[\w-]*)$/u;

test.concurrent.each([
  ['operators of 200 MB', packedOperators],
  ['300 MB packed twice', packedTwice],
  ['ten million operators', manyOperators],
  ['forms nested to 10^8 paintings', nestedForms],
])('%s', { timeout }, async (name, make) => {
  const { status, said } = await extract(`${name.replaceAll(/\W/gu, '-')}.pdf`, make());
  expect(status).toBe(1);
  expect(JSON.parse(said.split('\n')[0] ?? '')).toMatchObject({
    code: expect.stringMatching(code),
  });
});
