/** Versions of all stages that may have a part in a Document; each Document names those that had. */
import { containers } from './containers/index.ts';
import { enginesFingerprint } from './ocr/engines/installed.ts';
import { parsers } from './parse/index.ts';
import { cleanVersion, decodeVersion, ocrStage } from './versions.ts';

/**
 * `parse.html` → version, and so on; as in `Document.stages`.
 *
 * @throws as {@link enginesFingerprint}.
 */
export const currentStages = async (): Promise<Readonly<Record<string, string>>> => ({
  decode: decodeVersion,
  ...Object.fromEntries(parsers.map(({ name, version }) => [`parse.${name}`, version])),
  ...Object.fromEntries(containers.map(({ name, version }) => [`container.${name}`, version])),
  ocr: ocrStage([await enginesFingerprint()]),
  clean: cleanVersion,
});
