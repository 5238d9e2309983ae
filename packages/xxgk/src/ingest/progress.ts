/** How far a run is: a bar on a terminal, a line now and then elsewhere. */
import { SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.ts';

/** Files of a run by their end. */
export interface Counts {
  /** Inputs so far; a recording adds many that no walk has counted. */
  readonly total: number;
  readonly done: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface Progress {
  /** Shows the counts, not more often than is of use. */
  show(counts: () => Counts): void;
  stop(): void;
}

/** Milliseconds between two pictures of the bar … */
const frame = 100;
/** … and between two lines where there is none. */
const pace = 10_000;

const minute = 60;

/** @param total Files of the run. */
export function progressOn(terminal: Terminal, total: number): Progress {
  return terminal.lively ? bar(total) : lines(terminal, total);
}

function bar(total: number): Progress {
  const format =
    '{bar} {value}/{total}  stored {stored}  unchanged {unchanged}  failed {failed}  left {eta_formatted}';
  // A signal is for the run to handle; the bar is stopped when the run ends.
  const shown = new SingleBar({ format, hideCursor: true, etaBuffer: 100, gracefulExit: false });
  shown.start(total, 0, { stored: 0, unchanged: 0, failed: 0 });
  const due = every(frame);
  return {
    show(counts): void {
      if (!due()) return;
      const { total: known, done, stored, unchanged, failed } = counts();
      if (known > total) shown.setTotal(known);
      shown.update(done, { stored, unchanged, failed });
    },
    stop: () => shown.stop(),
  };
}

function lines(terminal: Terminal, total: number): Progress {
  const start = performance.now();
  const due = every(pace);
  return {
    show(counts): void {
      if (!due()) return;
      const { total: known, done, stored, unchanged, failed } = counts();
      const all = Math.max(total, known);
      const left = clock(((performance.now() - start) / Math.max(done, 1)) * (all - done));
      terminal.say(
        `xxgk: ${done}/${all}  stored ${stored}  unchanged ${unchanged}  failed ${failed}  left ${left}`,
      );
    },
    stop: () => undefined,
  };
}

/** True at most once in so many milliseconds, for the first time when they have passed. */
function every(milliseconds: number): () => boolean {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return false;
    last = now;
    return true;
  };
}

/** `75000` → `1m15s`. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / minute);
  return minutes === 0 ? `${seconds}s` : `${minutes}m${seconds % minute}s`;
}
