/** Paragraphs of a word processor as blocks. */
import type { Block, Role, TextBlock } from '@xxgk/extract/document';
import { looksLikeHeading } from '../look.ts';
import { type Look, sizeOf } from './look.ts';
import type { Picture } from './picture.ts';
import { joined, type Run } from './run.ts';

export interface Paragraph {
  /** Printed lines: a paragraph is broken where its author broke it by hand. */
  readonly lines: readonly (readonly Run[])[];
  readonly look: Look;
  readonly styleName: string;
  /** The automatic number, empty for none. */
  readonly number: string;
  /** Where it stands in the source. */
  readonly path: string;
}

/** A text block whose scale is still a size in half-points: the running text is not known yet. */
export interface Sized {
  readonly block: TextBlock;
  readonly size: number;
}

/** A piece of a document in order. A picture brings its bytes: it may have to be read by OCR. */
export type Item = Sized | { readonly block: Block; readonly picture?: Picture };

const blank = /^\s*$/u;
const wideSpaces = /^\u3000*/;
const headingStyle = /^(?:heading|标题)\s{0,2}([1-9])/i;
const titleStyle = /^(?:title|标题)$/i;
const redLetters = /^(?:[c-f][0-9a-f])(?:[0-4][0-9a-f]){2}$/i;
const bodyLevel = 9;

function levelOf({ look, styleName }: Paragraph): number | undefined {
  if (look.outline !== undefined && look.outline < bodyLevel) return look.outline + 1;
  const named = headingStyle.exec(styleName)?.[1];
  return named === undefined ? undefined : Number(named);
}

/** Characters of the first-line indent, with wide spaces typed in its place. */
function indentOf(look: Look, size: number, text: string): number {
  const typed = wideSpaces.exec(text)?.[0].length ?? 0;
  const set =
    look.firstLineChars === undefined
      ? (look.firstLine ?? 0) / (10 * size)
      : look.firstLineChars / 100;
  return Math.round((typed + Math.max(0, set)) * 100) / 100;
}

function lineBlock(
  paragraph: Paragraph,
  runs: readonly Run[],
  first: boolean,
  role: Role,
): Sized | undefined {
  const text = (first ? paragraph.number : '') + joined(runs);
  if (blank.test(text)) return undefined;
  const printed = runs.filter((run) => !blank.test(run.text));
  const size = sizeOf(printed[0]?.look ?? paragraph.look);
  const level = levelOf(paragraph);
  const red = printed.length > 0 && printed.every((run) => redLetters.test(run.look.color ?? ''));
  const block: TextBlock = {
    kind: level !== undefined || titleStyle.test(paragraph.styleName) ? 'heading' : 'paragraph',
    role,
    text,
    ...(level === undefined ? {} : { level }),
    align: paragraph.look.align ?? 'left',
    indent: first ? indentOf(paragraph.look, size, text) : 0,
    bold: printed.length > 0 && printed.every((run) => run.look.bold === true),
    ...(red ? { color: 'red' as const } : {}),
    path: paragraph.path,
  };
  return { block, size };
}

/** A block for each printed line that holds text; a paragraph without hard breaks is one. */
export const blocksOf = (paragraph: Paragraph, role: Role): Sized[] =>
  paragraph.lines
    .map((runs, at) => lineBlock(paragraph, runs, at === 0, role))
    .filter((sized) => sized !== undefined);

const isSized = (item: Item): item is Sized => 'size' in item;

/** Half-points of the letters that most of the text has; 0 where there is none. */
function runningSize(items: readonly Item[]): number {
  const weights = new Map<number, number>();
  for (const item of items) {
    if (!isSized(item) || item.block.role !== 'body') continue;
    weights.set(item.size, (weights.get(item.size) ?? 0) + item.block.text.length);
  }
  const [running] = [...weights].toSorted((a, b) => b[1] - a[1])[0] ?? [0];
  return running;
}

/** Sets `scale` against the size that most characters have. */
export function scaled(items: readonly Item[]): Item[] {
  const running = runningSize(items);
  if (running === 0) return [...items];
  return items.map((item) => {
    if (!isSized(item)) return item;
    const { block } = item;
    const scale = Math.round((item.size / running) * 100) / 100;
    const heading =
      block.role === 'body' && looksLikeHeading(block.align ?? 'left', scale, block.bold === true);
    return { ...item, block: { ...block, scale, kind: heading ? 'heading' : block.kind } };
  });
}
