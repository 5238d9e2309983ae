/** Watches one job from outside: its two clocks and its memory. */
import type { Limits } from './limits.ts';
import { residentBytes } from './memory.ts';

/** Why a job has to be stopped. */
export type Excess = 'deadline' | 'silence' | 'memory';

/** Milliseconds between looks. */
const interval = 100;

/** A longer gap between two looks is the coordinator's own (it was suspended): not the job's fault. */
const longestGap = 1000;

export class Watch {
  readonly #limits: Limits;
  readonly #timer: NodeJS.Timeout;
  #last = performance.now();
  #spent = 0;
  #silent = 0;
  /** Questions of the job that are not answered yet. */
  #waiting = 0;
  /** Most resident bytes seen. */
  peak = 0;

  constructor(pid: number, limits: Limits, exceeded: (excess: Excess) => void) {
    this.#limits = limits;
    this.#timer = setInterval(() => {
      const excess = this.#tick();
      if (excess) exceeded(excess);
      residentBytes(pid, (bytes) => {
        this.peak = Math.max(this.peak, bytes);
        if (bytes > limits.memory) exceeded('memory');
      });
    }, interval);
  }

  /** The process gave a sign of life. */
  alive(): void {
    this.#silent = 0;
  }

  /** The job waits for something that is done elsewhere, and does so under limits of its own. */
  wait(): void {
    this.#waiting += 1;
  }

  resume(): void {
    this.#waiting -= 1;
    this.#silent = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): Excess | undefined {
    const now = performance.now();
    const gap = Math.min(now - this.#last, longestGap);
    this.#last = now;
    if (this.#waiting > 0) return undefined;
    this.#spent += gap;
    this.#silent += gap;
    if (this.#spent > this.#limits.deadline) return 'deadline';
    return this.#silent > this.#limits.silence ? 'silence' : undefined;
  }
}
