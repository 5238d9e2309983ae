/**
 * What someone should look at after a round: judged from what the round did and what the rounds before
 * it did. Nothing here tells anybody; see `teller.ts`.
 */
import type { Alarm, Round } from '@xxgk/store';
import type { SiteReport } from '../crawl/report.ts';

export type AlarmCode =
  /** The round was broken off: the site does not answer, or is a trap. */
  | 'broken-off'
  /** More of the site's addresses declined than usual. */
  | 'blocked'
  /** Its lists name nothing, or far less than before. */
  | 'lists-empty'
  /** Nothing new for longer than usual. */
  | 'nothing-new'
  /** What is read has less of what is expected than before. */
  | 'layout-changed'
  /** Documents that have a tombstone. */
  | 'vanished'
  /** Most of the site is gone at once. */
  | 'swept';

export interface Judged {
  readonly alarms: readonly (Pick<Alarm, 'state' | 'message'> & { readonly code: AlarmCode })[];
  /** Codes of which this round says something; alarms of others stay as they are. */
  readonly judged: ReadonlySet<AlarmCode>;
}

export interface Past {
  /** Finished rounds before this one, newest first. */
  readonly rounds: readonly Pick<Round, 'startedAt' | 'counts'>[];
  /** Tombstones that stand. */
  readonly vanished: number;
  /** When this round began, ms since 1970. */
  readonly startedAt: number;
}

type Judge = (report: SiteReport, past: Past) => Verdict | undefined;

/** Undefined where the round says nothing about it. */
type Verdict = { readonly on: false } | { readonly on: true; state?: string; message: string };

const off: Verdict = { on: false };
const on = (message: string, state = 'on'): Verdict => ({ on: true, state, message });

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** More of a site's addresses declined than this. */
const mostDeclined = 0.2;
/** Lists that name less than this share of what they named. */
const shrunk = 0.5;
/** Documents on lists below which nothing is said about shrinking. */
const fewListed = 8;
/** Records that a share is made of. */
const fewRecords = { now: 5, before: 10 };
const drop = 0.3;
/** Times between news that make a habit, and how much longer than the longest is unusual. */
const habit = 3;
const unusual = 2;
const day = 86_400_000;

const brokenOff: Judge = ({ complete, warnings }) =>
  complete ? off : on(`the round was broken off (${warnings.at(-1) ?? 'it was stopped'})`);

const blocked: Judge = ({ blocked: declined, found, complete }) => {
  if (declined > found * mostDeclined) {
    return on(`the site declines ${declined} of ${found} addresses: save its pages by hand`);
  }
  return complete ? off : undefined;
};

const listsEmpty: Judge = ({ found, unlisted, complete }, { rounds }) => {
  if (!complete) return undefined;
  const listed = found - unlisted;
  if (listed === 0) return on('its lists name no document: look whether they moved', 'empty');
  const before = median(rounds.map(({ counts }) => listedIn(counts)).filter((count) => count > 0));
  if (before < fewListed || listed >= before * shrunk) return off;
  return on(`its lists name ${listed} documents, and used to name ${before}`, 'shrunk');
};

const listedIn = ({ found = 0, unlisted = 0 }: Round['counts']): number => found - unlisted;

/** What says something that was not known: `same` are changes of what stands around the content. */
const newsIn = ({ new: fresh = 0, changed = 0, same = 0 }: Round['counts']): number =>
  fresh + changed - same;

const nothingNew: Judge = (report, { rounds, startedAt }) => {
  if (!report.complete) return undefined;
  if (report.new + report.changed - report.same > 0) return off;
  const times = rounds.filter(({ counts }) => newsIn(counts) > 0).map((round) => round.startedAt);
  const [last] = times;
  const gaps = times.slice(1).map((time, index) => (times[index] ?? time) - time);
  if (last === undefined || gaps.length < habit) return off;
  const usual = Math.max(day, ...gaps);
  if (startedAt - last <= usual * unusual) return off;
  const days = (length: number): string => `${Math.round(length / day)} days`;
  return on(
    `nothing new for ${days(startedAt - last)}; it used to be ${days(usual)} at the most`,
    String(last),
  );
};

const layoutChanged: Judge = ({ records, full }, { rounds }) => {
  if (records < fewRecords.now) return undefined;
  const before = { records: 0, full: 0 };
  for (const { counts } of rounds) {
    before.records += counts['records'] ?? 0;
    before.full += counts['full'] ?? 0;
  }
  if (before.records < fewRecords.before) return off;
  const share = full / records;
  const usual = before.full / before.records;
  if (usual - share <= drop) return off;
  return on(
    `${percent(share)} of what was read has what is expected, and used to be ${percent(usual)}: look whether the pages were rebuilt`,
  );
};

const vanished: Judge = ({ complete, vanished: fresh }, { vanished: standing }) => {
  if (!complete) return undefined;
  if (standing === 0) return off;
  const [first] = fresh;
  const named = first === undefined ? '' : `, among them ${first}`;
  return on(`${standing} documents have vanished from the site${named}`, String(standing));
};

const swept: Judge = ({ complete, swept: all, missing }) => {
  if (!complete) return undefined;
  return all ? on(`${missing} documents are gone at once: was the site rebuilt?`) : off;
};

const judges: Readonly<Record<AlarmCode, Judge>> = {
  'broken-off': brokenOff,
  blocked,
  'lists-empty': listsEmpty,
  'nothing-new': nothingNew,
  'layout-changed': layoutChanged,
  vanished,
  swept,
};

export function judgeRound(report: SiteReport, past: Past): Judged {
  const verdicts = (Object.keys(judges) as AlarmCode[]).flatMap((code) => {
    const verdict = judges[code](report, past);
    return verdict ? [{ code, verdict }] : [];
  });
  return {
    judged: new Set(verdicts.map(({ code }) => code)),
    alarms: verdicts.flatMap(({ code, verdict }) =>
      verdict.on ? [{ code, state: verdict.state ?? 'on', message: verdict.message }] : [],
    ),
  };
}

/** 0 of nothing. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
