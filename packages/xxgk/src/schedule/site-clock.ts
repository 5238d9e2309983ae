/** Starts the rounds of one site: by cron in Beijing time, never two at once, one for what was missed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Cron } from 'croner';

/** Agencies publish, and their servers rest, by this clock. */
const timezone = 'Asia/Shanghai';

/** What is known of the last round. */
export interface LastRound {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null where it was interrupted. */
  readonly finishedAt: number | null;
}

export interface SiteClockOptions {
  readonly site: string;
  /** Cron expression, with seconds where it has six fields. */
  readonly schedule: string;
  /** Milliseconds by which a round may begin later, so that not all sites begin in one moment. */
  readonly jitter: number;
  readonly lastRound: () => LastRound | undefined;
  /** Runs one round; its failures are its own to tell. */
  readonly round: () => Promise<void>;
  readonly signal: AbortSignal;
}

export interface ClockState {
  readonly site: string;
  readonly running: boolean;
  /** RFC 3339, UTC; null when there is none. */
  readonly next: string | null;
  readonly rounds: number;
  /** Times that came while a round was under way. */
  readonly skipped: number;
}

export class SiteClock {
  readonly #options: SiteClockOptions;
  readonly #cron: Cron;
  #running: Promise<void> | undefined;
  #rounds = 0;
  #skipped = 0;

  constructor(options: SiteClockOptions) {
    this.#options = options;
    this.#cron = new Cron(options.schedule, { timezone, paused: true }, () => this.#begin());
  }

  /** From now on rounds begin; at once where one was missed or interrupted. */
  start(): void {
    if (this.#isOverdue()) this.#begin();
    this.#cron.resume();
  }

  /** No further round begins; returns when the one under way has ended. */
  async stop(): Promise<void> {
    this.#cron.stop();
    await this.#running;
  }

  get state(): ClockState {
    return {
      site: this.#options.site,
      running: this.#running !== undefined,
      next: this.#cron.nextRun()?.toISOString() ?? null,
      rounds: this.#rounds,
      skipped: this.#skipped,
    };
  }

  /** However many times were missed, one round makes up for them. A new site waits for its time. */
  #isOverdue(): boolean {
    const last = this.#options.lastRound();
    if (!last) return false;
    if (last.finishedAt === null) return true;
    const [due] = this.#cron.previousRuns(1);
    return due !== undefined && due.getTime() > last.startedAt;
  }

  #begin(): void {
    if (this.#running) {
      this.#skipped += 1;
      return;
    }
    this.#running = this.#round().finally(() => {
      this.#running = undefined;
    });
  }

  async #round(): Promise<void> {
    const { jitter, signal, round } = this.#options;
    try {
      if (jitter > 0) await sleep(Math.random() * jitter, undefined, { signal });
    } catch {
      // Stopped before it began.
      return;
    }
    this.#rounds += 1;
    await round();
  }
}
