/** Parsed pages, all of them read → a Document whose text is mended, with the way back to the source. */
import type {
  Block,
  Cell,
  Diagnostic,
  Document,
  Page,
  Repair,
  Source,
  Traced,
} from '@xxgk/extract/document';
import { edit } from '../edit.ts';
import type { Decoded, Parsed, TextPage } from '../stage.ts';
import { cleanVersion, decodeVersion } from '../versions.ts';
import { beyondRepair } from './beyond-repair.ts';
import { withContinuations } from './continuations.ts';
import type { CleanText, Mend } from './pass.ts';
import { passes, uncounted } from './passes/index.ts';

/** What a parser made, once its scans have been read by OCR. */
export interface ReadPages extends Omit<Parsed, 'pages'> {
  readonly pages: readonly TextPage[];
}

type PrintedPage = Omit<TextPage, 'kind'>;

type Visit = <T extends Traced>(traced: T, about: Omit<CleanText, 'text'>) => T;

function visitBlock(block: Block, readBy: Page['readBy'], visit: Visit): Block {
  const about = { role: block.role, readBy, cell: false };
  if (block.kind !== 'table') return visit(block, about);
  const cells = block.cells.map((cell): Cell => visit(cell, { ...about, cell: true }));
  return { ...block, cells };
}

const visitPages = (pages: readonly PrintedPage[], visit: Visit): PrintedPage[] =>
  pages.map((page) => ({
    ...page,
    blocks: page.blocks.map((block) => visitBlock(block, page.readBy, visit)),
  }));

function textsOf(pages: readonly PrintedPage[]): CleanText[] {
  const texts: CleanText[] = [];
  visitPages(pages, (traced, about) => {
    texts.push({ text: traced.text, ...about });
    return traced;
  });
  return texts;
}

function applied(
  pages: readonly PrintedPage[],
  mend: Mend,
): { pages: PrintedPage[]; count: number } {
  let count = 0;
  const mended = visitPages(pages, (traced, about) => {
    const replacements = mend({ text: traced.text, ...about });
    count += replacements.length;
    return edit(traced, replacements);
  });
  return { pages: mended, count };
}

/** Runs every pass over every text. */
function mendAll(pages: readonly PrintedPage[]): {
  pages: readonly PrintedPage[];
  repairs: Repair[];
} {
  let current = pages;
  const repairs: Repair[] = [];
  for (const { rule, plan } of passes) {
    const mend = plan(textsOf(current));
    if (!mend) continue;
    const result = applied(current, mend);
    if (result.count === 0) continue;
    current = result.pages;
    if (!uncounted.has(rule)) repairs.push({ rule, count: result.count });
  }
  return { pages: current, repairs };
}

function summed(repairs: readonly Repair[]): Repair[] {
  const counts = new Map<string, number>();
  for (const { rule, count } of repairs) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].map(([rule, count]) => ({ rule, count }));
}

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).host : null;

function readBy(pages: readonly PrintedPage[]): Source['read_by'] {
  const ways = new Set(pages.map((page) => page.readBy));
  return ways.size > 1 ? 'mixed' : ([...ways][0] ?? 'text');
}

function sourceOf(file: Decoded, parsed: ReadPages): Source {
  return {
    url: file.url,
    host: hostOf(file.url),
    fetched_at: file.fetchedAt,
    file_name: file.fileName,
    media_type: file.mediaType,
    sha256: file.sha256,
    bytes: file.bytes.length,
    charset: file.charset,
    cms: parsed.cms,
    pages: parsed.pageCount,
    read_by: readBy(parsed.pages),
    provenance: parsed.provenance,
  };
}

/** Cell, block and page numbers stay as they are: texts change, and continuations are added behind. */
export function clean(file: Decoded, parsed: ReadPages): Document {
  const { pages, repairs } = mendAll(parsed.pages.map(({ kind: _, ...page }) => page));
  const diagnostics: Diagnostic[] = [
    ...file.diagnostics,
    ...parsed.diagnostics,
    ...beyondRepair(textsOf(pages)),
  ];
  return {
    schema: 'xxgk.document/1',
    source: sourceOf(file, parsed),
    pages: withContinuations(pages),
    repairs: summed([...parsed.repairs, ...repairs]),
    diagnostics,
    stages: { decode: decodeVersion, ...parsed.stages, clean: cleanVersion },
  };
}
