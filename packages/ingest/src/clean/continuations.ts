/** Tells, on each page, which blocks of earlier pages go on there: a paragraph or a table that a page end cuts. */
import type { Block, Continuation, Page } from '@xxgk/extract/document';

/** Pages on which something of a block stands, as its segments and cells say. */
function pagesOf(block: Block): ReadonlySet<number> {
  if (block.kind === 'figure') return new Set();
  if (block.kind === 'table') return new Set(block.cells.flatMap(({ page }) => page ?? []));
  return new Set(block.segments?.map(({ page }) => page));
}

/** A page with what begins on it. */
type PrintedPage = Omit<Page, 'blocks'> & { readonly blocks: readonly Block[] };

const later = (page: PrintedPage): [number, Continuation][] =>
  page.blocks.flatMap((block, index) =>
    [...pagesOf(block)]
      .filter((number) => number > page.number)
      .map((number): [number, Continuation] => [
        number,
        { kind: 'continuation', role: block.role, of: { page: page.number, block: index } },
      ]),
  );

/** Adds the continuations behind the blocks of their pages, so that no other block changes its number. */
export function withContinuations(pages: readonly PrintedPage[]): readonly Page[] {
  const added = pages.flatMap(later);
  return pages.map((page) => {
    const own = added.flatMap(([number, block]) => (number === page.number ? [block] : []));
    return own.length === 0 ? page : { ...page, blocks: [...page.blocks, ...own] };
  });
}
