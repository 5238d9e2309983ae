/** Reads a page image: passes over the pixels, then tables cell by cell and text line by line. */
import type { Block } from '@xxgk/extract/document';
import type { ScanPage, TextPage } from '../stage.ts';
import type { GreyImage, OcrCharacter, OcrEngine } from './engine.ts';
import type { Engines } from './engines/start.ts';
import type { PageLayout } from './page/page-layout.ts';
import { prepared } from './page/prepare.ts';
import { sealBlocks } from './seal/seal-blocks.ts';
import { underGreySeals } from './seal/under-grey-seal.ts';
import { readTable, type TableContext } from './table/read-table.ts';
import { composed } from './text/compose.ts';
import { folioOf, readFolio } from './text/folio.ts';
import { columnOf, type ReadLine } from './text/line.ts';
import { paragraphs } from './text/paragraphs.ts';
import { readLine } from './text/read-line.ts';
import type { InkLine } from './text/text-lines.ts';

/** A block with the height at which it stands on the levelled page. */
interface Placed {
  readonly top: number;
  readonly block: Block;
}

/**
 * Reads one page image.
 *
 * @param given The first reads text; numbers in tables are read by all.
 * @returns The page with boxes in pixels of the page image; without blocks when nothing stands on it.
 * @throws {OcrError} when the image cannot be decoded or the engine fails.
 * @throws {TooLargeError} when the image has too many pixels.
 */
export async function readScan(page: ScanPage, given: Engines): Promise<TextPage> {
  const { layout, engines, place, did } = await prepared(page, given);
  const context: TableContext = { layout, engines, page: page.number, place };
  const placed = [
    ...(await textBlocks(context)),
    ...(await tableBlocks(context)),
    ...(await sealBlocks(layout, place, engines[0])),
  ].sort((a, b) => a.top - b.top);
  return {
    kind: 'text',
    number: page.number,
    width: page.width,
    height: page.height,
    unit: 'px',
    readBy: 'ocr',
    reason: page.reason,
    ...(did.length > 0 && { prepared: did }),
    blocks: [...placed.map(({ block }) => block), ...(await folioBlocks(context))],
  };
}

async function tableBlocks(context: TableContext): Promise<readonly Placed[]> {
  const placed: Placed[] = [];
  for (const grid of context.layout.tables) {
    placed.push({ top: grid.box[1], block: await readTable(grid, context) });
  }
  return placed;
}

/** Running text: the margins are those of the whole page, but no paragraph runs over a table. */
async function textBlocks({
  layout,
  engines: [engine],
  page,
  place,
}: TableContext): Promise<readonly Placed[]> {
  const { black, red, em, blackLines, redLines } = layout;
  const folio = folioOf(layout);
  const lines: ReadLine[] = [];
  const add = async (source: GreyImage, line: InkLine, color?: 'red'): Promise<void> => {
    const read = await readParts(source, line, em, engine);
    const characters = underGreySeals(read, line.box, layout.greySeals);
    if (characters.length === 0) return;
    lines.push({
      ink: line.box,
      characters: characters.map((c) => ({ ...c, box: place(c.box) })),
      divided: line.parts.length > 1,
      cut: isCut(line, layout),
      ...(color && { color }),
    });
  };
  for (const line of redLines) await add(red, line, 'red');
  for (const line of blackLines) if (line !== folio) await add(black, line);
  lines.sort((a, b) => a.ink[1] - b.ink[1]);
  return paragraphs(lines, columnOf(lines, em), page);
}

/** Whether a ruled line or a table stands between a line and the line above it. */
function isCut({ box }: InkLine, { rules, tables, em, blackLines }: PageLayout): boolean {
  const above = Math.max(
    0,
    ...blackLines.map((line) => line.box[3]).filter((y) => y <= box[1] + 0.2 * em),
  );
  return [...rules, ...tables.map((table) => table.box)].some(
    (rule) => rule[1] >= above - 0.3 * em && rule[1] <= box[1],
  );
}

/** The parts of a line, with two blanks for a gap that means something. */
async function readParts(
  image: GreyImage,
  { box, parts }: InkLine,
  em: number,
  engine: OcrEngine,
): Promise<readonly OcrCharacter[]> {
  const height = Math.max(0.75 * em, box[3] - box[1]);
  const all: OcrCharacter[] = [];
  for (const part of parts) {
    const read = await readLine(image, part, height, engine);
    const last = all.at(-1);
    if (last && read.length > 0) all.push({ text: '  ', confidence: 1, box: last.box });
    all.push(...read);
  }
  return all;
}

async function folioBlocks({
  layout,
  engines: [engine],
  page,
  place,
}: TableContext): Promise<readonly Block[]> {
  const line = folioOf(layout);
  if (line === null) return [];
  const characters = await readFolio(layout, line, engine);
  const placed = characters.map((c) => ({ ...c, box: place(c.box) }));
  return [{ kind: 'paragraph', role: 'folio', ...composed([placed], page), box: place(line.box) }];
}
