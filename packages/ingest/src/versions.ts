/** Versions of the stages that are not parsers: each rises when its output for some input changes. */

import { switchedOff } from './ocr/page/passes/names.ts';

/** Rises too when a parser is added: decoding decides which one reads a file. */
export const decodeVersion = '3';

export const cleanVersion = '3';

/** Of reading page images, whatever the engine. */
const ocrVersion = '3';

/**
 * Version of the stage `ocr`: passes that are switched off are a part of it.
 *
 * @param engines Fingerprints of those that read pages.
 * @throws {TypeError} when `XXGK_OCR_WITHOUT` names what is no pass.
 */
export function ocrStage(engines: Iterable<string>): string {
  const without = [...switchedOff()];
  const prepared = without.length === 0 ? [] : [`without ${without.join(' ')}`];
  return [ocrVersion, ...prepared, ...[...new Set(engines)].toSorted()].join(', ');
}
