/** Versions of the stages that are not parsers: each rises when its output for some input changes. */

/** Rises too when a parser is added: decoding decides which one reads a file. */
export const decodeVersion = '3';

export const cleanVersion = '3';

/** Of reading page images, whatever the engine. */
const ocrVersion = '3';

/**
 * Version of the stage `ocr`.
 *
 * @param engines Fingerprints of those that read pages, with the passes that are switched off.
 */
export const ocrStage = (engines: Iterable<string>): string =>
  [ocrVersion, ...[...new Set(engines)].toSorted()].join(', ');
