/** Which way up a page stands: what its letters tell, and what an engine makes of a few lines. */
import type { Box } from '@xxgk/extract/document';
import type { OcrEngine } from '../engine.ts';
import { readLine } from '../text/read-line.ts';
import { textLines } from '../text/text-lines.ts';
import type { PageLayout } from './page-layout.ts';
import type { Quarter } from './quarter-turn.ts';

/** Lines that are read. */
const probes = 4;
/** In heights of a letter: shorter lines tell little, longer ones cost more than they tell. */
const [shortest, longest] = [3, 26];
/** Characters that must be read at all. */
const fewest = 8;
/** Mean confidence of Chinese that stands upright, on poor copies too. */
const sure = 0.9;
/** Another way up must be so much surer, and at least so sure. */
const [better, least] = [0.12, 0.75];

/** What an engine made of some lines. */
interface Sureness {
  /** Characters that their ink has room for: upside down, nothing may be read of them. */
  readonly room: number;
  readonly characters: number;
  /** Mean confidence, 0 to 1. */
  readonly mean: number;
}

/** A way up, and the page laid out so. */
export interface Standing {
  readonly quarter: Quarter;
  readonly layout: PageLayout;
}

/**
 * Reads a few lines the way the page lies and, only where they are not sure, the other ways up.
 *
 * @param onItsSide Whether its lines seem to run down the image: the quarter turns are tried first.
 * @param layoutFor Lays the image out turned by a quarter.
 */
export async function upright(
  onItsSide: boolean,
  layoutFor: (quarter: Quarter) => PageLayout,
  engine: OcrEngine,
): Promise<Standing> {
  const order: readonly Quarter[] = onItsSide ? [90, 270, 0] : [0, 180];
  const tried: (Standing & { readonly found: Sureness })[] = [];
  for (const quarter of order) {
    const layout = layoutFor(quarter);
    const found = await surenessOf(layout, engine);
    tried.push({ quarter, layout, found });
    if (found.characters >= fewest && found.mean >= sure) break;
    // A page without lines stands as it lies.
    if (quarter === 0 && found.room < fewest) break;
  }
  const asItLies = tried.find(({ quarter }) => quarter === 0);
  const best = tried.toSorted((a, b) => b.found.mean - a.found.mean)[0];
  if (best === undefined) throw new TypeError('no way up was tried');
  const isBetter = best.found.characters >= fewest && best.found.mean >= least;
  if (asItLies === undefined) return best;
  return isBetter && best.found.mean >= asItLies.found.mean + better ? best : asItLies;
}

async function surenessOf(layout: PageLayout, engine: OcrEngine): Promise<Sureness> {
  const { em, black } = layout;
  const confidences: number[] = [];
  let room = 0;
  for (const part of probesOf(layout)) {
    room += (part[2] - part[0]) / em;
    const height = Math.max(0.75 * em, part[3] - part[1]);
    const read = await readLine(black, part, height, engine);
    confidences.push(...read.map(({ confidence }) => confidence));
  }
  const sum = confidences.reduce((total, confidence) => total + confidence, 0);
  const characters = confidences.length;
  return { room, characters, mean: characters === 0 ? 0 : sum / characters };
}

/** The longest lines of the text and of the cells. */
function probesOf({ blackLines, tables, mask, em }: PageLayout): readonly Box[] {
  const width = ([x0, , x1]: Box): number => x1 - x0;
  const usable = (boxes: readonly Box[]): Box[] =>
    boxes
      .filter((box) => width(box) >= shortest * em && width(box) <= longest * em)
      .sort((a, b) => width(b) - width(a));
  const text = usable(blackLines.flatMap(({ parts }) => parts));
  if (text.length >= probes) return text.slice(0, probes);
  const cells = tables.flatMap((table) => table.cells).map(({ box }) => insideOf(box));
  const inCells = cells.flatMap((cell) => textLines(mask, cell, em)).flatMap(({ parts }) => parts);
  return [...text, ...usable(inCells)].slice(0, probes);
}

/** Whole pixels between the lines around a cell. */
function insideOf([x0, y0, x1, y1]: Box): Box {
  const [left, top] = [Math.ceil(x0) + 2, Math.ceil(y0) + 2];
  return [left, top, Math.max(left, Math.floor(x1) - 2), Math.max(top, Math.floor(y1) - 2)];
}
