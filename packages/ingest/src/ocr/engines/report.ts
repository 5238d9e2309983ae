/** What `xxgk doctor` says of the OCR engines. */
import { chosenEngines, knownEngines, setting } from './installed.ts';
import { reasonOf } from './one-at-a-time.ts';
import type { EngineName, KnownEngine } from './presence.ts';

export interface EngineReport {
  readonly name: EngineName;
  /** Whether it is wanted: by `XXGK_OCR`, or by default. */
  readonly wanted: boolean;
  /** Name, version and model; null where it cannot read. */
  readonly fingerprint: string | null;
  /** Why it cannot read; null where it can. */
  readonly fault: string | null;
}

/**
 * All engines: first those that are wanted, in the order in which they read.
 *
 * @throws {OcrSettingError} when `XXGK_OCR` names what cannot be used.
 */
export async function reportEngines(): Promise<readonly EngineReport[]> {
  const chosen = chosenEngines();
  const others = knownEngines.filter((engine) => !chosen.includes(engine));
  return [
    ...(await Promise.all(chosen.map((engine) => reportOf(engine, true)))),
    ...(await Promise.all(others.map((engine) => reportOf(engine, isMissed(engine))))),
  ];
}

/** One that would read by default, if it were there. */
const isMissed = ({ byDefault }: KnownEngine): boolean => byDefault && setting() === '';

async function reportOf(engine: KnownEngine, wanted: boolean): Promise<EngineReport> {
  const { name } = engine;
  const absence = engine.absence();
  if (absence !== null) return { name, wanted, fingerprint: null, fault: absence };
  try {
    await engine.probe?.();
    const { fingerprint } = await engine.presence();
    return { name, wanted, fingerprint, fault: null };
  } catch (error) {
    return { name, wanted, fingerprint: null, fault: reasonOf(error) };
  }
}
