/** Starts engines when they are first needed: a page without a table never loads the second one. */
import type { OcrEngine } from '../engine.ts';
import { type UsedEngine, usedEngines } from './installed.ts';
import type { EngineName } from './presence.ts';

/** The better one of running text first; with two, numbers are read by both. */
export type Engines = readonly [OcrEngine, ...OcrEngine[]];

const starters: Readonly<Record<EngineName, () => Promise<OcrEngine>>> = {
  'pp-ocr': async () => (await import('./ppocr.ts')).createPpOcrEngine(),
  'tesseract.js': async () => (await import('./tesseract.ts')).createTesseractEngine(),
  tesseract: async () => (await import('./native-tesseract.ts')).createNativeTesseractEngine(),
  http: async () => (await import('./http.ts')).createHttpEngine(),
};

/**
 * Opens those that are wanted. One that does not start throws an `EngineStartError` whenever it is to read.
 *
 * @param wanted See {@link usedEngines}, and for what it throws.
 */
export async function openEngines(wanted?: string): Promise<Engines & AsyncDisposable> {
  const [first, ...others] = (await usedEngines(wanted)).map(lazy);
  if (first === undefined) throw new TypeError('no OCR engine');
  const engines: Engines = [first, ...others];
  return Object.assign(engines, {
    [Symbol.asyncDispose]: async () => {
      for (const engine of engines) await engine[Symbol.asyncDispose]();
    },
  });
}

function lazy({ name, fingerprint, best }: UsedEngine): OcrEngine {
  let started: Promise<OcrEngine> | undefined;
  return {
    name,
    fingerprint,
    best,
    async read(image, layout) {
      started ??= starters[name]();
      return (await started).read(image, layout);
    },
    async [Symbol.asyncDispose]() {
      // One that did not start has nothing to end.
      const engine = await started?.catch(() => undefined);
      await engine?.[Symbol.asyncDispose]();
    },
  };
}

/** The engines without one of them; null when no other is there. */
export function without(name: string, engines: Engines): Engines | null {
  const [first, ...others] = engines.filter((engine) => engine.name !== name);
  return first === undefined ? null : [first, ...others];
}
