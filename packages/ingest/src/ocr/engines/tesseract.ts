/** The tesseract.js engine: nothing native, nothing downloaded; models come from an npm package. */
import { createWorker, OEM, type PSM, type WorkerParams } from 'tesseract.js';
import { EngineStartError } from '../../errors.ts';
import type { GreyImage, Layout, OcrEngine } from '../engine.ts';
import { padded } from '../page/grey.ts';
import { oneAtATime, reasonOf } from './one-at-a-time.ts';
import { tesseractCut, tesseractFingerprint, tesseractModel } from './tesseract-model.ts';
import { linesOf } from './tesseract-output.ts';
import {
  dpiOf,
  margin,
  portableGreymap,
  segmentationOf,
  variablesFor,
} from './tesseract-parameters.ts';

const parametersFor = (layout: Layout, image: GreyImage): Partial<WorkerParams> => ({
  ...variablesFor(layout),
  tessedit_pageseg_mode: segmentationOf(layout) as PSM,
  user_defined_dpi: dpiOf(image),
});

/**
 * Starts a worker thread with the simplified Chinese model.
 *
 * @throws {EngineStartError} when the model or the worker cannot be loaded.
 */
export async function createTesseractEngine(): Promise<OcrEngine> {
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: tesseractModel(),
    gzip: true,
    // Else it writes 44 MB into the current folder.
    cacheMethod: 'none',
    // Without a handler a failure kills the process; with it the call rejects.
    errorHandler: () => undefined,
  }).catch((cause: unknown) => {
    throw new EngineStartError('tesseract.js', reasonOf(cause));
  });
  return oneAtATime({
    name: 'tesseract.js',
    fingerprint: tesseractFingerprint(),
    best: tesseractCut,
    async recognise(image, layout) {
      const pad = margin(layout);
      await worker.setParameters(parametersFor(layout, image));
      const pixels = portableGreymap(padded(image, pad));
      const { data } = await worker.recognize(pixels, {}, { hocr: true });
      return linesOf(data.hocr ?? '', { pad, width: image.width, height: image.height });
    },
    release: () => worker.terminate(),
  });
}
