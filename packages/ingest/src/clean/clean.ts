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
import { countHan } from '../chinese/han.ts';
import { edit } from '../edit.ts';
import type { Decoded, Parsed, TextPage } from '../stage.ts';
import { cleanVersion, decodeVersion } from '../versions.ts';
import { beyondRepair, TAMPERED } from './beyond-repair.ts';
import { withContinuations } from './continuations.ts';
import type { CleanText, Mend } from './pass.ts';
import { passes, uncounted } from './passes/index.ts';
import { mojibakePass } from './passes/mojibake.ts';

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

/** A text of the pages, in the order in which they are visited, as mended so far. */
interface Slot {
  traced: Traced;
  readonly about: Omit<CleanText, 'text'>;
}

function slotsOf(pages: readonly PrintedPage[]): Slot[] {
  const slots: Slot[] = [];
  visitPages(pages, (traced, about) => {
    slots.push({ traced, about });
    return traced;
  });
  return slots;
}

const textsOf = (slots: readonly Slot[]): CleanText[] =>
  slots.map(({ traced: { text }, about }) => ({ text, ...about }));

/** @returns How many replacements were made. */
function apply(mend: Mend, slots: readonly Slot[], texts: readonly CleanText[]): number {
  let count = 0;
  for (const [at, slot] of slots.entries()) {
    const text = texts[at];
    const replacements = text ? mend(text) : [];
    if (replacements.length === 0) continue;
    count += replacements.length;
    slot.traced = edit(slot.traced, replacements);
  }
  return count;
}

interface Mended {
  readonly pages: readonly PrintedPage[];
  readonly texts: readonly CleanText[];
  readonly repairs: readonly Repair[];
}

/** Runs every pass over every text; the pages are made anew once, at the end. */
function mendAll(pages: readonly PrintedPage[]): Mended {
  const slots = slotsOf(pages);
  let texts = textsOf(slots);
  const repairs: Repair[] = [];
  for (const { rule, plan } of passes) {
    const mend = plan(texts);
    const count = mend ? apply(mend, slots, texts) : 0;
    if (count === 0) continue;
    texts = textsOf(slots);
    if (!uncounted.has(rule)) repairs.push({ rule, count });
  }
  let next = 0;
  // The visit is the same as the one that found the slots.
  const mended = visitPages(pages, <T extends Traced>() => slots[next++]?.traced as T);
  return { pages: mended, texts, repairs };
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

function sourceOf(file: Decoded, parsed: ReadPages, tampered: boolean): Source {
  return {
    url: file.url,
    host: hostOf(file.url),
    fetched_at: file.fetchedAt,
    file_name: file.fileName,
    media_type: file.mediaType,
    sha256: file.sha256,
    bytes: file.bytes.length,
    charset: parsed.charset ?? file.charset,
    cms: parsed.cms,
    pages: parsed.pageCount,
    read_by: readBy(parsed.pages),
    // Nobody's own page sells bets.
    provenance: tampered && parsed.provenance === 'unknown' ? 'mirror' : parsed.provenance,
  };
}

const NO_TEXT = 'parse/no-content';
/** Han characters that make a text. */
const ENOUGH_HAN = 40;

/** Whether a page that seemed to hold no text was only decoded wrongly. */
const isReadable = (texts: readonly CleanText[], repairs: readonly Repair[]): boolean =>
  repairs.some(({ rule }) => rule === mojibakePass.rule) &&
  texts.filter(({ role }) => role === 'body').reduce((sum, { text }) => sum + countHan(text), 0) >=
    ENOUGH_HAN;

/** Cell, block and page numbers stay as they are: texts change, and continuations are added behind. */
export function clean(file: Decoded, parsed: ReadPages): Document {
  const { pages, texts, repairs } = mendAll(parsed.pages.map(({ kind: _, ...page }) => page));
  const damage = beyondRepair(texts);
  const diagnostics: Diagnostic[] = [
    ...file.diagnostics,
    ...parsed.diagnostics.filter(({ code }) => !(code === NO_TEXT && isReadable(texts, repairs))),
    ...damage,
  ];
  return {
    schema: 'xxgk.document/1',
    source: sourceOf(
      file,
      parsed,
      damage.some(({ code }) => code === TAMPERED),
    ),
    pages: withContinuations(pages),
    repairs: summed([...parsed.repairs, ...repairs]),
    diagnostics,
    stages: { decode: decodeVersion, ...parsed.stages, clean: cleanVersion },
  };
}
