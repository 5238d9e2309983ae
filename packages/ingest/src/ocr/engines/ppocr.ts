/**
 * The PP-OCR engine: Baidu's PP-OCRv4 models through onnxruntime, with an adapter of our own. Optional:
 * both packages are, and neither downloads anything.
 */
import { readFile } from 'node:fs/promises';
import { EngineStartError } from '../../errors.ts';
import type { GreyImage, Layout, OcrCharacter, OcrEngine, OcrLine } from '../engine.ts';
import { around } from '../page/box.ts';
import { cropped } from '../page/grey.ts';
import { oneAtATime, reasonOf } from './one-at-a-time.ts';
import { type PpOcrModel, ppOcrCut, ppOcrModel } from './ppocr-model.ts';
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
  readonly recogniser: Recogniser;
  /** Boxes of the lines on an image; its network is loaded at the first call. */
  readonly detect: (image: GreyImage) => Promise<readonly OcrCharacter['box'][]>;
  readonly sessions: Session[];
}

/**
 * @throws {EngineStartError} when it is not installed, or the models cannot be loaded.
 */
export async function createPpOcrEngine(): Promise<OcrEngine> {
  const model = ppOcrModel();
  if (model === null) throw new EngineStartError('pp-ocr', 'its optional packages are missing');
  const loaded = await load(model).catch((cause: unknown) => {
    throw new EngineStartError('pp-ocr', reasonOf(cause));
  });
  return oneAtATime({
    name: 'pp-ocr',
    fingerprint: model.fingerprint,
    best: ppOcrCut,
    recognise: (image, layout) => linesOf(image, layout, loaded),
    release: () => Promise.all(loaded.sessions.map((session) => session.release())),
  });
}

async function load(model: PpOcrModel): Promise<Loaded> {
  const runtime = await import('onnxruntime-node');
  const [{ recogniserOf }, { fused }] = await Promise.all([
    import('./ppocr-recognition.ts'),
    import('./ppocr-fusion.ts'),
  ]);
  const network = fused(await readFile(model.recognition));
  const recognition = await runtime.InferenceSession.create(network, options);
  const recogniser = await recogniserOf(recognition, runtime.Tensor, model.keys);
  const sessions = [recognition];
  return { recogniser, sessions, detect: detectorOf(runtime, model, sessions) };
}

/** Lines are read without it: who reads only those does not pay for it. */
function detectorOf(runtime: Runtime, model: PpOcrModel, sessions: Session[]): Loaded['detect'] {
  let session: Session | undefined;
  return async (image) => {
    const { detected } = await import('./ppocr-detection.ts');
    if (!session) {
      session = await runtime.InferenceSession.create(model.detection, options);
      sessions.push(session);
    }
    return detected(session, runtime.Tensor, image);
  };
}

async function linesOf(
  image: GreyImage,
  layout: Layout,
  { detect, recogniser }: Loaded,
): Promise<readonly OcrLine[]> {
  if (layout === 'line' || layout === 'number') {
    return asLines([await recogniser.read(image, layout === 'number')]);
  }
  const read: (readonly OcrCharacter[])[] = [];
  for (const box of await detect(image)) {
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
