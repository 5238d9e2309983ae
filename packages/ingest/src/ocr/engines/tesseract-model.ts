/** Which tesseract reads and with what model; known without loading either. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Cut } from '../engine.ts';
import type { KnownEngine } from './presence.ts';

/**
 * The full LSTM model. `4.0.0_best_int` is a tenth of its size, and reads `20586` as `205806` where
 * only digits are allowed (the contract suite fails with it).
 */
const variant = '4.0.0';
/** Measured: characters of 35 to 45 pixels are read best. */
export const tesseractCut: Cut = { glyph: 40, rim: 3 };

const require = createRequire(import.meta.url);

export const tesseractEngine: KnownEngine = {
  name: 'tesseract.js',
  byDefault: true,
  absence() {
    try {
      tesseractModel();
      return null;
    } catch {
      return 'without its language data (@tesseract.js-data/chi_sim): run scripts/setup again';
    }
  },
  presence: async () => ({ fingerprint: tesseractFingerprint(), best: tesseractCut }),
};

/** Folder of the packed model. */
export const tesseractModel = (): string =>
  join(dirname(require.resolve('@tesseract.js-data/chi_sim/package.json')), variant);

/** See `OcrEngine.fingerprint`. */
export function tesseractFingerprint(): string {
  const about: unknown = require('tesseract.js/package.json');
  const version =
    typeof about === 'object' && about !== null && 'version' in about
      ? String(about.version)
      : 'unknown';
  return `tesseract.js/${version} chi_sim/${variant}`;
}
