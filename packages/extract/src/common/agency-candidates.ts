/** Who may be the agency of a document: every name with the weight of the place where it stands. */

import type { Role } from '../document.ts';
import type { Quotable } from '../evidence.ts';
import { isMasthead, isOrderName, isSignature } from '../line-signs.ts';
import type { Part } from '../part.ts';
import { type Beside, besides, isLine, type Line } from '../reading.ts';
import { first, type Match } from '../rule.ts';
import { type AgencyName, agencyName } from '../rules/agency-name.ts';
import { asFound } from '../rules/as-found.ts';
import { office } from '../rules/contact.ts';
import { interpreterAgency } from '../rules/interpreter.ts';
import { joinedLine } from '../rules/joined-line.ts';
import { SEAL_MARK, signerNames } from '../rules/signer-names.ts';
import type { Span } from '../trace.ts';
import type { Zones } from '../zones.ts';
import { bracketedUnderTitle } from './dates.ts';
import { mended, type ReadName, vocabularyOf } from './name-mending.ts';

export interface Candidate extends AgencyName {
  readonly weight: number;
  readonly at: Quotable;
  readonly span: Span;
  /** Rule that gives the name on the quote. */
  readonly rule: string;
  /** Whether the document is signed so. */
  readonly signed?: boolean;
}

const BESIDE: readonly (readonly [Role, string | undefined, number])[] = [
  ['index', 'publisher', 4],
  ['meta', 'ContentSource', 3],
  ['byline', 'source', 3],
  ['byline', 'agency', 3],
  ['index', 'source', 3],
  ['header', undefined, 3],
  ['seal', undefined, 3],
  ['meta', 'SiteName', 2],
  ['site', 'site_name', 2],
  ['site', 'host_unit', 2],
];
const SIGNATURE = 5;
const TITLE = 5;
const MASTHEAD = 4;
const CONTACT = 4;
const INTERPRETER = 4;
const BREADCRUMB = 3;
/** A name in the book marks of an interpretation's title: who made the document. */
const MARKED_TITLE = 0.5;
const BODY = 1;
const MENDED = 2;
/** Mentions in the body that count. */
const OFTEN = 2;

const MARKED = /《[^《》]{0,200}》/gu;
const YEAR =
  /^[\s\u3000]*(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})[\s\u3000]*年?度?[\s\u3000]*/u;
const MASTHEAD_WORD = /[\s\u3000]*(?:文[\s\u3000]*件|令)[\s\u3000]*$/u;
const FACILITY = /(?:中心|站|所|院|馆|中学|小学|大学|公司|集团|协会|学会|银行|大队)$/u;
const TREATED =
  /^(?:的)?(?:管理|建设|认定|运营|运行|设立|评估|评价|考核|规划|布局|收费|使用|补助|资助|经营|养护|奖励|扶持)/u;
const INTERPRETS = /解读|图解|一图/u;
const DATE_BEHIND = /[\s\u3000]\S{0,4}[0-9〇○零一二三四五六七八九]{4}年.*$/u;
const SITE_WORD = /(?:门户网站|政府网站|官方网站|信息公开网|网站|网)$/u;

/** The name that a short text consists of. */
export function nameIn(
  text: string,
): { value: AgencyName; start: number; end: number; rule: string } | undefined {
  const bare = text.replace(SITE_WORD, '').replace(MASTHEAD_WORD, '');
  const found = first(asFound, bare);
  const match = first(agencyName, bare);
  const unlisted = match && found && ofUnlistedPlace(match, found, bare);
  if (match && found && !unlisted && isWhole(match, found))
    return { ...match, rule: agencyName.id };
  if (!found || !isSignature(found.value)) return undefined;
  const name = first(joinedLine, found.value)?.value ?? found.value;
  const { start, end } = found;
  return { value: { name, relative: false }, start, end, rule: joinedLine.id };
}

/** Signs of an office behind a name, and of an unknown place before a relative one. */
const MORE = { behind: 8, before: 3 };

/** 我, 本, 某 …: no part of a place's name. */
const NO_PLACE = /[我本该全各某原此×＊*XＸ]/u;
const PLACE = /^\p{Script=Han}{2,3}$/u;

/** 青河市水务局, where no list has a 青河市: the whole text is a name, and a full one. */
function ofUnlistedPlace(
  { value, start, end }: Match<AgencyName>,
  all: Span,
  text: string,
): boolean {
  const before = text.slice(all.start, start);
  return value.relative && end === all.end && PLACE.test(before) && !NO_PLACE.test(before);
}

/** Whether a name is what a text is about: 无锡市规划局办公室; of 某某市规划局 the place is unknown. */
function isWhole(match: Match<AgencyName>, all: Span): boolean {
  if (all.end - match.end > MORE.behind) return false;
  return match.start - all.start <= (match.value.relative ? MORE.before : 0);
}

const make = (at: Quotable, text: string, weight: number): Candidate[] => {
  const found = nameIn(text);
  if (!found) return [];
  const { value, start, end, rule } = found;
  return [{ ...value, weight, at, span: { start, end }, rule }];
};

/** The names on one line: several stand apart by blanks. */
const ofNames = (line: Line, text: string, weight: number): Candidate[] => {
  const names = [...signerNames.find(text)];
  const unsealed = text.replace(SEAL_MARK, (mark) => ' '.repeat(mark.length));
  if (names.length < 2) return make(line, unsealed, weight);
  return names.flatMap(({ value, start }) =>
    make(line, value, weight).map((candidate) => ({
      ...candidate,
      span: { start: start + candidate.span.start, end: start + candidate.span.end },
    })),
  );
};

const ofPiece = (piece: Beside, weight: number): Candidate[] => make(piece, piece.text, weight);

/** In the title of an interpretation: weak, and better than nothing. */
function ofMarkedTitle({ title }: Zones): Candidate[] {
  const line = title?.lines[0];
  const match =
    line && INTERPRETS.test(title?.value ?? '') ? first(agencyName, line.text) : undefined;
  if (!line || !match || match.value.relative) return [];
  return [{ ...match.value, weight: MARKED_TITLE, at: line, span: match, rule: agencyName.id }];
}

function ofInterpreter(lines: readonly Line[]): Candidate[] {
  for (const line of lines) {
    const label = first(interpreterAgency, line.text);
    const match =
      label && [...agencyName.find(line.text)].find(({ start }) => start >= label.start);
    if (match)
      return [{ ...match.value, weight: INTERPRETER, at: line, span: match, rule: agencyName.id }];
  }
  return [];
}

/** 图书馆管理办法, 技术中心认定办法: what the text is about, and not who made it. */
const isSubject = ({ value, end }: Match<AgencyName>, text: string): boolean =>
  FACILITY.test(value.name) && TREATED.test(text.slice(end));

/** At the head of the title: who it is from. Behind 转发 or 关于 stand others. */
function ofTitle({ title }: Zones): Candidate[] {
  const line = title?.lines[0];
  if (!line) return [];
  const bare = line.text.replace(MARKED, (marked) => ' '.repeat(marked.length));
  const head = YEAR.exec(bare)?.[0].length ?? 0;
  const match = first(agencyName, bare);
  if (!match || match.start > head + 2 || isSubject(match, bare)) return [];
  return [{ ...match.value, weight: TITLE, at: line, span: match, rule: agencyName.id }];
}

function ofBreadcrumb(part: Part): Candidate[] {
  const found = besides(part.reading, 'breadcrumb').flatMap((piece) => ofPiece(piece, BREADCRUMB));
  return found.slice(-1);
}

function ofContact(lines: readonly Line[]): Candidate[] {
  for (const line of lines) {
    const match = first(office, line.text);
    const name = match && first(agencyName, match.value);
    if (!match || !name) continue;
    const start = line.text.indexOf(name.value.name, match.start);
    if (start < 0) continue;
    const span = { start, end: start + name.value.name.length };
    return [{ ...name.value, weight: CONTACT, at: line, span, rule: agencyName.id }];
  }
  return [];
}

/** Full names that the body says often; names in book marks belong to other texts. */
function ofBody(lines: readonly Line[]): Candidate[] {
  const seen = new Map<string, Candidate[]>();
  for (const line of lines) {
    const bare = line.text.replace(MARKED, (marked) => ' '.repeat(marked.length));
    for (const match of agencyName.find(bare)) {
      if (match.value.relative) continue;
      const { name } = match.value;
      const candidate = {
        ...match.value,
        weight: BODY,
        at: line,
        span: match,
        rule: agencyName.id,
      };
      seen.set(name, [...(seen.get(name) ?? []), candidate]);
    }
  }
  return [...seen.values()].flatMap((all) => (all.length >= OFTEN ? all.slice(0, 1) : []));
}

function ofBracket(part: Part, zones: Zones): Candidate[] {
  const bracket = bracketedUnderTitle(part, zones);
  if (!bracket?.agency) return [];
  const { by, agency } = bracket;
  return [{ ...agency.value, weight: TITLE, at: by, span: agency, rule: agencyName.id }];
}

/** Every candidate, those of the page only for the main text. */
export function candidatesOf(part: Part, zones: Zones): Candidate[] {
  const lines = part.items.filter(isLine);
  const beside =
    part.relation === 'main'
      ? BESIDE.flatMap(([role, label, weight]) =>
          besides(part.reading, role, label)
            .slice(0, 1)
            .flatMap((piece) => ofPiece(piece, weight)),
        )
      : [];
  const signed = zones.signature.lines.flatMap((line) =>
    ofNames(line, signerText(line, zones), SIGNATURE),
  );
  const all = [
    ...signed.map((candidate) => ({ ...candidate, signed: true })),
    ...ofTitle(zones),
    ...ofBracket(part, zones),
    ...zones.head
      .filter(({ text }) => isMasthead(text) || isOrderName(text) || isSignature(text))
      .flatMap((line) => ofNames(line, line.text, MASTHEAD)),
    ...beside,
    ...(part.relation === 'main' ? ofBreadcrumb(part) : []),
    ...ofContact(lines),
    ...ofInterpreter(lines),
    ...ofMarkedTitle(zones),
    ...ofBody(lines),
  ];
  const vocabulary = vocabularyOf(part, zones);
  return all.map((candidate) => mendedCandidate(candidate, vocabulary));
}

/** A name that was read badly speaks for the one that it stands for, and weakly. */
function mendedCandidate(candidate: Candidate, vocabulary: readonly ReadName[]): Candidate {
  const { weight } = candidate;
  const better = mended(candidate, vocabulary);
  return better
    ? {
        ...candidate,
        name: better.name,
        weight: Math.min(weight, MENDED),
        rule: better.rule,
        signed: false,
      }
    : candidate;
}

/** The names on a signature line that also holds the date. */
const signerText = (line: Line, zones: Zones): string =>
  line === zones.signature.date ? line.text.replace(DATE_BEHIND, '') : line.text;
