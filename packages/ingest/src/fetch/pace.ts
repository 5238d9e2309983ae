/** Politeness: one request to a host at a time, and a gap between two. */
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { HostBusyError, OutsideHoursError } from './errors.ts';
import type { Turn } from './fetcher.ts';
import type { Hours } from './hours.ts';

/** When each host may be asked next; kept outside the process, so that it holds across restarts. */
export interface HostBook {
  /**
   * Takes the host for one request, until {@link release}; 0 where it was free. Else the milliseconds until
   * it may be asked for again, and nothing is taken.
   */
  claim(host: string, gapMs: number): number;
  /** Ends the request: the next one may begin after the gap. */
  release(host: string, gapMs: number): void;
  /** Keeps everyone from the host until a moment, in ms since 1970. */
  postpone(host: string, until: number): void;
}

export interface PaceOptions {
  /** Milliseconds between the end of a request to this address's host and the next request. */
  gapOf(url: URL): number;
  /** Share of the gap by which it may be longer, so that two programs do not march in step. @default 0.2 */
  readonly jitter?: number | undefined;
  /** When hosts may be asked at all; default always. */
  readonly hours?: Hours | undefined;
  /** Ends all waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds that a request waits for its host at most; a longer wait is for another run. */
const patience = 300_000;
/** And in gaps: several programs may take turns. */
const patientGaps = 4;

const defaultJitter = 0.2;

/** How often in a gap a request under way says that it is. */
const beats = 4;

/** A host that declines is asked half as often after each refusal, down to an eighth. */
const mostSlowing = 3;

export class Pace {
  readonly #book: HostBook;
  readonly #options: PaceOptions;
  readonly #queues = new Map<string, PQueue>();
  /** When the last request to each host ended, ms since 1970. */
  readonly #ended = new Map<string, number>();
  /** Refusals of each host since its last answer. */
  readonly #refusals = new Map<string, number>();

  constructor(book: HostBook, options: PaceOptions) {
    this.#book = book;
    this.#options = options;
  }

  /**
   * Sends when the host may be asked.
   *
   * @throws {HostBusyError} at once, where it asked to be left alone for longer than a run can wait.
   * @throws {OutsideHoursError} where its hours are over.
   */
  readonly turn: Turn = (url, send) =>
    this.#queueOf(url.host).add(async () => {
      const { jitter = defaultJitter, hours } = this.#options;
      const gap = this.#gapOf(url) * (1 + Math.random() * jitter);
      // The gap may have grown since: robots.txt, the first thing that is asked for, says so.
      this.#book.postpone(url.host, (this.#ended.get(url.host) ?? 0) + gap);
      await this.#claim(url, gap);
      // Those who share the book and cannot see this process still see that the answer takes its time.
      const beat = setInterval(() => this.#stillAsking(url.host, gap), gap / beats);
      try {
        const closed = hours?.waitAt(Date.now()) ?? 0;
        if (closed > 0) throw new OutsideHoursError(url.href, closed);
        return await send();
      } finally {
        clearInterval(beat);
        this.#ended.set(url.host, Date.now());
        this.#book.release(url.host, gap);
      }
    });

  /** Leaves a host alone for a while, as it asked. */
  leaveAlone(url: URL, ms: number): void {
    this.#book.postpone(url.host, Date.now() + ms);
  }

  /** The host declined: it is asked less often from now on. */
  slow(url: URL): void {
    this.#refusals.set(url.host, (this.#refusals.get(url.host) ?? 0) + 1);
  }

  /** The host gave something: it is asked as before. */
  ease(url: URL): void {
    this.#refusals.delete(url.host);
  }

  #stillAsking(host: string, gap: number): void {
    try {
      this.#book.postpone(host, Date.now() + gap);
    } catch {
      // The book is busy or gone: the end of the request, or the next claim, says so to who can act.
    }
  }

  async #claim(url: URL, gap: number): Promise<void> {
    const { signal } = this.#options;
    for (let waited = 0; ; ) {
      const wait = this.#book.claim(url.host, gap);
      if (wait === 0) return;
      waited += wait;
      if (waited > Math.max(patience, patientGaps * gap))
        throw new HostBusyError(url.href, null, wait);
      await sleep(wait, undefined, signal ? { signal } : {});
    }
  }

  #gapOf(url: URL): number {
    const refusals = Math.min(this.#refusals.get(url.host) ?? 0, mostSlowing);
    return this.#options.gapOf(url) * 2 ** refusals;
  }

  #queueOf(host: string): PQueue {
    const known = this.#queues.get(host);
    if (known) return known;
    const queue = new PQueue({ concurrency: 1 });
    this.#queues.set(host, queue);
    return queue;
  }
}
