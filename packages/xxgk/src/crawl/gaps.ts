/**
 * Tries the annual reports that are missing: what the site's links call one of them and was not had,
 * and the lists of the portal that the file names. At the same pace as everything else.
 */
import type { SourceFile } from '@xxgk/ingest';
import { canonical, type Discovery, type Link } from '@xxgk/ingest/sites';
import type { Frontier } from '@xxgk/store';
import { namedAt, reportYearIn } from '../completeness/rows.ts';
import { failureOf } from '../worker/failure.ts';
import type { RoundTally } from './report.ts';
import type { SiteConfig } from './site-config.ts';
import type { VisitRequest } from './visit.ts';
import type { Visitor } from './visitor.ts';

export interface GapsParts {
  readonly site: Pick<SiteConfig, 'id' | 'agency' | 'portal'>;
  /** Years whose reports are missing. */
  readonly years: ReadonlySet<number>;
  readonly frontier: Pick<Frontier, 'url' | 'urls'>;
  readonly visitor: Pick<Visitor, 'visit'>;
  readonly linksOf: (file: SourceFile) => Promise<Discovery>;
  readonly tally: RoundTally;
  /** Told of the files of a report, by their canonical addresses. */
  readonly attached?: (report: SourceFile, addresses: readonly string[]) => void;
  /** When the round began, ms since 1970: what it has come to already is not asked for again. */
  readonly since: number;
}

/** List pages of a portal that are looked through. */
const portalPages = 20;
/** Region before the name proper: 云河县 of 云河县档案馆. */
const region = /^.{1,12}?(?:自治州|自治县|自治旗|省|市|区|县|旗|盟|州)/u;
const shortest = 3;

/** @throws what the visitor throws: the store fails, or the run is stopped. */
export async function visitGaps(parts: GapsParts): Promise<void> {
  const { site, years, frontier } = parts;
  for (const { year, url: address, title } of namedAt(site.id, frontier)) {
    if (!years.has(year)) continue;
    const from = frontier.url(address)?.discoveredFrom ?? null;
    await visitReport({ address, role: 'document', from, title }, parts);
  }
  for (const portal of site.portal ?? []) await visitPortal(portal, parts);
}

/** Reads the lists of a portal, and takes of what they name only what is missing. */
async function visitPortal(portal: string, parts: GapsParts): Promise<void> {
  const { visitor, tally } = parts;
  const seen = new Set<string>();
  const ahead: VisitRequest[] = [{ address: portal, role: 'list', from: null }];
  for (let page = ahead.shift(); page && seen.size < portalPages; page = ahead.shift()) {
    if (seen.has(page.address)) continue;
    seen.add(page.address);
    const { file, failure } = await visitor.visit(page);
    if (failure) tally.fail(page.address, failure);
    if (!file) continue;
    tally.lists += 1;
    const found = await foundIn(page.address, file, parts);
    for (const { url, text: title } of [...found.articles, ...found.attachments]) {
      if (!isMissing({ text: title }, parts)) continue;
      const address = canonical(new URL(url));
      await visitReport({ address, role: 'document', from: page.address, title }, parts);
    }
    const from = page.address;
    const next = found.nextPages.map(({ url }) => canonical(new URL(url)));
    ahead.push(...next.map((address) => ({ address, role: 'list' as const, from })));
  }
}

/** A report and the files attached to it. */
async function visitReport(request: VisitRequest, parts: GapsParts): Promise<void> {
  const file = await visit(request, parts);
  if (!file) return;
  const { attachments } = await foundIn(request.address, file, parts);
  const from = request.address;
  const addresses = attachments.map(({ url }) => canonical(new URL(url)));
  for (const address of addresses) await visit({ address, role: 'document', from }, parts);
  if (addresses.length > 0) parts.attached?.(file, addresses);
}

async function visit(
  request: VisitRequest,
  { visitor, tally, frontier, since }: GapsParts,
): Promise<SourceFile | null> {
  if ((frontier.url(request.address)?.checkedAt ?? 0) >= since) return null;
  const visited = await visitor.visit(request);
  tally.end(visited.end);
  if (visited.failure) tally.fail(request.address, visited.failure);
  return visited.file;
}

type Found = Pick<Discovery, 'articles' | 'attachments' | 'nextPages'>;

async function foundIn(address: string, file: SourceFile, parts: GapsParts): Promise<Found> {
  try {
    return await parts.linksOf(file);
  } catch (error) {
    parts.tally.fail(address, failureOf(error));
    return { articles: [], attachments: [], nextPages: [] };
  }
}

/** A portal lists the reports of all agencies: the link has to name the year and this one. */
function isMissing({ text }: Pick<Link, 'text'>, { site, years }: GapsParts): boolean {
  const year = reportYearIn(text);
  const { agency } = site;
  if (year === undefined || !years.has(year) || agency === undefined) return false;
  const short = agency.replace(region, '');
  return text.includes(agency) || (short.length >= shortest && text.includes(short));
}
