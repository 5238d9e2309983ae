/** Politeness: one request to a host at a time, and a gap between two. */
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { HostBusyError } from './errors.ts';
import type { Turn } from './fetcher.ts';

/** When each host may be asked next; kept outside the process, so that it holds across restarts. */
export interface HostBook {
  /** Takes the host's next free moment, and keeps the next one `gapMs` away; gives the wait in ms. */
  reserve(host: string, gapMs: number): number;
  /** Keeps everyone from the host until a moment, in ms since 1970. */
  postpone(host: string, until: number): void;
}

export interface PaceOptions {
  /** Milliseconds between the end of a request to this address's host and the next request. */
  gapOf(url: URL): number;
  /** Ends all waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds that a request waits for its host at most; a longer wait is for another run. */
const patience = 300_000;

/** Share of the gap by which it may be longer, so that two programs do not march in step. */
const jitter = 0.2;

export class Pace {
  readonly #book: HostBook;
  readonly #options: PaceOptions;
  readonly #queues = new Map<string, PQueue>();
  /** When the last request to each host ended, ms since 1970. */
  readonly #ended = new Map<string, number>();

  constructor(book: HostBook, options: PaceOptions) {
    this.#book = book;
    this.#options = options;
  }

  /**
   * Sends when the host may be asked.
   *
   * @throws {HostBusyError} at once, where it asked to be left alone for longer than a run can wait.
   */
  readonly turn: Turn = (url, send) =>
    this.#queueOf(url.host).add(async () => {
      const { signal } = this.#options;
      const gap = this.#options.gapOf(url) * (1 + Math.random() * jitter);
      // The gap may have grown since: robots.txt, the first thing that is asked for, says so.
      this.#book.postpone(url.host, (this.#ended.get(url.host) ?? 0) + gap);
      const wait = this.#book.reserve(url.host, gap);
      if (wait > patience) throw new HostBusyError(url.href, null, wait);
      await sleep(wait, undefined, signal ? { signal } : {});
      try {
        return await send();
      } finally {
        // Counted from the end too: the server may have been busy with it until now.
        const now = Date.now();
        this.#ended.set(url.host, now);
        this.#book.postpone(url.host, now + gap);
      }
    });

  /** Leaves a host alone for a while, as it asked. */
  leaveAlone(url: URL, ms: number): void {
    this.#book.postpone(url.host, Date.now() + ms);
  }

  #queueOf(host: string): PQueue {
    const known = this.#queues.get(host);
    if (known) return known;
    const queue = new PQueue({ concurrency: 1 });
    this.#queues.set(host, queue);
    return queue;
  }
}
