/** What is no document is said to be none, in the record too; what looks like it and is one stays one. */
import { extract } from '@xxgk/extract';
import { describe, expect, test } from 'vitest';
import { answers, type SiteAnswer } from '../recipes/html/answers.ts';
import { readPage } from './web-page.ts';

const noDocument = /^parse\/(?!nesting|page-of-many|text-from-script)/;

async function said({ bytes, url }: SiteAnswer): Promise<{ codes: string[]; kinds: string[] }> {
  const document = await readPage({ bytes, url, fileName: null, declaredCharset: 'utf-8' });
  const codes = document.diagnostics
    .map(({ code }) => code)
    .filter((code) => noDocument.test(code));
  return { codes, kinds: extract(document, { version: '0' }).map(({ kind }) => kind) };
}

describe('answers in place of a document', () => {
  test.each(answers.filter(({ code }) => code !== null))('$name: $code', async (answer) => {
    expect(await said(answer)).toEqual({ codes: [answer.code], kinds: ['other'] });
  });
});

describe('documents that look like such answers', () => {
  test.each(answers.filter(({ code }) => code === null))('$name', async (answer) => {
    expect((await said(answer)).codes).toEqual([]);
  });
});
