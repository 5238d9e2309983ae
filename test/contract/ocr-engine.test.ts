import { type OcrEngine, ppOcrModel } from '@xxgk/ingest/ocr';
import {
  createHttpEngine,
  createNativeTesseractEngine,
  createPpOcrEngine,
  createTesseractEngine,
  nativeTesseractEngine,
} from '@xxgk/ingest/ocr/engines';
import { afterAll, beforeAll } from 'vitest';
import { type OcrServer, startOcrServer } from '../servers/ocr-server.ts';
import { ocrEngineContract } from './ocr-engine.ts';

ocrEngineContract('tesseract.js', createTesseractEngine);

// Its packages are optional: where npm left them out, the suite is skipped and says so.
ocrEngineContract(
  'pp-ocr',
  ppOcrModel() === null ? 'optional packages are not installed' : createPpOcrEngine,
);

ocrEngineContract('tesseract', nativeTesseractEngine.absence() ?? createNativeTesseractEngine);

let behind: OcrEngine;
let server: OcrServer;
beforeAll(async () => {
  behind = ppOcrModel() === null ? await createTesseractEngine() : await createPpOcrEngine();
  server = await startOcrServer(behind);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await behind[Symbol.asyncDispose]();
});

ocrEngineContract('http', () => createHttpEngine({ url: server.url }));
