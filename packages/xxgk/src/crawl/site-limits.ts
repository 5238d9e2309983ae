/** What ends a round: traps, a host that does not answer or declines, and the user's budget. */
import type { Failure } from '../worker/message.ts';
import type { Spent } from './asker.ts';
import type { Visited } from './visit.ts';

/** The most that one round asks for; what is left is for the next one. */
export interface Budget {
  /** List pages. */
  readonly pages: number;
  /** Articles and attachments. */
  readonly documents: number;
  readonly bytes: number;
  readonly minutes: number;
}

export const defaultBudget: Budget = {
  pages: 2000,
  documents: 200_000,
  bytes: Number.POSITIVE_INFINITY,
  minutes: Number.POSITIVE_INFINITY,
};

/** Documents in a row whose content has been seen in this round under another address. */
const mostEqual = 20;
/** Addresses in a row at which the host gave no answer. */
const mostSilent = 5;
/** Addresses in a row that the host declined to give. */
const mostBlocked = 20;
const minute = 60_000;

const silent: ReadonlySet<string> = new Set([
  'fetch/unreachable',
  'fetch/timeout',
  'fetch/host-busy',
  'fetch/server-error',
  'fetch/certificate',
]);

/** Breaks a round off; what it says is the warning of the report. */
export class RoundEnded extends Error {
  override readonly name = 'RoundEnded';
}

export interface LimitsOptions {
  readonly budget?: Partial<Budget>;
  /** What was asked for so far; default: everything visited counts. */
  readonly spent?: () => Spent;
  /** Milliseconds; default the system's clock. */
  readonly now?: () => number;
}

type Role = 'list' | 'document';

export class RoundLimits {
  readonly #budget: Budget;
  readonly #now: () => number;
  readonly #begun: number;
  readonly #asked: Record<Role, number> = { list: 0, document: 0 };
  readonly #contents = new Set<string>();
  readonly #spent: (() => Spent) | undefined;
  readonly #bytesBefore: number;
  #questions: number;
  #equal = 0;
  #silent = 0;
  #blocked = 0;

  constructor({ budget = {}, spent, now = () => performance.now() }: LimitsOptions = {}) {
    this.#budget = { ...defaultBudget, ...budget };
    this.#now = now;
    this.#begun = now();
    this.#spent = spent;
    this.#questions = spent?.().questions ?? 0;
    this.#bytesBefore = spent?.().bytes ?? 0;
  }

  /** Before a visit. @throws {RoundEnded} where the budget is used up. */
  check(role: Role): void {
    const { pages, documents, bytes, minutes } = this.#budget;
    const used = (what: string): RoundEnded =>
      new RoundEnded(`budget: ${what}; the next run goes on`);
    if (role === 'list' && this.#asked.list >= pages) throw used(`${pages} list pages`);
    if (role === 'document' && this.#asked.document >= documents)
      throw used(`${documents} documents`);
    if (this.#now() - this.#begun >= minutes * minute) throw used(`${minutes} minutes`);
    const spent = (this.#spent?.().bytes ?? 0) - this.#bytesBefore;
    if (spent >= bytes) throw used(`${bytes} bytes`);
  }

  /** After a visit. @throws {RoundEnded} where the host does not answer, declines, or sets a trap. */
  hear(role: Role, { failure, file }: Visited): void {
    if (this.#wasAsked()) this.#asked[role] += 1;
    this.#weighFailure(failure);
    if (role === 'document' && file) this.#weighContent(file.sha256);
  }

  /** What was visited earlier in this round, before an interruption, costs nothing. */
  #wasAsked(): boolean {
    if (!this.#spent) return true;
    const { questions } = this.#spent();
    const asked = questions > this.#questions;
    this.#questions = questions;
    return asked;
  }

  #weighFailure(failure: Failure | null): void {
    if (failure?.code === 'fetch/outside-hours') throw new RoundEnded(failure.message);
    this.#silent = failure && silent.has(failure.code) ? this.#silent + 1 : 0;
    this.#blocked = failure?.code === 'fetch/blocked' ? this.#blocked + 1 : 0;
    if (this.#silent === mostSilent)
      throw new RoundEnded(`its host gave no answer ${mostSilent} times in a row`);
    if (this.#blocked === mostBlocked)
      throw new RoundEnded(`its host declined ${mostBlocked} addresses in a row`);
  }

  #weighContent(sha256: string): void {
    this.#equal = this.#contents.has(sha256) ? this.#equal + 1 : 0;
    this.#contents.add(sha256);
    if (this.#equal === mostEqual)
      throw new RoundEnded(`trap: ${mostEqual} addresses in a row give one content`);
  }
}
