/** Asks for an address as politely as its host wants, and again where that may help. */
import { IngestError } from '@xxgk/ingest/errors';
import {
  type Answer,
  type Fetcher,
  HostBusyError,
  judge,
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

const attempts = 3;
const second = 1000;
/** Milliseconds; a host that wants a longer peace is for another run. */
const longestRest = 60 * second;
/** Milliseconds before the second attempt; doubled for the third. */
const restWhenBusy = 20 * second;
const restWhenBroken = 2 * second;

export class Asker {
  readonly #parts: AskerParts;

  constructor(parts: AskerParts) {
    this.#parts = parts;
  }

  /** @throws {IngestError} `fetch/…` for everything but a file or "not changed". */
  async answerTo({ address, from, etag, lastModified }: Question): Promise<Answer> {
    const { fetcher, pace, signal } = this.#parts;
    const options = { referer: from ?? undefined, etag, lastModified, turn: this.#turn, signal };
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetcher.get(address, options);
        judge(answer);
        return answer;
      } catch (error) {
        const rest = restAfter(error, attempt);
        if (rest !== undefined) pace.leaveAlone(new URL(address), rest);
        if (rest === undefined || rest > longestRest || attempt === attempts) throw error;
      }
    }
  }

  /** Every hop of a redirect is for its own host to allow, and to pace. */
  readonly #turn: Turn = async (url, send) => {
    await this.#parts.robots.check(url);
    return this.#parts.pace.turn(url, send);
  };
}

/** Milliseconds to leave the host alone; undefined where another attempt would give the same. */
function restAfter(error: unknown, attempt: number): number | undefined {
  const doubled = 2 ** (attempt - 1);
  if (error instanceof HostBusyError) return error.waitMs ?? restWhenBusy * doubled;
  if (error instanceof IngestError && error.remedy === 'retry') return restWhenBroken * doubled;
  return undefined;
}
