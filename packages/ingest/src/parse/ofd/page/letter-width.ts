/** Widths of letters where the file tells only how far they stand apart; parts of the letter height. */

const narrow = /^[iljtfrI.,:;'!|()[\]\s]$/u;
const wide = /^[mwMW@%]$/u;
const latin = /^[\u0020-\u007e\u00a0-\u02ff]$/u;
const capital = /^[A-Z]$/u;

/** How much wider than usual a font's Latin letters may be. */
const wideFont = 1.3;

function usual(character: string): number {
  if (!latin.test(character)) return 1;
  if (narrow.test(character)) return 0.33;
  if (wide.test(character)) return 0.85;
  return capital.test(character) ? 0.68 : 0.52;
}

/**
 * @param size Letter height.
 * @param step Distance to the next character, undefined behind the last one.
 */
export function letterWidth(character: string, size: number, step: number | undefined): number {
  const width = usual(character) * size;
  const most = latin.test(character) ? width * wideFont : width;
  return step !== undefined && step > 0 ? Math.min(step, most) : width;
}
