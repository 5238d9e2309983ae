/** The completeness matrix: agency by year, what is known of each annual report. */
import type { Cell, CellState } from './cell.ts';
import { deadlineOf } from './deadline.ts';
import type { Report } from './reports.ts';

/** One agency of which reports are expected, with what was found of it. */
export interface Row {
  readonly site: string | null;
  readonly agency: string;
  readonly reports: readonly Report[];
  /** First year of which a report is expected; null: the first one that was found. */
  readonly since: number | null;
  /** Whether the site's lists were read to their end. */
  readonly read: boolean;
  /** What the site names by its title and was not had. */
  readonly named: readonly Named[];
}

export interface Named {
  readonly year: number;
  readonly url: string;
  readonly title: string;
  /** `fetch/…`; null where it was never asked for. */
  readonly outcome: string | null;
}

export interface Span {
  readonly from: number;
  readonly to: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** A report that was put on the web so much later was moved, rather than published late. */
const daysOfMoving = 366;
const day = 86_400_000;

export function cellsOf(row: Row, { from, to, today }: Span): readonly Cell[] {
  const repeated = repeatedIn(row.reports);
  const first = row.since ?? Math.min(...row.reports.map(({ year }) => year));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const year = from + index;
    const reports = row.reports.filter((report) => report.year === year);
    const deadline = deadlineOf(year, row.agency) ?? null;
    const found = reports.length > 0 ? ofReports(reports, deadline, repeated) : undefined;
    const judged = found ?? ofNothing(row, year, { deadline, today, expected: year >= first });
    return { ...emptyCell, site: row.site, agency: row.agency, year, deadline, ...judged };
  });
}

type Judged = Partial<Cell> & { readonly state: CellState };

const emptyCell = {
  published_on: null,
  issued_on: null,
  record_id: null,
  url: null,
  copies: 0,
  note: null,
} as const;

/** By the best of them: one that stands, says something, and says something of its own. */
function ofReports(
  reports: readonly Report[],
  deadline: string | null,
  repeated: ReadonlyMap<string, number>,
): Judged {
  const judged = reports.map((report): Judged => {
    const { record_id, url, published_on, issued_on } = report;
    const about = { record_id, url, published_on, issued_on, copies: reports.length };
    if (report.vanished) return { ...about, state: 'vanished' };
    if (report.blank) return { ...about, state: 'blank' };
    const original = repeated.get(record_id);
    if (original !== undefined) {
      return {
        ...about,
        state: 'duplicate_form',
        note: `it says what the report of ${original} says`,
      };
    }
    return { ...about, ...timely(report, deadline) };
  });
  const [best] = judged.toSorted((one, other) => rank(one.state) - rank(other.state));
  return best ?? { state: 'unknown' };
}

const order: readonly CellState[] = ['found', 'late', 'blank', 'duplicate_form', 'vanished'];
const rank = (state: CellState): number => order.indexOf(state);

function timely(
  { published_on, issued_on }: Report,
  deadline: string | null,
): { readonly state: 'found' | 'late'; readonly note: string | null } {
  if (deadline === null) return { state: 'found', note: null };
  if (issued_on !== null && issued_on > deadline) {
    return {
      state: 'late',
      note: `signed ${daysBetween(deadline, issued_on)} days after the deadline`,
    };
  }
  if (published_on === null || published_on <= deadline) return { state: 'found', note: null };
  const days = daysBetween(deadline, published_on);
  if (days > daysOfMoving) {
    const note = `put on the web on ${published_on}: moved from an older site, or late`;
    return { state: 'found', note };
  }
  return { state: 'late', note: `published ${days} days after the deadline` };
}

const daysBetween = (one: string, other: string): number =>
  Math.round((Date.parse(other) - Date.parse(one)) / day);

interface Expectation {
  readonly deadline: string | null;
  readonly today: string;
  readonly expected: boolean;
}

function ofNothing(row: Row, year: number, { deadline, today, expected }: Expectation): Judged {
  const named = row.named.filter((each) => each.year === year);
  const declined = named.find(({ outcome }) => outcome === 'fetch/blocked');
  if (declined) return { state: 'blocked', url: declined.url, note: declined.title };
  const [failed] = named;
  if (failed) {
    const why = failed.outcome ?? 'never asked for';
    return { state: 'unknown', url: failed.url, note: `${failed.title}: ${why}` };
  }
  if (deadline !== null && today <= deadline) return { state: 'not_due' };
  return { state: expected && row.read && deadline !== null ? 'not_published' : 'unknown' };
}

/** Reports that say what one of an earlier year says: id → that year. */
function repeatedIn(reports: readonly Report[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const repeated = new Map<string, number>();
  for (const { fingerprint, year, record_id } of reports.toSorted((a, b) => a.year - b.year)) {
    if (fingerprint === null) continue;
    const original = first.get(fingerprint);
    if (original === undefined) first.set(fingerprint, year);
    else if (original !== year) repeated.set(record_id, original);
  }
  return repeated;
}
