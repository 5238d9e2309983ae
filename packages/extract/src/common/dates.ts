/** When a document was signed and when it was put on the web. */
import type { Role } from '../document.ts';
import { evidenceFor, type Found, type Quotable } from '../evidence.ts';
import { isAdoption, isIssueLine, isSignature } from '../line-signs.ts';
import type { Part } from '../part.ts';
import { besides, isLine, type Reading } from '../reading.ts';
import { first, type Match, type Rule } from '../rule.ts';
import { agencyName } from '../rules/agency-name.ts';
import { collapsedDate } from '../rules/collapsed-date.ts';
import { compactDate } from '../rules/compact-date.ts';
import { date } from '../rules/date.ts';
import type { Zones } from '../zones.ts';

/** Where the day of publication stands, the best first. */
const PUBLISHED: readonly (readonly [Role, string, number])[] = [
  ['meta', 'PubDate', 0.98],
  ['index', 'published_date', 0.98],
  ['byline', 'published', 0.9],
  ['meta', 'firstpublishedtime', 0.95],
  ['meta', 'publishdate', 0.9],
  ['meta', 'Maketime', 0.8],
];
/** A time of day that is not midnight, which stands for none. */
const TIME = /(?!00:00)[0-9]{2}:[0-9]{2}/u;
const PASSED = /通过|发布|公布|修订|修正|批准/u;

interface Reader {
  readonly rule: Rule<string>;
  readonly confidence: number;
}

/** In a labelled field eight digits are a date; in a signature a date may have lost a sign. */
const LABELLED: readonly Reader[] = [
  { rule: date, confidence: 1 },
  { rule: compactDate, confidence: 0.95 },
];
const SIGNED: readonly Reader[] = [
  { rule: date, confidence: 1 },
  { rule: collapsedDate, confidence: 0.8 },
];

function read(
  readers: readonly Reader[],
  text: string,
  at: Quotable,
  confidence: number,
): Found<string> | undefined {
  for (const { rule, confidence: own } of readers) {
    const match = last(rule, text);
    if (!match) continue;
    return { value: match.value, evidence: [evidenceFor(at, match, rule.id, confidence * own)] };
  }
  return undefined;
}

function last<T>(rule: Rule<T>, text: string): Match<T> | undefined {
  return [...rule.find(text)].at(-1);
}

/** Every place that gives the day of publication, the best first. */
export function* publicationDays(reading: Reading): Generator<Found<string>> {
  for (const [role, label, confidence] of PUBLISHED) {
    for (const piece of besides(reading, role, label)) {
      const found = read(LABELLED, piece.text, piece, confidence);
      if (found) yield found;
    }
  }
}

/**
 * （水利部　一九九八年三月五日）: agency and day of an attached text, under its title; the agency may
 * stand on a line of its own above the day.
 */
export function bracketedUnderTitle(part: Part, zones: Zones) {
  const at = zones.title?.end ?? 0;
  const [above, below] = part.items.slice(at, at + 2);
  if (!above || !isLine(above)) return undefined;
  const apart = isSignature(above.text) && below && isLine(below) ? below : undefined;
  const line = apart ?? above;
  if (!isAdoption(line.text) || PASSED.test(line.text)) return undefined;
  const by = apart ? above : line;
  return { line, by, agency: first(agencyName, by.text), date: first(date, line.text) };
}

/** Every place that gives the day of signature, the best first. */
export function* issueDays(part: Part, zones: Zones): Generator<Found<string>> {
  const line = zones.signature.date;
  const signed =
    line && read(SIGNED, line.text, line, zones.signature.lines.length > 0 ? 0.98 : 0.85);
  if (signed) yield signed;
  const bracket = bracketedUnderTitle(part, zones);
  if (bracket?.date) {
    const { date: match, line: at } = bracket;
    yield { value: match.value, evidence: [evidenceFor(at, match, date.id, 0.9)] };
  }
  const issue = zones.head.find(({ text }) => isIssueLine(text));
  const edited = issue && read(SIGNED, issue.text, issue, 0.85);
  if (edited) yield edited;
  const piece =
    part.relation === 'main' ? besides(part.reading, 'index', 'written_date')[0] : undefined;
  // 发文日期 is the day of publication on some sites; a time of day says that it is.
  const written =
    piece && !TIME.test(piece.text) ? read(LABELLED, piece.text, piece, 0.8) : undefined;
  if (written) yield written;
}
