/** Reading page images: the engine, one page, and the pages of a document together. */
export { withBeside } from './beside.ts';
export type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from './engine.ts';
export { enginesFingerprint } from './engines/installed.ts';
export { createPpOcrEngine } from './engines/ppocr.ts';
export { ppOcrModel } from './engines/ppocr-model.ts';
export { type Engines, openEngines } from './engines/start.ts';
export { createTesseractEngine } from './engines/tesseract.ts';
export { tesseractModel } from './engines/tesseract-model.ts';
export { joinPages } from './join-pages.ts';
export { readScan } from './read-scan.ts';
