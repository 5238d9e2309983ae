/** Reads PDFs for the tests of what their pages show. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, TextBlock } from '@xxgk/extract/document';
import type { Parsed } from '@xxgk/ingest';
import { afterAll, beforeAll } from 'vitest';
import { parsed } from './reading.ts';

/** A reader with a folder for page images of its own, which goes with the tests of the file. */
export function pdfReader(): (bytes: Uint8Array) => Promise<Parsed> {
  let scratch = '';
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'xxgk-pdf-'));
  });
  afterAll(() => rm(scratch, { recursive: true }));
  return (bytes) => parsed(bytes, 'a.pdf', scratch);
}

/** Blocks of text pages, and what stands beside the images of scans. */
export const everything = ({ pages }: Parsed): readonly Block[] =>
  pages.flatMap((page) => (page.kind === 'text' ? page.blocks : (page.beside ?? [])));

const isText = (block: Block): block is TextBlock =>
  block.kind === 'paragraph' || block.kind === 'heading';

export const bodyOf = (found: Parsed): string[] =>
  everything(found)
    .filter(isText)
    .filter(({ role }) => role === 'body')
    .map(({ text }) => text);

/** What is not the text of the pages: role, label and text. */
export const besidesOf = (found: Parsed): string[] =>
  everything(found)
    .filter(isText)
    .filter(({ role }) => role !== 'body')
    .map(({ role, label = '', text }) => [role, label, text].filter((each) => each).join(' '));

export const codesOf = ({ diagnostics }: Parsed): string[] => diagnostics.map(({ code }) => code);
