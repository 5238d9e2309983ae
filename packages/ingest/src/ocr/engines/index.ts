/** Every engine by itself; a program opens those of its settings instead, and loads what it needs. */
export { createHttpEngine, type HttpEngineOptions } from './http.ts';
export { createNativeTesseractEngine, type NativeTesseractOptions } from './native-tesseract.ts';
export { nativeTesseractEngine } from './native-tesseract-model.ts';
export { createPpOcrEngine } from './ppocr.ts';
export { createTesseractEngine } from './tesseract.ts';
