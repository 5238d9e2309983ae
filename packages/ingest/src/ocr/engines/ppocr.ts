/**
 * The PP-OCR engine: Baidu's PP-OCRv4 models through onnxruntime, with an adapter of our own. Optional:
 * both packages are, and neither downloads anything.
 */
import { OcrError } from '../../errors.ts';
import type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from '../engine.ts';
import { around } from '../page/box.ts';
import { cropped } from '../page/grey.ts';
import { assertWhole, isBlank } from './given-image.ts';
import { ppOcrCut, ppOcrModel } from './ppocr-model.ts';
import type { Recogniser } from './ppocr-recognition.ts';

type Runtime = typeof import('onnxruntime-node');
type Session = import('onnxruntime-node').InferenceSession;

/** One thread: pages are read side by side in processes of their own. */
const options = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  logSeverityLevel: 3,
} as const;

interface Loaded {
  readonly runtime: Runtime;
  readonly detection: Session;
  readonly recogniser: Recogniser;
  readonly sessions: readonly Session[];
}

/**
 * @throws {OcrError} when it is not installed, or the models cannot be loaded.
 */
export async function createPpOcrEngine(): Promise<OcrEngine> {
  const model = ppOcrModel();
  if (model === null) throw new OcrError('PP-OCR is not installed: onnxruntime-node is missing');
  const loaded = await load(model).catch((cause: unknown) => {
    throw new OcrError(`PP-OCR does not start: ${String(cause)}`);
  });
  let closed = false;
  /** One after the other: a session takes one input at a time. */
  let last: Promise<unknown> = Promise.resolve();
  const recognise = async (image: GreyImage, layout: Layout): Promise<readonly OcrLine[]> => {
    if (closed) throw new OcrError('it has been closed');
    try {
      return await linesOf(image, layout, loaded);
    } catch (cause) {
      throw new OcrError(`PP-OCR fails: ${String(cause)}`);
    }
  };

  return {
    name: 'pp-ocr',
    fingerprint: model.fingerprint,
    best: ppOcrCut,
    async read(image, layout) {
      assertWhole(image);
      if (isBlank(image)) return [];
      const result = last.then(() => recognise(image, layout));
      last = result.catch(() => undefined);
      return result;
    },
    async [Symbol.asyncDispose]() {
      if (closed) return;
      closed = true;
      await last;
      await Promise.all(loaded.sessions.map((session) => session.release()));
    },
  };
}

async function load(model: NonNullable<ReturnType<typeof ppOcrModel>>): Promise<Loaded> {
  const runtime = await import('onnxruntime-node');
  const { recogniserOf } = await import('./ppocr-recognition.ts');
  const detection = await runtime.InferenceSession.create(model.detection, options);
  const recognition = await runtime.InferenceSession.create(model.recognition, options);
  const recogniser = await recogniserOf(recognition, runtime.Tensor, model.keys);
  return { runtime, detection, recogniser, sessions: [detection, recognition] };
}

async function linesOf(
  image: GreyImage,
  layout: Layout,
  { runtime, detection, recogniser }: Loaded,
): Promise<readonly OcrLine[]> {
  if (layout === 'line' || layout === 'number') {
    return asLines([await recogniser.read(image, layout === 'number')]);
  }
  const { detected } = await import('./ppocr-detection.ts');
  const read: (readonly OcrCharacter[])[] = [];
  for (const box of await detected(detection, runtime.Tensor, image)) {
    const [left, top] = [Math.floor(box[0]), Math.floor(box[1])];
    const characters = await recogniser.read(cropped(image, box), false);
    read.push(characters.map((one) => moved(one, left, top)));
  }
  return asLines(read);
}

const moved = ({ box: [x0, y0, x1, y1], ...rest }: OcrCharacter, left: number, top: number) => ({
  ...rest,
  box: [x0 + left, y0 + top, x1 + left, y1 + top] as const,
});

const asLines = (read: readonly (readonly OcrCharacter[])[]): readonly OcrLine[] =>
  read.flatMap((characters) => {
    const box = around(characters.map((one) => one.box));
    if (box === null) return [];
    const text = characters.map((one) => one.text).join('');
    const confidence = Math.min(...characters.map((one) => one.confidence));
    return [{ text, confidence, box, characters }];
  });
