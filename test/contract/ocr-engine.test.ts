import { createTesseractEngine } from '@xxgk/ingest/ocr';
import { ocrEngineContract } from './ocr-engine.ts';

ocrEngineContract('tesseract.js', createTesseractEngine);
