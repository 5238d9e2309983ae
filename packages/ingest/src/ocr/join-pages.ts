/** Joins the pages of a document: paragraphs cut by a page end, and heads that repeat. */
import type { Block, Segment, TextBlock } from '@xxgk/extract/document';
import type { TextPage } from '../stage.ts';

/** Signs that end a paragraph. */
const ended = /[。；：！？;:!?…]$/u;
/** What begins a paragraph of its own, indented or not. */
const begins =
  /^(?:第?[一二三四五六七八九十]{1,3}[、章节条编]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附件)/u;
/** Pages on which a first line must repeat to be a running head. */
const repeats = 3;

/**
 * A paragraph that the page end cuts is moved whole to the page where it begins; its `segments`
 * say what stands on the next page. A first line that three pages share becomes a `header`.
 */
export function joinPages(pages: readonly TextPage[]): readonly TextPage[] {
  const joined: TextPage[] = [];
  for (const page of withHeads(pages)) {
    const before = joined.at(-1);
    const cut = before && page.number === before.number + 1 ? cutParagraph(before, page) : null;
    if (before === undefined || cut === null) {
      joined.push(page);
      continue;
    }
    const whole = appended(cut.head, cut.tail);
    joined.splice(-1, 1, replaced(before, cut.head, [whole]));
    joined.push(replaced(page, cut.tail, []));
  }
  return joined;
}

function replaced(page: TextPage, block: Block, by: readonly Block[]): TextPage {
  return { ...page, blocks: page.blocks.flatMap((one) => (one === block ? by : [one])) };
}

interface Cut {
  readonly head: TextBlock;
  readonly tail: TextBlock;
}

function cutParagraph(before: TextPage, page: TextPage): Cut | null {
  const head = before.blocks.findLast(({ role }) => role === 'body');
  const tail = page.blocks.find(({ role }) => role === 'body');
  if (head?.kind !== 'paragraph' || tail?.kind !== 'paragraph') return null;
  if (!runsOn(head) || ended.test(head.text)) return null;
  if (!runsOn(tail) || (tail.indent ?? 0) > 0 || begins.test(tail.text)) return null;
  return Math.abs((head.scale ?? 1) - (tail.scale ?? 1)) <= 0.25 ? { head, tail } : null;
}

const runsOn = ({ align, color }: TextBlock): boolean =>
  color === undefined && (align === 'left' || align === 'justify');

/** Joins as decoded, then mends both halves as they were mended alone. */
function appended(head: TextBlock, tail: TextBlock): TextBlock {
  const shift = (head.raw ?? head.text).length;
  const moved = (tail.segments ?? []).map(
    (segment): Segment => ({ ...segment, start: segment.start + shift, end: segment.end + shift }),
  );
  const confidences = [head.confidence, tail.confidence].filter((c) => c !== undefined);
  const text = head.text + tail.text;
  const raw = (head.raw ?? head.text) + (tail.raw ?? tail.text);
  const map = [
    ...(head.map ?? []),
    ...(tail.map ?? []).map(([t, r]) => [t + head.text.length, r + shift] as const),
  ];
  return {
    ...head,
    text,
    segments: [...(head.segments ?? []), ...moved],
    ...(raw !== text && { raw, map }),
    ...(confidences.length > 0 && { confidence: Math.min(...confidences) }),
  };
}

function withHeads(pages: readonly TextPage[]): readonly TextPage[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const key = headKey(page.blocks[0]);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((page) => {
    const [first, ...rest] = page.blocks;
    const key = headKey(first);
    if (first === undefined || key === null || (counts.get(key) ?? 0) < repeats) return page;
    return { ...page, blocks: [{ ...first, role: 'header' }, ...rest] };
  });
}

/** Page numbers inside a head differ from page to page. */
function headKey(block: Block | undefined): string | null {
  if (block?.kind !== 'paragraph' || block.role !== 'body') return null;
  const key = block.text.replace(/\d+/gu, '').trim();
  return key.length >= 2 ? key : null;
}
