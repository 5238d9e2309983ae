/** What is known of an engine before it is loaded. */
import type { OcrEngine } from '../engine.ts';

/** Names for `XXGK_OCR`. */
export type EngineName = 'pp-ocr' | 'tesseract.js' | 'tesseract' | 'http';

export type Presence = Pick<OcrEngine, 'fingerprint' | 'best'>;

/** What one must know to choose an engine. */
export interface KnownEngine {
  readonly name: EngineName;
  /** Whether it reads where `XXGK_OCR` is not set. */
  readonly byDefault: boolean;
  /** Why it cannot read here and what to do about it, without asking other machines; null when it can. */
  absence(): string | null;
  /** Of one that is not absent. @throws {OcrError} when the other machine does not answer. */
  presence(): Promise<Presence>;
  /** Loads what may refuse to be loaded though it is installed. @throws {EngineStartError} */
  probe?(): Promise<void>;
}
