/** Starts engines when they are first needed: a page without a table never loads the second one. */
import type { Cut, OcrEngine } from '../engine.ts';
import { type EngineName, usedEngines } from './installed.ts';
import { ppOcrCut } from './ppocr-model.ts';
import { tesseractCut } from './tesseract-model.ts';

/** The better one of running text first; with two, numbers are read by both. */
export type Engines = readonly [OcrEngine, ...OcrEngine[]];

const starters: Readonly<Record<EngineName, { best: Cut; create: () => Promise<OcrEngine> }>> = {
  'pp-ocr': {
    best: ppOcrCut,
    create: async () => (await import('./ppocr.ts')).createPpOcrEngine(),
  },
  'tesseract.js': {
    best: tesseractCut,
    create: async () => (await import('./tesseract.ts')).createTesseractEngine(),
  },
};

/** @param wanted See {@link usedEngines}. @throws {TypeError} when none of them is installed. */
export function openEngines(wanted?: string): Engines & AsyncDisposable {
  const [first, ...others] = usedEngines(wanted).map(({ name, fingerprint }) =>
    lazy(name, fingerprint),
  );
  if (first === undefined) throw new TypeError('no OCR engine');
  const engines: Engines = [first, ...others];
  return Object.assign(engines, {
    [Symbol.asyncDispose]: async () => {
      for (const engine of engines) await engine[Symbol.asyncDispose]();
    },
  });
}

function lazy(name: EngineName, fingerprint: string): OcrEngine {
  const { best, create } = starters[name];
  let started: Promise<OcrEngine> | undefined;
  return {
    name,
    fingerprint,
    best,
    async read(image, layout) {
      started ??= create();
      return (await started).read(image, layout);
    },
    async [Symbol.asyncDispose]() {
      if (started) await (await started)[Symbol.asyncDispose]();
    },
  };
}
