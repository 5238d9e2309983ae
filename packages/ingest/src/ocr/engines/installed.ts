/** Which engines read pages here; known without loading any. */
import { ppOcrModel } from './ppocr-model.ts';
import { tesseractFingerprint } from './tesseract-model.ts';

export type EngineName = 'pp-ocr' | 'tesseract.js';

interface Installed {
  readonly name: EngineName;
  /** See `OcrEngine.fingerprint`; null when it is not installed. */
  readonly fingerprint: () => string | null;
}

/** The better one of running text first (measured: a tenth of the other's errors). */
const known: readonly Installed[] = [
  { name: 'pp-ocr', fingerprint: () => ppOcrModel()?.fingerprint ?? null },
  { name: 'tesseract.js', fingerprint: tesseractFingerprint },
];

const separators = /[\s,]+/u;

/**
 * Name and fingerprint of each engine that is installed and wanted, best first; never none.
 *
 * @param wanted Names with commas between; all when undefined or empty.
 * @throws {TypeError} when none of the names is that of an installed engine.
 */
export function usedEngines(
  wanted = process.env['XXGK_OCR'],
): readonly { readonly name: EngineName; readonly fingerprint: string }[] {
  const names = (wanted ?? '').split(separators).filter((name) => name !== '');
  const used = known
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap(({ name, fingerprint }) => {
      const found = fingerprint();
      return found === null ? [] : [{ name, fingerprint: found }];
    });
  if (used.length > 0) return used;
  throw new TypeError(
    `XXGK_OCR is "${wanted}": name one or both of ${known.map(({ name }) => name).join(', ')} that are installed.`,
  );
}

/** Fingerprint of all of them together: part of the version of the stage `ocr`. */
export const enginesFingerprint = (): string =>
  usedEngines()
    .map(({ fingerprint }) => fingerprint)
    .join(' + ');
