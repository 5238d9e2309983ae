/** Names that OCR read with one wrong sign, mended by the better-read names of the document. */

import {
  CLOSED_VOCABULARY,
  officeBehind,
  onlyDifference,
  SIGNS_FOR_ONE,
} from '../closed-vocabulary.ts';
import type { Diagnostic } from '../document.ts';
import { evidenceFor, type Quotable } from '../evidence.ts';
import { divisions, LISTS } from '../lexicon/divisions.ts';
import { FUNCTIONS } from '../lexicon/functions.ts';
import { ORGAN_SUFFIXES } from '../lexicon/organs.ts';
import { isMasthead, isOrderName } from '../line-signs.ts';
import type { Part } from '../part.ts';
import { isLine } from '../reading.ts';
import type { Evidence } from '../record.ts';
import { first } from '../rule.ts';
import { agencyName } from '../rules/agency-name.ts';
import { imprint } from '../rules/imprint.ts';
import { joinedLine } from '../rules/joined-line.ts';
import { mastheadName } from '../rules/masthead-name.ts';
import { rawSpan, readingConfidence, type Span } from '../trace.ts';
import type { Zones } from '../zones.ts';
import { chainIn } from './region.ts';

/** What a mended name is worth at most. */
const SURE = 0.8;
const MASTHEAD_TAIL = /[\s\u3000]*文[\s\u3000]*件[\s\u3000]*$/u;

/** A name and where it stands. */
export interface ReadName {
  readonly name: string;
  readonly at: Quotable;
  readonly span: Span;
}

/** A mended name, with the evidence of both places. */
export interface MendedName {
  readonly name: string;
  /** Id of the rule with the name behind it. */
  readonly rule: string;
  readonly evidence: readonly Evidence[];
  readonly diagnostic: Diagnostic;
}

const confidence = ({ at, span }: ReadName): number =>
  readingConfidence(at.traced, rawSpan(at.traced, span));

const flat = (text: string): string => first(joinedLine, text)?.value ?? '';

/** Names of the head: the masthead without 文件, and who the title is from. */
function headNames({ head, title }: Zones): ReadName[] {
  const mastheads = head
    .filter(({ text }) => isMasthead(text) || isOrderName(text))
    .flatMap((line): ReadName[] => {
      const match = first(mastheadName, line.text);
      if (!match) return [];
      const text = line.text.slice(match.start, match.end).replace(MASTHEAD_TAIL, '');
      const span = { start: match.start, end: match.start + text.length };
      return [{ name: flat(text), at: line, span }];
    });
  const titles = (title?.lines ?? []).slice(0, 1).flatMap((line): ReadName[] => {
    const match = first(agencyName, line.text);
    return match ? [{ name: match.value.name, at: line, span: match }] : [];
  });
  return [...mastheads, ...titles];
}

/** Offices of the imprint, and the signers. */
function tailNames(part: Part, { signature }: Zones): ReadName[] {
  const lines = part.items.filter(isLine);
  const imprints = lines.flatMap((line): ReadName[] => {
    const office = first(imprint, line.text)?.value.office ?? null;
    if (office === null) return [];
    const start = line.text.indexOf(office);
    return [{ name: office, at: line, span: { start, end: start + office.length } }];
  });
  const signers = signature.lines.flatMap((line): ReadName[] => {
    const match = first(agencyName, line.text);
    return match ? [{ name: match.value.name, at: line, span: match }] : [];
  });
  return [...imprints, ...signers];
}

/** Names by which others are mended: every name of head and tail. */
export const vocabularyOf = (part: Part, zones: Zones): readonly ReadName[] =>
  [...headNames(zones), ...tailNames(part, zones)].filter(({ name }) => name.length >= 4);

/** Whether the sign at a position belongs to a word that agencies have: 水务局 is no 水利局 read badly. */
function isKnownWord(name: string, at: number): boolean {
  const chain = chainIn(name, LISTS.last);
  if (chain && at >= chain.start && at < chain.end) return true;
  const suffix = ORGAN_SUFFIXES.find((one) => name.endsWith(one));
  if (suffix !== undefined && at >= name.length - suffix.length) return true;
  return FUNCTIONS.some(([, pattern]) => {
    const match = pattern.exec(name);
    return match !== null && at >= match.index && at < match.index + match[0].length;
  });
}

interface Proposal {
  readonly name: string;
  /** The better-read place. */
  readonly by: ReadName;
}

/** What a better-read name makes of a name: one sign exchanged, an office behind it kept. */
function byName(read: ReadName, better: ReadName): Proposal[] {
  const office = officeBehind(read.name, better.name);
  if (office === undefined || better.name.length < SIGNS_FOR_ONE) return [];
  if (confidence(better) <= confidence(read)) return [];
  const at = onlyDifference(read.name.slice(0, better.name.length), better.name);
  if (at === undefined || isKnownWord(read.name.slice(0, better.name.length), at)) return [];
  return [{ name: better.name + office, by: better }];
}

/** Divisions one sign off a name at the beginning of a text. */
const near = (head: string): ReadonlySet<string> =>
  new Set(
    divisions.map(({ name }) => name).filter((name) => onlyDifference(name, head) !== undefined),
  );

/** A place that is no division, one sign off that of the document's agency and off no other. */
function byPlace(read: ReadName, agency: ReadName | undefined): Proposal[] {
  const chain = agency && chainIn(agency.name, LISTS.last);
  if (!agency || !chain || read.name.length < SIGNS_FOR_ONE || chainIn(read.name, LISTS.last))
    return [];
  if (confidence(agency) <= confidence(read)) return [];
  const place = agency.name.slice(chain.start, chain.end);
  const head = read.name.slice(0, place.length);
  if (onlyDifference(head, place) === undefined) return [];
  const fitting = near(head);
  if (fitting.size !== 1 || !fitting.has(place)) return [];
  const start = agency.span.start + chain.start;
  const by = { name: place, at: agency.at, span: { start, end: start + place.length } };
  return by.at.traced.text.startsWith(place, start)
    ? [{ name: place + read.name.slice(place.length), by }]
    : [];
}

const ruleOf = (name: string): string => `${CLOSED_VOCABULARY}@${name}`;

function evidenceOf(read: ReadName, { name, by }: Proposal): Evidence[] {
  return [read, by].map(({ at, span }) => evidenceFor(at, span, ruleOf(name), SURE));
}

/**
 * The name that stands for a badly read one, or undefined where nothing or more than one fits.
 *
 * @param vocabulary See {@link vocabularyOf}.
 * @param agency Where the name of the document's agency stands, for its place.
 */
export function mended(
  read: ReadName,
  vocabulary: readonly ReadName[],
  agency?: ReadName,
): MendedName | undefined {
  if (confidence(read) === 1) return undefined;
  const named = vocabulary.flatMap((better) => byName(read, better));
  const proposals = named.length > 0 ? named : byPlace(read, agency);
  const names = new Set(proposals.map(({ name }) => name));
  const best = proposals.toSorted((a, b) => confidence(b.by) - confidence(a.by))[0];
  if (!best || names.size !== 1) return undefined;
  const evidence = evidenceOf(read, best);
  const quote = evidence[0]?.quote ?? read.name;
  return {
    name: best.name,
    rule: ruleOf(best.name),
    evidence,
    diagnostic: {
      code: 'extract/name-mended',
      severity: 'warning',
      message: `"${quote}" was read badly; by a better-read place of the document it is given as ${best.name}. Compare it with the original.`,
      place: evidence[0]?.place ?? null,
    },
  };
}
