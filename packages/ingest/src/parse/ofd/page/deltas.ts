/** Distances between characters: DeltaX and DeltaY of TextCode (GB/T 33190-2016 §11.3). */

const space = /\s+/u;

/**
 * Writes out the runs: `5 g 3 2.5` is 5 2.5 2.5 2.5.
 *
 * @param most So many are wanted; a run is never written out further.
 */
export function deltasOf(value: string | undefined, most: number): number[] {
  const words = (value ?? '').split(space).filter(Boolean);
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < most; ) {
    const run = words[at] === 'g';
    const count = run ? Number(words[at + 1]) : 1;
    const delta = Number(words[run ? at + 2 : at]);
    // What follows a word that is no number cannot be told apart any more.
    if (!(Number.isFinite(delta) && Number.isInteger(count))) break;
    for (let n = 0; n < count && deltas.length < most; n += 1) deltas.push(delta);
    at += run ? 3 : 1;
  }
  return deltas;
}
