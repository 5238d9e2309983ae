/**
 * Visits one address: asks only for what has changed, and keeps what is new.
 *
 * The order is bytes and capture, ledger, frontier: after a crash in between the address is asked
 * for once more, and what is there stands.
 */
import type { SourceFile } from '@xxgk/ingest';
import {
  type Answer,
  asSourceFile,
  BlockedError,
  NotFoundError,
  RobotsError,
} from '@xxgk/ingest/fetch';
import type { Archive, Frontier, Missing, UrlState } from '@xxgk/store';
import type { Intake } from '../intake/intake.ts';
import { failureOf } from '../worker/failure.ts';
import type { Asker } from './asker.ts';
import { archivedFile, arrivalOf, unchanged } from './fetched-file.ts';
import type { VisitEnd } from './report.ts';
import type { Visited, VisitRequest } from './visit.ts';

export interface VisitorParts {
  readonly site: string;
  /** When the round began, ms since 1970: what was visited since is not asked for again. */
  readonly since: number;
  /** How often an address gave nothing is counted by these rounds. */
  readonly missing: Missing;
  readonly asker: Asker;
  readonly archive: Archive;
  readonly frontier: Frontier;
  readonly intake: Intake;
  /** Only look at lists: documents are not fetched, nothing is kept and nothing remembered. */
  readonly dry: boolean;
  readonly signal: AbortSignal;
}

const had: ReadonlySet<string> = new Set(['new', 'changed', 'unchanged'] satisfies VisitEnd[]);

export class Visitor {
  readonly #parts: VisitorParts;

  constructor(parts: VisitorParts) {
    this.#parts = parts;
  }

  /** @throws when the store fails, or the run is stopped; other failures are in what it gives. */
  async visit(request: VisitRequest): Promise<Visited> {
    const { frontier, site, signal, dry } = this.#parts;
    try {
      if (dry) return await this.#look(request);
      frontier.see({ site, ...request });
      return (await this.#visitedBefore(request)) ?? (await this.#ask(request));
    } catch (error) {
      signal.throwIfAborted();
      return this.#failed(request, error);
    }
  }

  async #look(request: VisitRequest): Promise<Visited> {
    if (request.role === 'document') return { end: 'new', file: null, failure: null };
    const answer = await this.#parts.asker.answerTo(request);
    return { end: 'new', file: asSourceFile(answer), failure: null };
  }

  /** In this round, before it was interrupted. */
  async #visitedBefore(request: VisitRequest): Promise<Visited | undefined> {
    const { archive, frontier, since } = this.#parts;
    const state = frontier.url(request.address);
    const fresh = had.has(state?.outcome ?? '') && (state?.checkedAt ?? 0) >= since;
    if (!fresh || !state?.sha256) return undefined;
    const file = await archivedFile(archive, request.address, state.sha256);
    return file && this.#unchanged(request, file);
  }

  async #ask(request: VisitRequest): Promise<Visited> {
    const { archive, asker, frontier } = this.#parts;
    const { address, from } = request;
    const state = frontier.url(address);
    // What the archive lost is asked for as if it were new.
    const known = state?.sha256 && (await archive.hasRaw(state.sha256)) ? state : undefined;
    const { etag = null, lastModified = null } = known ?? {};
    const answer = await asker.answerTo({ address, from, etag, lastModified });
    if (answer.status !== 304) return this.#keep(request, answer, known);
    const file = known?.sha256 && (await archivedFile(archive, address, known.sha256));
    if (!file) throw new NotFoundError(address, 'status 304 without a condition');
    frontier.check(address, { status: 304, outcome: 'unchanged' });
    return this.#unchanged(request, file);
  }

  async #keep(request: VisitRequest, answer: Answer, known?: UrlState): Promise<Visited> {
    const { frontier } = this.#parts;
    const file = asSourceFile(answer);
    const end =
      known === undefined ? 'new' : known.sha256 === file.sha256 ? 'unchanged' : 'changed';
    if (end !== 'unchanged') await this.#store(request, answer, file);
    frontier.check(request.address, {
      status: answer.status,
      outcome: end,
      etag: answer.headers['etag'] ?? null,
      lastModified: answer.headers['last-modified'] ?? null,
      sha256: file.sha256,
    });
    return end === 'unchanged' ? this.#unchanged(request, file) : { end, file, failure: null };
  }

  async #store({ address, role }: VisitRequest, answer: Answer, file: SourceFile): Promise<void> {
    const { archive, intake } = this.#parts;
    const arrival = arrivalOf(address, answer, file);
    if (role === 'document') {
      await intake.register([arrival]);
      return;
    }
    const sha256 = await archive.putRaw(arrival.bytes, arrival.mediaType);
    await archive.putCapture({ ...arrival.capture, sha256, bytes: arrival.bytes.length });
  }

  async #unchanged({ address, role }: VisitRequest, file: SourceFile): Promise<Visited> {
    if (role === 'document') await this.#parts.intake.register([unchanged(address, file)]);
    return { end: 'unchanged', file, failure: null };
  }

  #failed({ address }: VisitRequest, error: unknown): Visited {
    const failure = failureOf(error);
    if (failure.remedy === 'stop') throw error;
    const { dry, frontier, missing } = this.#parts;
    if (!dry) {
      frontier.check(address, {
        status: null,
        outcome: failure.code,
        answer: failure.message,
        ...(error instanceof NotFoundError && { missing }),
      });
    }
    return { end: endOf(error), file: null, failure };
  }
}

function endOf(error: unknown): VisitEnd {
  if (error instanceof RobotsError) return 'excluded';
  return error instanceof BlockedError ? 'blocked' : 'failed';
}
