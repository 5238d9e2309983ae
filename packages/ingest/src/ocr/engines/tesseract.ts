/** The tesseract.js engine: nothing native, nothing downloaded; models come from an npm package. */
import { createWorker, OEM, PSM, type WorkerParams } from 'tesseract.js';
import { OcrError } from '../../errors.ts';
import type { GreyImage, Layout, OcrEngine, OcrLine } from '../engine.ts';
import { padded } from '../page/grey.ts';
import { assertWhole, isBlank } from './given-image.ts';
import { tesseractCut, tesseractFingerprint, tesseractModel } from './tesseract-model.ts';
import { linesOf } from './tesseract-output.ts';

/** White pixels around crops: tesseract loses characters that touch the border. */
const margin = 20;
const defaultDpi = 200;
const segmentation: Record<Layout, PSM> = {
  page: PSM.AUTO,
  block: PSM.SINGLE_BLOCK,
  line: PSM.SINGLE_LINE,
  number: PSM.SINGLE_LINE,
};

/** All parameters, every time: tesseract keeps what an earlier call has set. */
function parametersFor(layout: Layout, image: GreyImage): Partial<WorkerParams> {
  return {
    tessedit_pageseg_mode: segmentation[layout],
    tessedit_char_whitelist: layout === 'number' ? '0123456789/—-.,%' : '',
    preserve_interword_spaces: '1',
    hocr_char_boxes: '1',
    // Its debug output would land between the records on standard output.
    debug_file: '/dev/null',
    // Without it tesseract guesses, and warns on standard error for every small crop.
    user_defined_dpi: String(image.dpi ?? defaultDpi),
  };
}

function portableGreymap({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

/**
 * Starts a worker thread with the simplified Chinese model.
 *
 * @throws {OcrError} when the model or the worker cannot be loaded.
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
    throw new OcrError(`tesseract.js does not start: ${String(cause)}`);
  });
  let closed = false;
  /** One after the other: parameters and image are two messages to the same worker. */
  let last: Promise<unknown> = Promise.resolve();
  const recognise = async (image: GreyImage, layout: Layout): Promise<readonly OcrLine[]> => {
    if (closed) throw new OcrError('it has been closed');
    const pad = layout === 'page' ? 0 : margin;
    try {
      await worker.setParameters(parametersFor(layout, image));
      const pixels = portableGreymap(padded(image, pad));
      const { data } = await worker.recognize(pixels, {}, { hocr: true });
      return linesOf(data.hocr ?? '', { pad, width: image.width, height: image.height });
    } catch (cause) {
      throw new OcrError(`tesseract.js fails: ${String(cause)}`);
    }
  };

  return {
    name: 'tesseract.js',
    fingerprint: tesseractFingerprint(),
    best: tesseractCut,
    async read(image, layout) {
      assertWhole(image);
      if (isBlank(image)) return [];
      const result = last.then(() => recognise(image, layout));
      last = result.catch(() => undefined);
      return result;
    },
    async [Symbol.asyncDispose]() {
      closed = true;
      await last;
      await worker.terminate();
    },
  };
}
