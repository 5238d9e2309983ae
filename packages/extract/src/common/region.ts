/** The division of an agency by GB/T 2260: never by a stem without its suffix inside a sentence. */
import { evidenceFor, type Found, type Quotable } from '../evidence.ts';
import {
  type Division,
  divisionOf,
  liesIn,
  listYear,
  type Naming,
  namingAt,
  pathOf,
} from '../lexicon/divisions.ts';
import { besides, type Reading } from '../reading.ts';
import type { Evidence, Region } from '../record.ts';
import { first } from '../rule.ts';
import { creditCode } from '../rules/credit-code.ts';
import { siteCode } from '../rules/site-code.ts';
import type { Span } from '../trace.ts';

/** Names in which a place stands behind the body above: 国家税务总局江苏省税务局. */
const BEFORE_PLACE =
  /(?:总局|中共|第[一二三四五六七八九十]{1,3}师|银行|总队|海关|法院|公司|监督管理委员会)$/u;
/** Characters of a name in which a place is looked for. */
const LONGEST = 40;

export const regionOf = (code: string, year: number | null): Region | undefined => {
  const as_of = listYear(year);
  const division = divisionOf(code, as_of);
  return division && { code, name: division.name, path: pathOf(code, as_of), as_of };
};

interface Chain {
  readonly divisions: readonly Division[];
  readonly start: number;
  readonly end: number;
  readonly short: boolean;
}

function longer(chain: Chain, next: Naming): Chain | undefined {
  const inside = next.divisions.filter((d) =>
    chain.divisions.some((outer) => liesIn(d.code, outer.code)),
  );
  if (inside.length === 0) return undefined;
  return { divisions: inside, start: chain.start, end: next.end, short: chain.short && next.short };
}

/** The divisions named one behind the other from a place on: 浙江省丽水市遂昌县. */
export function chainAt(text: string, start: number, year: number): Chain | undefined {
  const head = namingAt(text, start, year);
  if (!head) return undefined;
  let chain: Chain = head;
  for (;;) {
    const next = namingAt(text, chain.end, year);
    const more = next && longer(chain, next);
    if (!more) return chain;
    chain = more;
  }
}

/** The chain in an agency's name: at its beginning, or behind the name of the body above. */
export function chainIn(name: string, year: number): Chain | undefined {
  for (let at = 0; at < Math.min(name.length, LONGEST); at++) {
    if (at > 0 && !BEFORE_PLACE.test(name.slice(0, at))) continue;
    const chain = chainAt(name, at, year);
    if (chain) return chain;
  }
  return undefined;
}

/** Id of the rule that reads a division out of a name with the list of a year, inside a code. */
const ruleFor = (year: number, within: string): string =>
  `region/division@${listYear(year)}${within === '' ? '' : `/${within}`}`;

/**
 * The region that a name gives, inside the code `within` where other evidence narrows it.
 *
 * Undefined where the name fits several divisions.
 */
export function regionIn(name: string, year: number, within = ''): Region | undefined {
  const chain = chainIn(name, year);
  const fitting = chain?.divisions.filter(({ code }) => code.startsWith(within)) ?? [];
  const codes = [...new Set(fitting.map(({ code }) => code))];
  return codes.length === 1 && codes[0] !== undefined ? regionOf(codes[0], year) : undefined;
}

/** Codes that the site and the other names of the file speak for. */
export function sitePlaces(reading: Reading): readonly Found<string>[] {
  const pieces = [
    ...besides(reading, 'meta', 'SiteIDCode'),
    ...besides(reading, 'site', 'site_id_code'),
  ];
  const codes = pieces.flatMap((piece) => {
    const match = first(siteCode, piece.text);
    return match
      ? [{ value: match.value, evidence: [evidenceFor(piece, match, siteCode.id, 0.9)] }]
      : [];
  });
  const units = besides(reading, 'index', 'index_number').flatMap((piece) => {
    const match = first(creditCode, piece.text);
    return match
      ? [{ value: match.value, evidence: [evidenceFor(piece, match, creditCode.id, 0.6)] }]
      : [];
  });
  return [...codes, ...units];
}

export interface NamedAgency {
  readonly name: string;
  /** Where the name stands. */
  readonly at: Quotable;
  readonly span: Span;
}

/** Prefixes of a code, from the county to the province. */
const prefixes = (code: string): string[] => [code, code.slice(0, 4), code.slice(0, 2)];

function narrowed(
  agency: NamedAgency,
  year: number,
  hints: readonly Found<string>[],
): Found<Region> | undefined {
  for (const hint of hints) {
    for (const within of prefixes(hint.value)) {
      const region = regionIn(agency.name, year, within);
      if (!region) continue;
      return {
        value: region,
        evidence: [evidenceFor(agency.at, agency.span, ruleFor(year, within), 0.9)],
      };
    }
  }
  return undefined;
}

/** The region of a named agency. */
export function regionOfAgency(
  agency: NamedAgency,
  year: number,
  hints: readonly Found<string>[],
): Found<Region> | undefined {
  const chain = chainIn(agency.name, year);
  if (!chain) return undefined;
  const region = regionIn(agency.name, year);
  if (!region) return narrowed(agency, year, hints);
  const confidence = chain.short ? 0.85 : 0.97;
  return {
    value: region,
    evidence: [evidenceFor(agency.at, agency.span, ruleFor(year, ''), confidence)],
  };
}

/** The region that a site's code gives: for bodies whose name holds no division (towns, 市规划局). */
export function regionOfSite(
  hints: readonly Found<string>[],
  year: number,
): Found<Region> | undefined {
  for (const { value, evidence } of hints) {
    const region = regionOf(value, year);
    if (!region) continue;
    const rule = (e: Evidence): Evidence => ({
      ...e,
      rule: `${e.rule}@${listYear(year)}`,
      confidence: Math.min(e.confidence, 0.75),
    });
    return { value: region, evidence: evidence.map(rule) };
  }
  return undefined;
}
