/** Names of the passes over a page image, and which of them are switched off. */

/** In the order in which they run. */
export const passNames = [
  'scale',
  'orientation',
  'colors',
  'even',
  'borders',
  'marks',
  'deskew',
  'grey-seals',
  'red-rests',
  'seal-rests',
  'seal-text',
] as const;

export type PassName = (typeof passNames)[number];

const separators = /[\s,]+/u;

/**
 * The passes that `XXGK_OCR_WITHOUT` switches off: to see on a page what each of them is good for.
 *
 * @param setting Names with commas between.
 * @returns In the order of {@link passNames}.
 * @throws {TypeError} when a name is that of no pass.
 */
export function switchedOff(
  setting = process.env['XXGK_OCR_WITHOUT'] ?? '',
): ReadonlySet<PassName> {
  const wanted = setting.split(separators).filter((name) => name !== '');
  const unknown = wanted.find((name) => !passNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new TypeError(
      `XXGK_OCR_WITHOUT names "${unknown}", which is none of ${passNames.join(', ')}.`,
    );
  }
  return new Set(passNames.filter((name) => wanted.includes(name)));
}
