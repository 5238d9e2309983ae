/** Which engines read pages here; known without loading any. */
import { EngineStartError, OcrSettingError } from '../../errors.ts';
import { switchedOff } from '../page/passes/names.ts';
import { httpEngine } from './http-setting.ts';
import { nativeTesseractEngine } from './native-tesseract-model.ts';
import { reasonOf } from './one-at-a-time.ts';
import { ppOcrEngine } from './ppocr-model.ts';
import type { EngineName, KnownEngine, Presence } from './presence.ts';
import { tesseractEngine } from './tesseract-model.ts';

/** The better one of running text first (measured: a tenth of the other's errors). */
export const knownEngines: readonly KnownEngine[] = [
  ppOcrEngine,
  tesseractEngine,
  nativeTesseractEngine,
  httpEngine,
];

const separators = /[\s,]+/u;

/** Empty where the engines are not chosen. */
export const setting = (): string => process.env['XXGK_OCR'] ?? '';

export interface UsedEngine extends Presence {
  readonly name: EngineName;
}

/**
 * Engines that are wanted, best first; never none.
 *
 * @param wanted Names with commas between, in the order in which they are used; when empty, those
 *   that read by default and are installed.
 * @throws {OcrSettingError} when a name is unknown, given twice, or that of an engine which cannot
 *   read here.
 */
export function chosenEngines(wanted: string = setting()): readonly KnownEngine[] {
  const names = wanted.split(separators).filter((name) => name !== '');
  if (new Set(names).size < names.length) {
    throw new OcrSettingError(`XXGK_OCR is "${wanted}": name each engine once.`);
  }
  const chosen =
    names.length > 0
      ? names.map(named)
      : knownEngines.filter((engine) => engine.byDefault && engine.absence() === null);
  if (chosen.length > 0) return chosen;
  throw new OcrSettingError('No OCR engine is installed: run scripts/setup again.');
}

function named(name: string): KnownEngine {
  const engine = knownEngines.find((one) => one.name === name);
  if (engine === undefined) {
    const names = knownEngines.map((one) => one.name).join(', ');
    throw new OcrSettingError(`XXGK_OCR names "${name}", which is none of ${names}.`);
  }
  const absence = engine.absence();
  if (absence === null) return engine;
  throw new OcrSettingError(`XXGK_OCR names "${name}", which cannot read here: ${absence}.`);
}

/**
 * As {@link chosenEngines}, with what is known of each.
 *
 * @throws {OcrSettingError} as above.
 * @throws {OcrError} when the OCR server does not say what it is.
 */
export const usedEngines = (wanted?: string): Promise<readonly UsedEngine[]> =>
  Promise.all(chosenEngines(wanted).map(describe));

const describe = async (engine: KnownEngine): Promise<UsedEngine> => ({
  name: engine.name,
  ...(await engine.presence()),
});

/**
 * Fingerprint of those together that start: part of the version of the stage `ocr`. What is installed
 * and cannot be loaded takes no part in reading.
 *
 * @throws as {@link usedEngines}; {@link EngineStartError} when none of them can be loaded.
 */
export async function enginesFingerprint(): Promise<string> {
  const chosen = chosenEngines();
  const faults = await Promise.all(chosen.map(startFault));
  const starting = chosen.filter((_, i) => faults[i] === null);
  const [fault] = faults;
  if (starting.length === 0 && fault) throw fault;
  return together(await Promise.all(starting.map(describe)));
}

/** Of all that decides how a page is read: the engines, and the passes that are switched off. */
export function together(engines: readonly Pick<Presence, 'fingerprint'>[]): string {
  const without = [...passesOff()].join(', ');
  const names = engines.map(({ fingerprint }) => fingerprint).join(' + ');
  return without === '' ? names : `${names} without ${without}`;
}

function passesOff(): ReadonlySet<string> {
  try {
    return switchedOff();
  } catch (error) {
    throw new OcrSettingError(reasonOf(error));
  }
}

/** @throws {OcrSettingError} when engines or passes are set that do not exist or cannot be used. */
export function checkSettings(): void {
  chosenEngines();
  passesOff();
}

/** Why an engine that is installed does not start, as far as loading it tells. */
async function startFault(engine: KnownEngine): Promise<EngineStartError | null> {
  try {
    await engine.probe?.();
    return null;
  } catch (error) {
    if (error instanceof EngineStartError) return error;
    throw error;
  }
}
