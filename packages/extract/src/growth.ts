/**
 * How much more work a longer text makes: for the tests that hold every reader to linear time.
 *
 * Processor time, not time of day, and the best of several tries: a busy machine makes a run
 * slower, never faster, so only a reader whose work really grows keeps a high ratio in all of them.
 */

/** How much longer the long text is. */
export const FACTOR = 6;

/** Linear is FACTOR, quadratic its square: 36. */
export const WORST = 20;

const TRIES = 4;
/** Microseconds below which the clock tells nothing. */
const SILENT = 2000;

function work(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user;
}

/**
 * Work for the long input over work for the short one; at most FACTOR where both are too little to
 * be measured. Tries again while the ratio looks like more than {@link WORST}.
 */
export function growth(short: () => unknown, long: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && least >= WORST; tried += 1) {
    const much = work(long);
    if (much < SILENT) return FACTOR;
    least = Math.min(least, much / Math.max(work(short), SILENT));
  }
  return least;
}
