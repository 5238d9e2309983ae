/**
 * Posts alarms to an address, some times where that fails, and never in anybody's way: what cannot be
 * delivered is said in the log and forgotten. Redirects are not followed.
 */
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AddressPolicy, checkAddress, guardedLookup } from '@xxgk/ingest/fetch';
import type { AlarmMessage } from './teller.ts';

export interface WebhookOptions {
  /** Its path and query may hold a secret: they are never logged. */
  readonly url: string;
  readonly policy: AddressPolicy;
  /** Told of what could not be delivered. */
  readonly say: (line: string) => void;
  /** Milliseconds before each further try. @default 1 s, 10 s, 60 s */
  readonly rests?: readonly number[];
  /** Milliseconds for one try. @default 10 s */
  readonly timeout?: number;
}

const second = 1000;
/** Messages that wait; of more the oldest are forgotten. */
const longestQueue = 200;
/** Milliseconds that the end of the program waits for what is under way. */
const patience = 5 * second;

export class Webhook implements AsyncDisposable {
  readonly #options: WebhookOptions;
  readonly #url: URL;
  readonly #queue: AlarmMessage[] = [];
  readonly #ending = new AbortController();
  #delivering: Promise<void> | undefined;

  /** @throws {IngestError} `fetch/…` when the address is none that may be posted to. */
  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#url = checkAddress(options.url, options.policy);
  }

  /** Returns at once. */
  post(message: AlarmMessage): void {
    this.#queue.push(message);
    if (this.#queue.length > longestQueue) this.#queue.shift();
    this.#delivering ??= this.#deliver().finally(() => {
      this.#delivering = undefined;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const waiting = new AbortController();
    await Promise.race([this.#delivering, sleep(patience, undefined, waiting)]);
    waiting.abort();
    this.#ending.abort();
    await this.#delivering;
  }

  async #deliver(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const why = await this.#attempt(next);
      if (why === undefined) continue;
      this.#options.say(
        `xxgk: the alarm ${next.code} of ${next.site} could not be posted to ${this.#url.host} (${why})`,
      );
    }
  }

  /** Why it was not delivered, at last; undefined where it was. */
  async #attempt(message: AlarmMessage): Promise<string | undefined> {
    const { rests = [second, 10 * second, 60 * second] } = this.#options;
    for (const rest of [...rests, undefined]) {
      const { why, again } = await this.#send(message);
      if (why === undefined || !again || rest === undefined) return why;
      try {
        await sleep(rest, undefined, { signal: this.#ending.signal });
      } catch {
        return why;
      }
    }
    return undefined;
  }

  async #send(message: AlarmMessage): Promise<{ readonly why?: string; readonly again: boolean }> {
    const { policy, timeout = 10 * second } = this.#options;
    const signal = AbortSignal.any([AbortSignal.timeout(timeout), this.#ending.signal]);
    try {
      const status = await post(this.#url, JSON.stringify(message), policy, signal);
      if (status >= 200 && status < 300) return { again: false };
      return { why: `status ${status}`, again: status === 429 || status >= 500 };
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { why: signal.aborted ? 'no answer' : why, again: true };
    }
  }
}

/** Status of the answer, whose body is not read. */
function post(url: URL, body: string, policy: AddressPolicy, signal: AbortSignal): Promise<number> {
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      lookup: guardedLookup(policy),
      agent: false,
      signal,
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.end(body);
  });
}
