/** Asks for an address as politely as its host wants, and again where that may help. */
import { IngestError } from '@xxgk/ingest/errors';
import {
  type Answer,
  BlockedError,
  Circuit,
  type Fetcher,
  HostBusyError,
  judge,
  NotFoundError,
  type Pace,
  type RobotsGate,
  type Turn,
} from '@xxgk/ingest/fetch';

export interface AskerParts {
  readonly fetcher: Fetcher;
  readonly pace: Pace;
  readonly robots: RobotsGate;
  readonly signal: AbortSignal;
}

export interface Question {
  readonly address: string;
  /** Page that names it. */
  readonly from: string | null;
  /** Of what is known of it already, as its server sent them. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** What was asked for so far. */
export interface Spent {
  /** Addresses, each once however often it was tried. */
  readonly questions: number;
  /** Of the answers. */
  readonly bytes: number;
}

const attempts = 3;
const second = 1000;
/** Milliseconds; a host that wants a longer peace is for another run. */
const longestRest = 60 * second;
/** Milliseconds before the second attempt; doubled for the third. */
const restWhenBusy = 20 * second;
const restWhenBroken = 2 * second;
/** Share by which a rest may be longer, so that two programs do not come back in one moment. */
const jitter = 0.2;

export class Asker {
  readonly #parts: AskerParts;
  readonly #circuit = new Circuit();
  #spent: Spent = { questions: 0, bytes: 0 };

  constructor(parts: AskerParts) {
    this.#parts = parts;
  }

  get spent(): Spent {
    return this.#spent;
  }

  /** @throws {IngestError} `fetch/…` for everything but a file or "not changed". */
  async answerTo({ address, from, etag, lastModified }: Question): Promise<Answer> {
    const { fetcher, pace, signal } = this.#parts;
    const url = new URL(address);
    const options = { referer: from ?? undefined, etag, lastModified, turn: this.#turn, signal };
    this.#spend({ questions: 1, bytes: 0 });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetcher.get(address, options);
        this.#spend({ questions: 0, bytes: answer.bytes.length });
        judge(answer);
        this.#heard(url);
        return answer;
      } catch (error) {
        const rest = restAfter(error, attempt);
        if (rest !== undefined) pace.leaveAlone(url, rest);
        if (rest !== undefined && rest <= longestRest && attempt < attempts) continue;
        this.#gaveUp(url, error, rest !== undefined);
        throw error;
      }
    }
  }

  /** Every hop of a redirect is for its own host to allow, and to pace. */
  readonly #turn: Turn = async (url, send) => {
    await this.#parts.robots.check(url);
    return this.#parts.pace.turn(url, send);
  };

  #spend({ questions, bytes }: Spent): void {
    const spent = this.#spent;
    this.#spent = { questions: spent.questions + questions, bytes: spent.bytes + bytes };
  }

  #heard(url: URL): void {
    this.#circuit.answered(url.host);
    this.#parts.pace.ease(url);
  }

  /** @param silent Whether the host gave no answer, or none that helps. */
  #gaveUp(url: URL, error: unknown, silent: boolean): void {
    const { pace } = this.#parts;
    if (error instanceof BlockedError) pace.slow(url);
    else if (silent) pace.leaveAlone(url, this.#circuit.failed(url.host));
    // Who says no, or that there is nothing, has answered; who was not asked has not.
    else if (error instanceof NotFoundError) this.#heard(url);
  }
}

/** Milliseconds to leave the host alone, as it asked or as is decent; undefined where it has answered. */
function restAfter(error: unknown, attempt: number): number | undefined {
  const longer = 2 ** (attempt - 1) * (1 + Math.random() * jitter);
  if (error instanceof HostBusyError && !error.asked) return undefined;
  if (error instanceof HostBusyError) return error.waitMs ?? restWhenBusy * longer;
  if (error instanceof IngestError && error.remedy === 'retry') return restWhenBroken * longer;
  return undefined;
}
