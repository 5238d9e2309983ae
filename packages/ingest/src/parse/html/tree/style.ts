/** How a line is set, as far as tags, attributes and inline styles tell. */
import type { Alignment } from '@xxgk/extract/document';
import { classOf, type Element } from './element.ts';

/** What a line inherits from the elements around it. */
export interface Style {
  readonly align?: Alignment;
  readonly bold?: boolean;
  readonly red?: boolean;
  /** Characters of first-line indent. */
  readonly indent?: number;
  /** Pixels. */
  readonly size?: number;
  /** From h1 to h6. */
  readonly level?: number;
  /** Line breaks of the source are line breaks on the page. */
  readonly keepsLines?: boolean;
  /** Stands in a list of footnotes or endnotes, in what Word saved as a page. */
  readonly note?: boolean;
}

const textAlign = /text-align\s{0,4}:\s{0,4}(left|center|right|justify)/i;
const alignClass = /(^|[\s_-])(?:text-?|align-?|ql-align-)(center|right)([\s_-]|$)/i;
const boldStyle = /font-weight\s{0,4}:\s{0,4}(bold|[6-9]00)/i;
const lightStyle = /font-weight\s{0,4}:\s{0,4}(normal|lighter|[1-4]00)/i;
const textIndent = /text-indent\s{0,4}:\s{0,4}(-?[\d.]{1,8})\s{0,2}(em|px|pt)?/i;
const fontSize = /font-size\s{0,4}:\s{0,4}([\d.]{1,8})\s{0,2}(px|pt)/i;
const redStyle =
  /(?:^|[;\s])color\s{0,4}:\s{0,4}(red|#f00\b|#ff0000|rgb\(\s{0,4}255\s{0,4},\s{0,4}0\s{0,4},\s{0,4}0)/i;
const redValue = /^(red|#f00|#ff0000)$/i;
const heading = /^h([1-6])$/;
const alignments: ReadonlySet<string> = new Set(['left', 'center', 'right', 'justify']);
/** Pixels of a letter where the page gives an indent in pixels and no size. */
const usualSize = 16;
const pixelsPerPoint = 4 / 3;

const isAlignment = (value: string): value is Alignment => alignments.has(value);

function alignOf(element: Element, style: string): Alignment | undefined {
  const stated =
    textAlign.exec(style)?.[1] ??
    element.attribs['align'] ??
    alignClass.exec(classOf(element))?.[2] ??
    (element.name === 'center' ? 'center' : '');
  const value = stated.toLowerCase();
  return isAlignment(value) ? value : undefined;
}

function sizeOf(style: string): number | undefined {
  const [, value, unit] = fontSize.exec(style) ?? [];
  if (value === undefined) return undefined;
  return Number(value) * (unit?.toLowerCase() === 'pt' ? pixelsPerPoint : 1);
}

function indentOf(style: string, size: number): number | undefined {
  const [, value, unit = 'px'] = textIndent.exec(style) ?? [];
  if (value === undefined) return undefined;
  const amount = Number(value);
  if (unit.toLowerCase() === 'em') return amount;
  const pixels = unit.toLowerCase() === 'pt' ? amount * pixelsPerPoint : amount;
  return Math.round((pixels / size) * 2) / 2;
}

function boldOf(element: Element, style: string): boolean | undefined {
  if (lightStyle.test(style)) return false;
  if (boldStyle.test(style)) return true;
  return ['b', 'strong', 'th'].includes(element.name) || heading.test(element.name)
    ? true
    : undefined;
}

function redOf(element: Element, style: string): boolean | undefined {
  if (redStyle.test(style) || redValue.test(element.attribs['color'] ?? '')) return true;
  return style.includes('color') || element.attribs['color'] !== undefined ? false : undefined;
}

const keptLines = /white-space\s{0,4}:\s{0,4}(pre\b|pre-wrap|pre-line|break-spaces)/i;
const foldedLines = /white-space\s{0,4}:\s{0,4}(normal|nowrap)/i;

const noteList = /mso-element\s{0,4}:\s{0,4}(?:foot|end)note-list\b/i;

function keepsLines({ name }: Element, style: string): boolean | undefined {
  if (keptLines.test(style)) return true;
  if (foldedLines.test(style)) return false;
  return name === 'pre' || name === 'xmp' || name === 'listing' ? true : undefined;
}

/** Drops what is not stated, so that it does not hide what is inherited. */
function stated(style: Readonly<Record<string, unknown>>): Style {
  const found: Record<string, unknown> = {};
  for (const name in style) if (style[name] !== undefined) found[name] = style[name];
  return found;
}

/** Elements that set their lines by their name alone. */
const setting = /^(h[1-6]|b|strong|th|center|pre|xmp|listing)$/;
/** Attributes that say how a line is set. */
const speaking = ['style', 'class', 'id', 'align', 'color'] as const;

/** Whether an element says nothing of how its lines are set: most do not, and no pattern is asked. */
const isMute = ({ name, attribs }: Element): boolean =>
  !setting.test(name) && speaking.every((attribute) => attribs[attribute] === undefined);

/** The style inside an element, given the style around it. */
export function styleIn(element: Element, around: Style): Style {
  if (isMute(element)) return around;
  const style = element.attribs['style'] ?? '';
  const level = heading.exec(element.name)?.[1];
  const size = sizeOf(style);
  return {
    ...around,
    ...stated({
      align: alignOf(element, style),
      bold: boldOf(element, style),
      red: redOf(element, style),
      size,
      indent: indentOf(style, size ?? around.size ?? usualSize),
      level: level === undefined ? undefined : Number(level),
      keepsLines: keepsLines(element, style),
      note: noteList.test(style) ? true : undefined,
    }),
  };
}
