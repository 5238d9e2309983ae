/** A legacy Word file as blocks: headers, the body, notes, footers. */
import { diagnosticsOf, nothingFound } from '../word/found.ts';
import { furniture } from '../word/furniture.ts';
import { numberingOf } from '../word/numbering.ts';
import type { Item } from '../word/paragraph.ts';
import type { WordText } from '../word/parsed.ts';
import { boxesOf } from './boxes.ts';
import { u32 } from './bytes.ts';
import type { Context } from './context.ts';
import { type Shape, shapesOf } from './drawings.ts';
import { type Fib, fibOf } from './fib.ts';
import { fontNames } from './fonts.ts';
import { listsOf } from './lists.ts';
import type { Directory } from './ole.ts';
import { readPieces } from './pieces.ts';
import { characterRuns, paragraphRuns } from './property-pages.ts';
import { readStory } from './story.ts';
import { styleSheetOf } from './style-sheet.ts';

/** Six texts come first that separate notes; then six for each section (PlcfHdd, §2.8.23). */
const separators = 6;
const perSection = 6;
/** Of a comment's mark (ATRDPre10, §2.9.5). */
const commentMarkSize = 30;
const headerPlaces = new Set([0, 1, 4]);

interface Furniture {
  readonly headers: readonly Item[];
  readonly footers: readonly Item[];
}

function furnitureOf(context: Context): Furniture {
  const places = context.fib.structure('headers');
  const [start] = context.fib.story('headers');
  const headers: Item[] = [];
  const footers: Item[] = [];
  // The last two places end the list.
  const count = Math.floor(places.length / 4) - 2;
  for (let at = separators; at < count; at += 1) {
    const range = [start + u32(places, at * 4), start + u32(places, at * 4 + 4)] as const;
    const isHeader = headerPlaces.has((at - separators) % perSection);
    const items = readStory(range, isHeader ? 'header' : 'footer', context);
    (isHeader ? headers : footers).push(...items);
  }
  return { headers: furniture(headers), footers: furniture(footers) };
}

function byAnchor(shapes: readonly Shape[]): Map<number, Shape[]> {
  const found = new Map<number, Shape[]>();
  for (const shape of shapes) found.set(shape.anchor, [...(found.get(shape.anchor) ?? []), shape]);
  return found;
}

function contextOf(fib: Fib): Context {
  const { structure } = fib;
  return {
    fib,
    pieces: readPieces(structure('clx'), fib.main),
    characters: characterRuns(fib),
    paragraphs: paragraphRuns(fib),
    styles: styleSheetOf(structure('styleSheet')),
    fonts: fontNames(structure('fonts')),
    numbering: numberingOf(listsOf(fib)),
    found: nothingFound(),
    shapes: byAnchor(shapesOf(fib)),
  };
}

/** @throws {UnreadableError} when the file is broken or older than Word 97. */
export function readDocument(file: Directory): WordText {
  const context = contextOf(fibOf(file));
  const { fib, found, numbering } = context;
  const boxes = boxesOf(context);
  const body = readStory(fib.story('main'), 'body', context, boxes.take);
  const marks = fib.structure('commentMarks');
  found.comments = Math.max(0, Math.floor((marks.length - 4) / (4 + commentMarkSize)));
  const { headers, footers } = furnitureOf(context);
  const items = [
    ...headers,
    ...body,
    ...boxes.rest(),
    ...readStory(fib.story('notes'), 'note', context),
    ...readStory(fib.story('endnotes'), 'note', context),
    ...footers,
  ];
  return { items, diagnostics: diagnosticsOf(found, numbering.unknown()) };
}
