/** Reading page images: the engine, one page, and the pages of a document together. */
export { withBeside } from './beside.ts';
export type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from './engine.ts';
export { ppOcrModel } from './engines/ppocr-model.ts';
export { type Engines, openEngines } from './engines/start.ts';
export { tesseractModel } from './engines/tesseract-model.ts';
export { joinPages } from './join-pages.ts';
export { KeptPages } from './kept/kept-pages.ts';
export { type PassName, passNames, switchedOff } from './page/passes/names.ts';
export { PageReader, type PageReading } from './page-reader.ts';
export { readScan } from './read-scan.ts';
