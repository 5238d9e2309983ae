/** Tells of alarms, each once when it comes, when there is more to it, and when it goes. */
import type { Alarm, AlarmBook, Frontier } from '@xxgk/store';
import type { SiteReport } from '../crawl/report.ts';
import { judgeRound } from './alarms.ts';

/** What is logged and posted; the schema of the webhook. */
export interface AlarmMessage {
  readonly schema: 'xxgk.alarm/1';
  readonly site: string;
  readonly code: string;
  readonly event: 'raised' | 'resolved';
  readonly message: string;
  /** When it was raised first; RFC 3339, UTC. */
  readonly since: string;
  /** When this was found. */
  readonly at: string;
}

export interface TellerParts {
  readonly frontier: Pick<Frontier, 'rounds' | 'counts'>;
  readonly alarms: Pick<AlarmBook, 'settle'>;
  /** Must return at once. */
  readonly tell: (message: AlarmMessage) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Rounds that a habit is seen in. */
const remembered = 200;

/** To be called after every round, with what it did. */
export function tellOf(report: SiteReport, parts: TellerParts): void {
  const { frontier, alarms, now = Date.now } = parts;
  const { site, complete } = report;
  const known = frontier.rounds(site, remembered);
  // The newest one is this, where it has ended.
  const [own] = known;
  const rounds = (complete ? known.slice(1) : known).filter(
    ({ finishedAt }) => finishedAt !== null,
  );
  const { vanished } = frontier.counts(site);
  const past = { rounds, vanished, startedAt: own?.startedAt ?? now() };
  settle(site, judgeRound(report, past), { alarms, tell: parts.tell, now });
}

/** To be called where a round ended by an error: the store failed, or the program has a mistake. */
export function tellOfError(site: string, message: string, parts: TellerParts): void {
  const alarm = { code: 'broken-off', state: 'error', message } as const;
  const { alarms, tell, now = Date.now } = parts;
  settle(site, { alarms: [alarm], judged: new Set(['broken-off']) }, { alarms, tell, now });
}

function settle(
  site: string,
  { alarms, judged }: ReturnType<typeof judgeRound>,
  { alarms: book, tell, now }: Required<Omit<TellerParts, 'frontier'>>,
): void {
  const { raised, resolved } = book.settle(site, alarms, judged);
  const at = new Date(now()).toISOString();
  const told = (event: AlarmMessage['event']) => (alarm: Alarm) => {
    const { code, message, since } = alarm;
    tell({
      schema: 'xxgk.alarm/1',
      site,
      code,
      event,
      message,
      since: new Date(since).toISOString(),
      at,
    });
  };
  resolved.forEach(told('resolved'));
  raised.forEach(told('raised'));
}

/** One line for people. */
export const alarmLine = ({ site, code, event, message, since }: AlarmMessage): string =>
  event === 'raised'
    ? `xxgk: ALARM ${site}: ${code}: ${message}`
    : `xxgk: resolved ${site}: ${code}, since ${since}: ${message}`;
