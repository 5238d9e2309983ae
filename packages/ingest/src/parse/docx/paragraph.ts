/** Paragraphs of a Word file as blocks. */
import type { Alignment, Block, Role, TextBlock } from '@xxgk/extract/document';
import { looksLikeHeading } from '../look.ts';
import { child, type XmlElement } from '../package/xml.ts';
import type { Numbering } from './numbering.ts';
import { type ParagraphText, type Run, sizeOf, textOf } from './runs.ts';
import { type Look, overlay, paragraphLook, type Styles } from './styles.ts';
import { valOf } from './xml.ts';

/** What reading a part needs of the rest of the package. */
export interface Context {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/** A text block whose scale is still a size in half-points: the running text is not known yet. */
export interface Sized {
  readonly block: TextBlock;
  readonly size: number;
}

export interface ReadParagraph extends ParagraphText {
  readonly look: Look;
  readonly styleName: string;
  /** The automatic number. */
  readonly number: string;
}

const alignments: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

const blank = /^\s*$/u;
const wideSpaces = /^\u3000*/;
const headingStyle = /^(?:heading|标题)\s{0,2}([1-9])/i;
const titleStyle = /^(?:title|标题)$/i;
const redLetters = /^(?:[c-f][0-9a-f])(?:[0-4][0-9a-f]){2}$/i;
const bodyLevel = 9;

export function readParagraph(
  paragraph: XmlElement,
  { styles, numbering }: Context,
): ReadParagraph {
  const properties = child(paragraph, 'w:pPr');
  const style = valOf(properties, 'w:pStyle');
  const look = overlay(styles.look(style), paragraphLook(properties));
  const text = textOf(paragraph, look, styles);
  const counted = look.numbering !== undefined && look.numbering !== '0';
  const number = counted ? numbering.next(look.numbering ?? '', look.level ?? 0) : '';
  return { ...text, look, styleName: styles.nameOf(style), number };
}

const join = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The text of a paragraph inside a cell: its lines joined. */
export const plainText = ({ lines, number }: ReadParagraph): string =>
  number + lines.map(join).join('');

function levelOf({ look, styleName }: ReadParagraph): number | undefined {
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
  paragraph: ReadParagraph,
  runs: readonly Run[],
  first: boolean,
  role: Role,
): Sized | undefined {
  const text = (first ? paragraph.number : '') + join(runs);
  if (blank.test(text)) return undefined;
  const printed = runs.filter((run) => !blank.test(run.text));
  const look = printed[0]?.look ?? paragraph.look;
  const size = sizeOf(look);
  const level = levelOf(paragraph);
  const red = printed.length > 0 && printed.every((run) => redLetters.test(run.look.color ?? ''));
  const block: TextBlock = {
    kind: level !== undefined || titleStyle.test(paragraph.styleName) ? 'heading' : 'paragraph',
    role,
    text,
    ...(level === undefined ? {} : { level }),
    align: alignments[paragraph.look.justification ?? 'left'] ?? 'left',
    indent: first ? indentOf(paragraph.look, size, text) : 0,
    bold: printed.length > 0 && printed.every((run) => run.look.bold === true),
    ...(red ? { color: 'red' as const } : {}),
  };
  return { block, size };
}

/** A block for each printed line that holds text; a paragraph without hard breaks is one. */
export const blocksOf = (paragraph: ReadParagraph, role: Role): Sized[] =>
  paragraph.lines
    .map((runs, at) => lineBlock(paragraph, runs, at === 0, role))
    .filter((sized) => sized !== undefined);

/** Sets `scale` against the size that most characters have. */
export function scaled(items: readonly (Sized | { readonly block: Block })[]): Block[] {
  const weights = new Map<number, number>();
  for (const item of items) {
    if (!('size' in item) || item.block.role !== 'body') continue;
    weights.set(item.size, (weights.get(item.size) ?? 0) + item.block.text.length);
  }
  const [running] = [...weights].toSorted((a, b) => b[1] - a[1])[0] ?? [0];
  return items.map((item) => {
    if (!('size' in item) || running === 0) return item.block;
    const { block } = item;
    const scale = Math.round((item.size / running) * 100) / 100;
    const heading =
      block.role === 'body' && looksLikeHeading(block.align ?? 'left', scale, block.bold === true);
    return { ...block, scale, kind: heading ? 'heading' : block.kind };
  });
}
