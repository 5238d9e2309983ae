/** Web pages against the contract of readers, and pages made to break one: read, or refused by a code. */

import { tmpdir } from 'node:os';
import { IngestError, parsers } from '@xxgk/ingest';
import { describe, expect, test } from 'vitest';
import { htmlPages } from '../recipes/html/bombs.ts';
import { webPages } from '../recipes/html/index.ts';
import { parserContract } from './parser.ts';
import { parsed } from './reading.ts';

const html = parsers.find(({ name }) => name === 'html');
const chosen = new Set(['trs', 'jcms', 'tables', 'word-html', 'in-json-of-script']);
const samples = webPages
  .filter(({ name }) => chosen.has(name))
  .map(({ name, fileName, bytes }) => ({
    name,
    fileName: fileName ?? 'page.htm',
    make: () => bytes,
  }));

if (html) parserContract(html, samples);

/** What reading a page comes to: its blocks, or the code by which it is refused. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { pages } = await parsed(bytes, 'page.htm', tmpdir());
    return pages.some((page) => page.kind === 'text' && page.blocks.length > 0) ? 'read' : 'empty';
  } catch (error) {
    return error instanceof IngestError ? error.code : String(error);
  }
}

describe('pages made to break a reader', () => {
  test.each(htmlPages)('$name: $outcome', { timeout: 60_000 }, async ({ make, ...expected }) => {
    expect(await outcome(make())).toBe(expected.outcome);
  });
});
