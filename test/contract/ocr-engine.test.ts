import { createPpOcrEngine, createTesseractEngine, ppOcrModel } from '@xxgk/ingest/ocr';
import { ocrEngineContract } from './ocr-engine.ts';

ocrEngineContract('tesseract.js', createTesseractEngine);

// Its packages are optional: where npm left them out, the suite is skipped and says so.
ocrEngineContract('pp-ocr', ppOcrModel() === null ? null : createPpOcrEngine);
