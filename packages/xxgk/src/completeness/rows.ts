/** Which agencies the matrix has: those of the sites file, and those whose reports were found. */
import type { Archive, Frontier } from '@xxgk/store';
import type { SiteConfig } from '../crawl/site-config.ts';
import type { Named, Row } from './matrix.ts';
import { type Report, reportsIn } from './reports.ts';

export interface RowsParts {
  readonly archive: Archive;
  /** Undefined where the work directory is another machine's. */
  readonly frontier: Pick<Frontier, 'url' | 'urls' | 'rounds'> | undefined;
  readonly sites: readonly SiteConfig[];
}

/** By site, then agency. @throws {StoreError} when the store fails. */
export async function rowsOf({ archive, frontier, sites }: RowsParts): Promise<readonly Row[]> {
  const groups = new Map<string, Group>();
  for (const site of sites) {
    if (site.agency !== undefined) groupOf(groups, site, site.agency);
  }
  for await (const report of reportsIn(archive)) {
    const site = siteOf(report, frontier, sites);
    groupOf(groups, site, report.agency ?? unknownAgency).reports.push(report);
  }
  const rows = [...groups.values()].map((group) => rowOf(group, frontier));
  return rows.toSorted(
    (one, other) =>
      (one.site ?? '').localeCompare(other.site ?? '', 'en') ||
      one.agency.localeCompare(other.agency, 'zh'),
  );
}

const unknownAgency = '(agency unknown)';

interface Group {
  readonly site: SiteConfig | undefined;
  readonly agency: string;
  readonly reports: Report[];
}

/** A site's own agency is known by its end: the file may say 档案馆 where the report says 云河县档案馆. */
function groupOf(groups: Map<string, Group>, site: SiteConfig | undefined, agency: string): Group {
  const own = site?.agency;
  const same = own !== undefined && (agency.endsWith(own) || own.endsWith(agency));
  const name = same ? own : agency;
  const key = `${site?.id ?? ''}\n${name}`;
  const group = groups.get(key) ?? { site, agency: name, reports: [] };
  groups.set(key, group);
  return group;
}

function siteOf(
  { url }: Report,
  frontier: RowsParts['frontier'],
  sites: readonly SiteConfig[],
): SiteConfig | undefined {
  if (url === null) return undefined;
  const known = frontier?.url(url)?.site;
  if (known !== undefined) return sites.find(({ id }) => id === known);
  const { host } = new URL(url);
  return sites.find(({ start }) => start.some((address) => new URL(address).host === host));
}

/** Rounds among which the last one that came to its end is looked for. */
const remembered = 10;

function rowOf({ site, agency, reports }: Group, frontier: RowsParts['frontier']): Row {
  const rounds = site ? (frontier?.rounds(site.id, remembered) ?? []) : [];
  const last = rounds.find(({ finishedAt }) => finishedAt !== null);
  const { found = 0, unlisted = 0 } = last?.counts ?? {};
  return {
    site: site?.id ?? null,
    agency,
    reports,
    since: site?.reports_since ?? null,
    read: found - unlisted > 0,
    // Whose a title is that names no agency can be told only where the site has one.
    named: site && frontier && site.agency === agency ? namedAt(site.id, frontier) : [],
  };
}

const reportTitle =
  /((?:19|20)\d{2})\s?年(?:度报告|(?:度)?[^\d]{0,40}(?:年度报告|年报|信息公开工作报告|信息公开报告|信息公开工作总结))/u;

/** The year of the report that a link's text names; undefined where it names none. */
export function reportYearIn(title: string): number | undefined {
  const [, year] = reportTitle.exec(title) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** What the site's links call an annual report and what was not had. */
export function namedAt(site: string, frontier: Pick<Frontier, 'urls'>): readonly Named[] {
  const named: Named[] = [];
  for (const { address, title, outcome, sha256 } of frontier.urls(site)) {
    const year = title === null || sha256 !== null ? undefined : reportYearIn(title);
    if (year === undefined || title === null) continue;
    named.push({ year, url: address, title, outcome });
  }
  return named;
}
