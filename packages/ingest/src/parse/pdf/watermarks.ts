/**
 * Watermarks that run along the text: pale words, large or laid over the text, and repeated.
 *
 * Any of the signs alone is no proof: running heads are pale and repeated, titles are large.
 */
import type { Block, Box } from '@xxgk/extract/document';
import { asideGlyphs } from '../paged/aside.ts';
import { type Line, linesOf } from '../paged/lines.ts';
import type { PrintedGlyph, PrintedPage } from './ink/printed.ts';

export interface MarkedPage {
  readonly inked: PrintedPage;
}

/** Lightness from which ink is pale. */
const pale = 130;
/** Letters so much higher than those of the text are large; of a single page, so much. */
const large = 1.5;
const huge = 2;
/** A word so often on one page is a pattern. */
const often = 3;

interface PaleLine {
  readonly page: number;
  readonly line: Line;
  readonly word: string;
  readonly key: string;
  readonly strong: boolean;
  readonly huge: boolean;
  readonly over: boolean;
}

const blanks = /\s+/u;

/** The word of which a line consists; the line itself where it has several. */
function wordOf({ text }: Line): string {
  const pieces = new Set(text.split(blanks));
  const [only = text] = pieces;
  return pieces.size === 1 ? only : text;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const overlaps = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 0.3 * (b[2] - b[0]) &&
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 0.3 * (b[3] - b[1]);

function paleLines({ number, ink }: MarkedPage['inked']): PaleLine[] {
  const light = ink.glyphs.filter((glyph) => glyph.light >= pale);
  if (light.length === 0) return [];
  const dark = ink.glyphs.filter((glyph) => glyph.light < pale);
  const size = median(dark.map((glyph) => glyph.size));
  return linesOf(light).map((line) => {
    const over = dark.some(({ box }) => overlaps(line.box, box));
    const word = wordOf(line);
    return {
      page: number,
      line,
      word,
      key: `${word} ${Math.round(line.baseline / 4)}`,
      strong: over || (size > 0 && line.size >= large * size),
      huge: size > 0 && line.size >= huge * size,
      over,
    };
  });
}

const timesIn = ({ word, line }: PaleLine): number =>
  word === line.text ? 1 : line.text.split(blanks).length;

/** Words that stand often on one page. */
function patterns(lines: readonly PaleLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const each of lines) counts.set(each.word, (counts.get(each.word) ?? 0) + timesIn(each));
  return new Set([...counts].filter(([, count]) => count >= often).map(([word]) => word));
}

/** Keys of lines that stand at one height of half the pages, two at least. */
function repeated(pages: readonly (readonly PaleLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(lines.map((each) => each.key))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const least = Math.max(2, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

export interface Watermarks {
  /** Glyphs of watermarks, on all pages. */
  readonly glyphs: ReadonlySet<PrintedGlyph>;
  /** What was found, by page number. */
  readonly blocks: ReadonlyMap<number, readonly Block[]>;
}

export function watermarksOf(pages: readonly MarkedPage[]): Watermarks {
  const found = pages.map(({ inked }) => paleLines(inked));
  const everywhere = repeated(found);
  const glyphs = new Set<PrintedGlyph>();
  const blocks = new Map<number, readonly Block[]>();
  for (const lines of found) {
    const here = patterns(lines);
    const marks = lines.filter(
      (each) =>
        (each.strong && everywhere.has(each.key)) ||
        (here.has(each.word) && lines.some(({ word, strong }) => word === each.word && strong)) ||
        (each.huge && each.over),
    );
    const [first] = marks;
    if (!first) continue;
    const own = marks.flatMap(({ line }) => line.glyphs as readonly PrintedGlyph[]);
    for (const glyph of own) glyphs.add(glyph);
    blocks.set(first.page, asideGlyphs(own, { role: 'dropped', label: 'watermark' }, first.page));
  }
  return { glyphs, blocks };
}
