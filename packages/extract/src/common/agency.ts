/** The agency of a document: the name that most places speak for, in full. */

import type { Diagnostic } from '../document.ts';
import { type EvidenceBook, evidenceFor, type Found } from '../evidence.ts';
import { divisionsNamed, LISTS } from '../lexicon/divisions.ts';
import { relativePlace } from '../lexicon/organs.ts';
import type { Part } from '../part.ts';
import { isLine } from '../reading.ts';
import type { Agency, Evidence, Region } from '../record.ts';
import { first } from '../rule.ts';
import { agencyFunction } from '../rules/agency-function.ts';
import { address } from '../rules/contact.ts';
import type { Zones } from '../zones.ts';
import { type Candidate, candidatesOf } from './agency-candidates.ts';
import { chainIn, regionIn, regionOfAgency, regionOfSite, sitePlaces } from './region.ts';

/** What the agency of a part is, and what was found out about it. */
export interface AgencyFound {
  readonly agency: Agency | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** An inherited agency weighs like a source line: a signature or a title of the part's own wins. */
const INHERITED = 3;
const GOVERNMENT = /^政府/u;

interface Group {
  readonly members: Candidate[];
  weight: number;
}

/** Whether the signs of one text stand in another in the same order. */
function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const sign of long) if (sign === short.charAt(at)) at += 1;
  return at === short.length;
}

/** 贵州贵安新区管理委员会 beside 贵安新区管委会: the fuller name begins with the place above. */
function isFuller(long: string, short: string): boolean {
  const at = long.indexOf(short.slice(0, 3));
  return at > 0 && divisionsNamed(long.slice(0, at), LISTS.last).length > 0;
}

/** Whether two names are of one body: 福建省市场监管局 and 福建省市场监督管理局, 县水利局 and 遂昌县水利水电局. */
function sameBody(a: Candidate, b: Candidate): boolean {
  if (a.name === b.name) return true;
  const [short, long] = a.name.length <= b.name.length ? [a, b] : [b, a];
  if (short.name.at(-1) !== long.name.at(-1) || long.relative) return false;
  return (
    isSubsequence(short.name, long.name) &&
    (short.relative ||
      short.name.slice(0, 2) === long.name.slice(0, 2) ||
      isFuller(long.name, short.name))
  );
}

function grouped(candidates: readonly Candidate[]): Group[] {
  const groups: Group[] = [];
  // Full names first: relative ones join them.
  const ordered = candidates.toSorted((a, b) => Number(a.relative) - Number(b.relative));
  for (const candidate of ordered) {
    const home = groups.find(({ members }) => members.some((m) => sameBody(m, candidate)));
    if (home) {
      home.members.push(candidate);
      home.weight += candidate.weight;
    } else {
      groups.push({ members: [candidate], weight: candidate.weight });
    }
  }
  return groups;
}

/** A text is that of whoever signed it in full, however often its publisher stands around it. */
const isSigned = ({ members }: Group): boolean =>
  members.some(({ signed, relative }) => signed === true && !relative);

/** The fullest name of a group. */
const fullest = ({ members }: Group): Candidate | undefined =>
  members.toSorted(
    (a, b) =>
      Number(a.relative) - Number(b.relative) ||
      b.name.length - a.name.length ||
      b.weight - a.weight,
  )[0];

const sure = (weight: number): number =>
  weight >= 8 ? 0.97 : weight >= 5 ? 0.93 : weight >= 4 ? 0.9 : weight >= 3 ? 0.8 : 0.6;

const evidenceOf = (group: Group, name: string): Evidence[] =>
  group.members
    .filter((m) => m.name === name)
    .toSorted((a, b) => b.weight - a.weight)
    .map((m) => evidenceFor(m.at, m.span, m.rule, sure(group.weight)));

/** What a place must be called that completes a relative name: 市 a city, 自治州 a prefecture of its own kind. */
const kindOf = (relative: string): string => relativePlace(relative) ?? relative.charAt(0);

/** 市规划局 in 无锡市 is 无锡市规划局; 市政府 is 无锡市人民政府. */
export const completed = (relative: string, region: string): string =>
  region + relative.slice(relativePlace(relative)?.length ?? 0).replace(GOVERNMENT, '人民政府');

/** Region by the address that the contact sentence gives. */
function addressPlaces(part: Part, year: number): Found<string>[] {
  for (const line of part.items.filter(isLine)) {
    const match = first(address, line.text);
    const region = match && regionIn(match.value, year);
    if (match && region) return [{ value: region.code, evidence: [] }];
  }
  return [];
}

/** Codes that the other names speak for: 北京市朝阳区人民政府 says which 朝阳区 it is. */
const namedPlaces = (
  candidates: readonly Candidate[],
  name: string,
  year: number,
): Found<string>[] =>
  candidates.flatMap((other) => {
    const region = other.name === name ? undefined : regionIn(other.name, year);
    return region ? [{ value: region.code, evidence: [] }] : [];
  });

/** The region that another name of the file gives, for a relative name: 市 is a city, 县 a county. */
function neighbour(
  candidates: readonly Candidate[],
  relative: string,
  year: number,
): Found<Region> | undefined {
  const kind = kindOf(relative);
  for (const { name, at, span } of candidates) {
    const region = regionOfAgency({ name, at, span }, year, []);
    if (region?.value.name.endsWith(kind)) return region;
  }
  return undefined;
}

interface Resolution {
  readonly part: Part;
  readonly zones: Zones;
  readonly year: number;
  readonly inherited: Agency | null;
  readonly inheritedEvidence: ReadonlyMap<string, readonly Evidence[]>;
}

const warning = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  place: null,
});

/** 省水利厅 under a notice of 湖南省人民政府 is of the same province. */
function ofParent(
  { inherited, inheritedEvidence }: Resolution,
  relative: string,
): Found<Region> | undefined {
  const region = inherited?.region;
  const evidence = inheritedEvidence.get('agency.region');
  return region && evidence && region.name.endsWith(kindOf(relative))
    ? { value: region, evidence }
    : undefined;
}

function relativeAgency(
  group: Group,
  candidates: readonly Candidate[],
  resolution: Resolution,
  book: EvidenceBook,
): AgencyFound {
  const { part, year } = resolution;
  const best = fullest(group);
  if (!best) return { agency: null, diagnostics: [] };
  const site = regionOfSite(sitePlaces(part.reading), year);
  const fits = site?.value.name.endsWith(kindOf(best.name));
  const region =
    neighbour(candidates, best.name, year) ??
    (fits ? site : undefined) ??
    ofParent(resolution, best.name);
  if (!region) {
    return {
      agency: null,
      diagnostics: [
        warning(
          'extract/agency-relative',
          `The document only says ${best.name}: which place it is of stands nowhere.`,
        ),
      ],
    };
  }
  const name = completed(best.name, region.value.name);
  book.add('agency.name', [
    evidenceFor(best.at, best.span, `agency/relative@${region.value.name}`, 0.75),
  ]);
  book.add('agency.region', region.evidence);
  return { agency: withFunction(name, best, region.value, book), diagnostics: [] };
}

function withFunction(
  name: string,
  best: Candidate,
  region: Region | null,
  book: EvidenceBook,
): Agency {
  const role = first(agencyFunction, name)?.value ?? null;
  if (role !== null)
    book.add('agency.function', [evidenceFor(best.at, best.span, agencyFunction.id, 0.95)]);
  const quote = book.get('agency.name')[0]?.quote ?? name;
  book.add('agency.name_raw', book.get('agency.name').slice(0, 1));
  return { name, name_raw: quote, function: role, region };
}

function fullAgency(
  group: Group,
  best: Candidate,
  candidates: readonly Candidate[],
  { part, year }: Resolution,
  book: EvidenceBook,
): AgencyFound {
  book.add('agency.name', evidenceOf(group, best.name));
  const hints = [
    ...sitePlaces(part.reading),
    ...addressPlaces(part, year),
    ...namedPlaces(candidates, best.name, year),
  ];
  const region =
    regionOfAgency({ name: best.name, at: best.at, span: best.span }, year, hints) ??
    (TOWN.test(best.name)
      ? regionOfSite(
          hints.filter(({ evidence }) => evidence.length > 0),
          year,
        )
      : undefined);
  if (region) book.add('agency.region', region.evidence);
  const open = !region && chainIn(best.name, year) !== undefined;
  return {
    agency: withFunction(best.name, best, region?.value ?? null, book),
    diagnostics: open
      ? [
          warning(
            'extract/region-ambiguous',
            `Several divisions fit ${best.name}, and nothing on the page says which.`,
          ),
        ]
      : [],
  };
}

const TOWN = /(?:镇|乡|街道)/u;

function inheritedAgency(
  { inherited, inheritedEvidence }: Resolution,
  book: EvidenceBook,
): AgencyFound {
  for (const [path, evidence] of inheritedEvidence) {
    if (path.startsWith('agency'))
      book.add(
        path,
        evidence.map((e) => ({ ...e, confidence: Math.min(e.confidence, 0.9) })),
      );
  }
  return { agency: inherited, diagnostics: [] };
}

/** Remembers who might have been the agency, and why it is not. */
function loses(group: Group, winner: Group | undefined, book: EvidenceBook): void {
  const name = fullest(group)?.name;
  if (name === undefined || !winner) return;
  const why =
    isSigned(winner) && !isSigned(group)
      ? 'the document is signed by another'
      : `places of weight ${group.weight} speak for it, and of ${winner.weight} for another`;
  book.lose('agency.name', { value: name, evidence: evidenceOf(group, name) }, why);
}

/** Resolves the agency and files its evidence. */
export function agencyOf(resolution: Resolution, book: EvidenceBook): AgencyFound {
  const { part, zones, inherited } = resolution;
  const candidates = candidatesOf(part, zones);
  const groups = grouped(candidates).toSorted(
    (a, b) => Number(isSigned(b)) - Number(isSigned(a)) || b.weight - a.weight,
  );
  const top = groups[0];
  const best = top && fullest(top);
  for (const other of groups.slice(1)) loses(other, top, book);
  const own = top && (inherited === null || top.weight > INHERITED);
  if (inherited && (!own || best?.name === inherited.name))
    return inheritedAgency(resolution, book);
  if (!top || !best) return { agency: null, diagnostics: [] };
  if (!best.relative) return fullAgency(top, best, candidates, resolution, book);
  const completedAgency = relativeAgency(top, candidates, resolution, book);
  return completedAgency.agency === null && inherited
    ? inheritedAgency(resolution, book)
    : completedAgency;
}
