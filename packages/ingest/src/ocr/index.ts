/** Reading page images: the engine, one page, and the pages of a document together. */
export type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from './engine.ts';
export { joinPages } from './join-pages.ts';
export { readScan } from './read-scan.ts';
export { createTesseractEngine } from './tesseract.ts';
