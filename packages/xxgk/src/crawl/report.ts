/** What a round over one site did: counts that add up, and failures by code. */
import type { Failure } from '../worker/message.ts';

/** How the visit of one address ended. */
export type VisitEnd =
  | 'new'
  /** Other bytes than last time. */
  | 'changed'
  | 'unchanged'
  /** robots.txt. */
  | 'excluded'
  /** The site declines. */
  | 'blocked'
  | 'failed';

/** Failures of one code that are named one by one. */
const examples = 3;
/** More of a site's addresses declined than this: someone should look. */
const alarming = 0.2;

export interface FailureGroup {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly { readonly url: string; readonly message: string }[];
}

export interface SiteReport {
  readonly site: string;
  /** Addresses of documents (articles and attachments); equal to the sum of the six ends. */
  readonly found: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly excluded: number;
  readonly blocked: number;
  readonly failed: number;
  /** Of `found`, those that no list names any more. */
  readonly unlisted: number;
  /** List pages read. */
  readonly lists: number;
  /** Of `changed`, those that say what they said before: a counter or a toolbar changed. */
  readonly same: number;
  /** Records made of what was new. */
  readonly records: number;
  /** Of them, those that have what is expected of their kind. */
  readonly full: number;
  /** Files that were fetched and could not be read. */
  readonly unreadable: number;
  /** Documents that were there once and were not when they were asked for last; no tombstone stands. */
  readonly missing: number;
  /** Whether most of the site is gone at once, so that none of it was taken as vanished. */
  readonly swept: boolean;
  /** Addresses that have got a tombstone, and how many that had one are back. */
  readonly vanished: readonly string[];
  readonly revived: number;
  readonly seconds: number;
  readonly failures: readonly FailureGroup[];
  /** What a reader of the report must know, and nobody has to look at. */
  readonly notes: readonly string[];
  /** What someone should look at: traps, lists that are empty, a site that declines. */
  readonly warnings: readonly string[];
  /** False where it was broken off: the next round goes on. */
  readonly complete: boolean;
}

/** Counts while a round runs. */
export class RoundTally {
  readonly #ends: Record<VisitEnd, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    excluded: 0,
    blocked: 0,
    failed: 0,
  };
  readonly #failures = new Map<string, FailureGroup>();
  readonly #notes: string[] = [];
  readonly #warnings: string[] = [];
  lists = 0;
  same = 0;
  records = 0;
  full = 0;
  unreadable = 0;
  unlisted = 0;
  missing = 0;
  readonly vanished: string[] = [];
  revived = 0;
  /** Whether most of the site is gone at once. */
  swept = false;
  complete = true;

  end(end: VisitEnd): void {
    this.#ends[end] += 1;
  }

  fail(url: string, { code, message }: Pick<Failure, 'code' | 'message'>): void {
    const group = this.#failures.get(code) ?? { code, count: 0, examples: [] };
    const shown =
      group.examples.length < examples ? [...group.examples, { url, message }] : group.examples;
    this.#failures.set(code, { code, count: group.count + 1, examples: shown });
  }

  note(message: string): void {
    this.#notes.push(message);
  }

  warn(message: string): void {
    this.#warnings.push(message);
  }

  /** Addresses of documents so far. */
  get found(): number {
    return Object.values(this.#ends).reduce((sum, count) => sum + count, 0);
  }

  report(site: string, seconds: number): SiteReport {
    const { found } = this;
    const declines = this.#ends.blocked > found * alarming;
    return {
      site,
      found,
      ...this.#ends,
      unlisted: this.unlisted,
      lists: this.lists,
      same: this.same,
      records: this.records,
      full: this.full,
      unreadable: this.unreadable,
      missing: this.missing,
      swept: this.swept,
      vanished: this.vanished,
      revived: this.revived,
      seconds: Number(seconds.toFixed(1)),
      failures: [...this.#failures.values()].toSorted((one, other) => other.count - one.count),
      notes: this.#notes,
      warnings: [
        ...this.#warnings,
        ...(declines ? [`the site declines ${this.#ends.blocked} of ${found} addresses`] : []),
      ],
      complete: this.complete,
    };
  }
}

/** Whether the user has to look at something. */
export const hasFailed = ({
  failed,
  blocked,
  unreadable,
  warnings,
  complete,
}: SiteReport): boolean => failed + blocked + unreadable + warnings.length > 0 || !complete;

export function reportLines(report: SiteReport): readonly string[] {
  const { site, found, lists, records, seconds, failures, warnings, complete } = report;
  const counts = (
    ['new', 'changed', 'unchanged', 'excluded', 'blocked', 'failed', 'unreadable'] as const
  )
    .filter((name) => report[name] > 0)
    .map((name) => `${report[name]} ${name}`);
  return [
    `xxgk: ${site}: ${found} documents on ${lists} list pages in ${seconds} s: ${counts.join(', ') || 'nothing'}; ${records} records`,
    ...historyLines(report),
    ...failures.flatMap(({ code, count, examples: shown }) => [
      `  ${code}: ${count}`,
      ...shown.map(({ url, message }) => `    ${url}: ${message}`),
      ...(count > shown.length ? [`    … and ${count - shown.length} more`] : []),
    ]),
    ...report.notes.map((note) => `  note: ${note}`),
    ...warnings.map((warning) => `  warning: ${warning}`),
    ...(complete ? [] : ['  broken off: the same command goes on where it was.']),
  ];
}

function historyLines({ same, missing, vanished, revived }: SiteReport): readonly string[] {
  return [
    ...(same > 0 ? [`  ${same} of the changed say what they said before`] : []),
    ...(missing > 0 ? [`  ${missing} documents that were there are missing`] : []),
    ...vanished.slice(0, examples).map((address) => `  vanished: ${address}`),
    ...(vanished.length > examples ? [`  … and ${vanished.length - examples} more vanished`] : []),
    ...(revived > 0 ? [`  ${revived} that had vanished are back`] : []),
  ];
}
