/**
 * robots.txt after RFC 9309: no such file (4xx) allows everything, a broken server (5xx, no answer)
 * nothing; read again after a day.
 */
import robotsModule from 'robots-parser';
import { RobotsError, TooManyRedirectsError } from './errors.ts';
import type { Fetcher, Turn } from './fetcher.ts';
import { robotName } from './user-agent.ts';

/** What a host's robots.txt said. */
export interface Robots {
  /** Status of the answer; null where there was none. */
  readonly status: number | null;
  /** Empty where there was none. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** Keeps them between runs. */
export interface RobotsStore {
  robots(host: string): Robots | undefined;
  putRobots(host: string, robots: Omit<Robots, 'fetchedAt'>): void;
}

export interface RobotsGateOptions {
  readonly fetcher: Fetcher;
  readonly store: RobotsStore;
  readonly turn: Turn;
  /**
   * Do not ask for it and obey nothing of it: with the site's permission, by the user's explicit
   * word. @default false
   */
  readonly overridden?: boolean;
  /** Milliseconds since 1970; default the system's clock. */
  readonly now?: () => number;
}

// The package's types describe a default export; what it exports is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** A server that was broken is asked again sooner. */
const retryAfter = 10 * minute;
/** RFC 9309 §2.5: at least 500 KiB are read. */
const longest = 512_000;
/** `Crawl-delay: 86400` would be a polite way to forbid everything; what is meant is `Disallow`. */
const longestDelay = 60 * second;

export class RobotsGate {
  readonly #options: RobotsGateOptions;
  readonly #running = new Map<string, Promise<Robots>>();

  constructor(options: RobotsGateOptions) {
    this.#options = options;
  }

  /**
   * @throws {RobotsError} where the address may not be fetched.
   * @throws {IngestError} `fetch/…` where the host gives no answer, which forbids everything too.
   */
  async check(url: URL): Promise<void> {
    if (this.#options.overridden === true) return;
    const robots = await this.#robotsOf(url);
    if (isBroken(robots)) {
      throw new RobotsError(url.href, `its robots.txt cannot be read: status ${robots.status}`);
    }
    if (this.#rules(url, robots).isAllowed(url.href, robotName) === false) {
      throw new RobotsError(url.href, 'its robots.txt forbids it');
    }
  }

  /** `Crawl-delay` in milliseconds, at most a minute; 0 where none is known. */
  delayOf(url: URL): number {
    const robots = this.#options.store.robots(url.host);
    if (!robots || isBroken(robots)) return 0;
    const seconds = this.#rules(url, robots).getCrawlDelay(robotName) ?? 0;
    return seconds > 0 ? Math.min(seconds * second, longestDelay) : 0;
  }

  /** Sitemaps that the host names, as far as its robots.txt has been read; absolute addresses. */
  sitemapsOf(url: URL): readonly string[] {
    const robots = this.#options.store.robots(url.host);
    return robots && !isBroken(robots) ? this.#rules(url, robots).getSitemaps() : [];
  }

  #rules(url: URL, { status, body }: Robots): ReturnType<typeof robotsParser> {
    return robotsParser(`${url.origin}/robots.txt`, status === 200 ? body : '');
  }

  async #robotsOf(url: URL): Promise<Robots> {
    const known = this.#options.store.robots(url.host);
    const now = this.#options.now?.() ?? Date.now();
    if (known && now - known.fetchedAt < (isBroken(known) ? retryAfter : day)) return known;
    const running = this.#running.get(url.host) ?? this.#fetch(url, now);
    this.#running.set(url.host, running);
    try {
      return await running;
    } finally {
      this.#running.delete(url.host);
    }
  }

  async #fetch(url: URL, now: number): Promise<Robots> {
    const { fetcher, store, turn } = this.#options;
    const found = await answerOf(fetcher, `${url.origin}/robots.txt`, turn);
    store.putRobots(url.host, found);
    return { ...found, fetchedAt: now };
  }
}

async function answerOf(
  fetcher: Fetcher,
  address: string,
  turn: Turn,
): Promise<{ status: number; body: string }> {
  try {
    const { status, bytes } = await fetcher.get(address, { turn });
    const body = new TextDecoder().decode(bytes.subarray(0, longest));
    return { status, body: status === 200 ? body : '' };
  } catch (error) {
    // RFC 9309 §2.3.1.2: a redirect without end is as good as no file.
    if (error instanceof TooManyRedirectsError) return { status: 404, body: '' };
    throw error;
  }
}

/** 429 is a 4xx that says "not now". */
const isBroken = ({ status }: Pick<Robots, 'status'>): boolean =>
  status === null || status >= 500 || status === 429;
