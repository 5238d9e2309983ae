/** An engine that does not read the same image twice: lines that were read to try a page are not read again. */
import { createHash } from 'node:crypto';
import type { GreyImage, Layout, OcrEngine, OcrLine } from '../engine.ts';

/** @param most Images of which the reading is kept: the first ones of a page. */
export function remembering(engine: OcrEngine, most = 24): OcrEngine {
  const kept = new Map<string, Promise<readonly OcrLine[]>>();
  return {
    name: engine.name,
    fingerprint: engine.fingerprint,
    best: engine.best,
    read(image, layout) {
      const key = keyOf(image, layout);
      const known = kept.get(key);
      if (known) return known;
      const reading = engine.read(image, layout);
      if (kept.size < most) kept.set(key, reading);
      return reading;
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

const keyOf = ({ width, height, data }: GreyImage, layout: Layout): string =>
  `${layout} ${width} ${height} ${createHash('sha1').update(data).digest('base64')}`;
