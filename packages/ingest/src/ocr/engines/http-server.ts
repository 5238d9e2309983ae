/** An OCR server, and how it is asked. */
import { Agent, type Dispatcher, request } from 'undici';
import { OcrError } from '../../errors.ts';
import type { Cut } from '../engine.ts';
import { reasonOf } from './one-at-a-time.ts';
import type { Presence } from './presence.ts';

/** How a line is cut out for a server that does not say what it likes: as for tesseract. */
const usualCut: Cut = { glyph: 40, rim: 8 };

/** Milliseconds for one answer. */
const serverPatience = 60_000;

/** More than a page of characters with all that each of them may be. */
const mostBytes = 16_000_000;

/** What is shown of a refusal, in characters. */
const head = 200;

/** One question. */
export interface Question {
  readonly layout: string;
  readonly dpi: number | null;
  readonly png: Uint8Array;
}

export class OcrServer {
  readonly #url: URL;
  readonly #patience: number;
  readonly #agent = new Agent({ connections: 1, maxResponseSize: mostBytes });

  /** @throws {TypeError} when the address is none. @param patience Milliseconds for one answer. */
  constructor(url: string, patience: number = serverPatience) {
    this.#url = new URL(url);
    this.#patience = patience;
  }

  /**
   * What it says of itself; it is not asked where `XXGK_OCR_FINGERPRINT` says it.
   *
   * @throws {OcrError} when it does not answer, or not as the contract says.
   */
  async presence(): Promise<Presence> {
    const given = process.env['XXGK_OCR_FINGERPRINT'] ?? '';
    if (given !== '') return { fingerprint: `http ${given}`, best: usualCut };
    try {
      const { aboutIn } = await import('./http-contract.ts');
      const { fingerprint, best } = aboutIn(await this.#answer(this.#url, { method: 'GET' }));
      return { fingerprint: `http ${fingerprint}`, best: best ?? usualCut };
    } catch (cause) {
      throw new OcrError(
        `${this.#url} did not say what it is: ${reasonOf(cause)}`,
        'see whether the server of XXGK_OCR_URL runs',
      );
    }
  }

  /** Body of its answer. @throws {Error} when there is none or it refuses. */
  async read({ layout, dpi, png }: Question): Promise<string> {
    const url = new URL(this.#url);
    url.searchParams.set('layout', layout);
    if (dpi !== null) url.searchParams.set('dpi', String(Math.round(dpi)));
    const headers = { 'content-type': 'image/png' };
    return this.#answer(url, { method: 'POST', headers, body: png });
  }

  /** Breaks off what is being asked. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #answer(url: URL, options: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>) {
    const { statusCode, body } = await request(url, {
      ...options,
      dispatcher: this.#agent,
      signal: AbortSignal.timeout(this.#patience),
    });
    const answer = await body.text();
    if (statusCode === 200) return answer;
    throw new Error(`status ${statusCode}, ${answer.slice(0, head)}`);
  }
}
