/** What a reader of a word processor's format hands on. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { Parsed } from '../../stage.ts';
import type { ParseContext } from '../parser.ts';
import { pagesOf } from './pages.ts';
import { type Item, scaled } from './paragraph.ts';

/** A document as its reader found it. */
export interface WordText {
  /** In order; sizes still in half-points. */
  readonly items: readonly Item[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param stages Name and version of the reader. */
export async function parsedText(
  { items, diagnostics }: WordText,
  context: ParseContext,
  stages: Parsed['stages'],
): Promise<Parsed> {
  const paged = await pagesOf(scaled(items), context);
  return {
    pages: paged.pages,
    pageCount: null,
    cms: null,
    provenance: 'unknown',
    repairs: [],
    diagnostics: [...diagnostics, ...paged.diagnostics],
    stages,
  };
}
