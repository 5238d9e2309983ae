/** A page image made ready to be read: loaded, turned upright, passed, laid out; with the way back. */
import type { Box } from '@xxgk/extract/document';
import type { ScanPage } from '../../stage.ts';
import type { OcrEngine } from '../engine.ts';
import type { Engines } from '../engines/start.ts';
import { clipped, unlevelled } from './grey.ts';
import { type LoadedImage, loadImage } from './load-image.ts';
import { layoutOf, type PageLayout } from './page-layout.ts';
import type { Preparation } from './passes/index.ts';
import { type PassName, switchedOff } from './passes/names.ts';
import { type Quarter, turned, unturned } from './quarter-turn.ts';
import { remembering } from './remembering.ts';
import { type Standing, upright } from './upright.ts';

export interface PreparedPage {
  readonly layout: PageLayout;
  /** As given; the first knows the lines again that were read to find which way up the page stands. */
  readonly engines: Engines;
  /** From the levelled page to pixels of the page image. */
  readonly place: (box: Box) => Box;
  /** What the passes did, in their order. */
  readonly did: readonly Preparation[];
}

/**
 * @param without Passes that are switched off. @default those of `XXGK_OCR_WITHOUT`
 * @throws {OcrError} when the image cannot be decoded or the engine fails.
 * @throws {TooLargeError} when the image has too many pixels.
 */
export async function prepared(
  page: ScanPage,
  engines: Engines,
  without: ReadonlySet<PassName> = switchedOff(),
): Promise<PreparedPage> {
  const [first, ...others] = engines;
  const reader = remembering(first);
  const loaded = await loadImage(page, !without.has('scale'));
  const { layout, quarter } = await standing(loaded, without, reader);
  const { image, factor } = loaded;
  const size = quarter % 180 === 0 ? image : { width: image.height, height: image.width };
  const place = (box: Box): Box => {
    const [x0, y0, x1, y1] = unturned(unlevelled(box, layout.angle, size), quarter, image);
    return clipped([x0 * factor, y0 * factor, x1 * factor, y1 * factor], page);
  };
  const did = [...scaling(factor), ...turning(quarter), ...layout.did];
  return { layout, engines: [reader, ...others], place, did };
}

async function standing(
  { image, onItsSide }: LoadedImage,
  without: ReadonlySet<PassName>,
  reader: OcrEngine,
): Promise<Standing> {
  const layoutFor = (quarter: Quarter): PageLayout => layoutOf(turned(image, quarter), without);
  if (without.has('orientation')) return { quarter: 0, layout: layoutFor(0) };
  return upright(onItsSide, layoutFor, reader);
}

const turning = (quarter: Quarter): readonly Preparation[] =>
  quarter === 0 ? [] : [{ pass: 'orientation', did: `turned by ${quarter}° to stand upright` }];

/** Pixels that are nearly as large as before are not worth a word. */
const [smaller, larger] = [1.05, 0.95];

const scaling = (factor: number): readonly Preparation[] =>
  factor > larger && factor < smaller
    ? []
    : [{ pass: 'scale', did: `${factor.toFixed(2)} pixels of the image became one` }];
