/** Items of a page → blocks of the document model. */
import type { Figure, Table, TextBlock } from '@xxgk/extract/document';
import type { Beside } from '../beside/beside.ts';
import { type Element, pathOf, textOf, wholeText } from '../tree/element.ts';
import type { HtmlFigure, HtmlItem, HtmlLine, HtmlTable } from './items.ts';

/** Blanks that indent a line: one character each, half of one for the narrow kinds. */
const leading = /^[\u3000\u00a0\u2002\u2003 ]*/;

function leadingIndent(text: string): number {
  const blanks = leading.exec(text)?.[0] ?? '';
  const wide = blanks.match(/[\u3000\u2003]/g)?.length ?? 0;
  return wide + (blanks.length - wide) / 2;
}

/**
 * Where an indent is set and blanks are typed as well, only the greater one is meant; lines in the
 * middle or at the right have none.
 */
function indentOf(line: HtmlLine): number {
  if (line.style.align === 'center' || line.style.align === 'right') return 0;
  return Math.max(line.style.indent ?? 0, leadingIndent(line.text));
}

/**
 * A line as a block.
 *
 * @param runningSize Pixels of the page's running text, if it is set anywhere.
 */
export function lineBlock(
  line: HtmlLine,
  runningSize: number | undefined,
  level?: number,
): TextBlock {
  const { style } = line;
  const rank = level ?? style.level;
  const indent = indentOf(line);
  const scale = style.size && runningSize ? style.size / runningSize : undefined;
  return {
    kind: rank === undefined ? 'paragraph' : 'heading',
    role: style.note ? 'note' : 'body',
    text: line.text,
    path: pathOf(line.element),
    ...(rank === undefined ? {} : { level: rank }),
    ...(style.align ? { align: style.align } : {}),
    ...(indent === 0 ? {} : { indent }),
    ...(scale === undefined ? {} : { scale: Math.round(scale * 100) / 100 }),
    ...(style.bold ? { bold: true } : {}),
    ...(style.red ? { color: 'red' as const } : {}),
  };
}

export const tableBlock = ({ element, grid }: HtmlTable): Table => ({
  kind: 'table',
  role: 'body',
  rows: grid.rows,
  columns: grid.columns,
  path: pathOf(element),
  cells: grid.cells.map(({ element: cell, ...place }) => ({ ...place, path: pathOf(cell) })),
});

const icon = /(^|[/_-])(icons?|ico|filetypes?|blank|spacer|arrow|dot|line)([/_.-]|\d)/i;

/** A picture, unless it is an icon before a link. */
export function figureBlock(
  { element, alt }: HtmlFigure,
  resolve: (href: string) => string | undefined,
): Figure | undefined {
  const src = element.attribs['src'] ?? element.attribs['data-src'] ?? '';
  if (!src.startsWith('data:') && icon.test(src)) return undefined;
  const href = resolve(src);
  return {
    kind: 'figure',
    role: 'body',
    text: alt,
    path: pathOf(element),
    ...(href === undefined ? {} : { href }),
  };
}

export const besideBlock = ({ role, label, text, href, path }: Beside): TextBlock => ({
  kind: 'paragraph',
  role,
  text,
  path,
  ...(label === undefined ? {} : { label }),
  ...(href === undefined ? {} : { href }),
});

/** A block of a text that is not read, under the rule that says why. */
export const droppedBlock = (element: Element, text: string, rule: string): TextBlock => ({
  kind: 'paragraph',
  role: 'dropped',
  label: rule,
  text,
  path: pathOf(element),
});

/** Text of an item that is not read; empty where there is nothing to show. */
export function textOfItem(item: HtmlItem): string {
  if (item.kind === 'line') return item.text;
  if (item.kind === 'figure') return item.alt;
  return item.kind === 'omission' ? wholeText(item.element) : textOf(item.element);
}

/** Size in which most letters of a text are set, undefined where sizes are not stated. */
export function runningSize(lines: readonly HtmlLine[]): number | undefined {
  const letters = new Map<number, number>();
  for (const { text, style } of lines) {
    if (style.size) letters.set(style.size, (letters.get(style.size) ?? 0) + text.length);
  }
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
