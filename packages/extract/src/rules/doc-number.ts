/** 发文字号: the issuer's mark, the year, and the serial within that year (GB/T 9704-2012 §7.2.5). */
import { CLOSE_YEAR, OPEN_YEAR } from '../lexicon/brackets.ts';
import { type Rule, rule } from '../rule.ts';

export interface DocNumber {
  /** As printed. */
  readonly raw: string;
  /** 机关代字; null for announcements, which are numbered by the year alone. */
  readonly code: string | null;
  readonly year: number | null;
  readonly serial: number | null;
}

const BLANK = '[\\s\\u00a0\\u3000]{0,6}';
/** Words after which a number is cited; the mark begins behind them. */
const CITING =
  /^.*?(?:根据|按照|依据|依照|参照|通过|下发|转发|印发|执行|落实|遵照|文号|的|以|和|与|及|按|经)(?=\p{Script=Han}{2})/u;
/** Signs of a 机关代字; a longer run holds words before it. */
const LONGEST_MARK = 12;
const EARLIEST = 1949;
const LATEST = 2100;

/** What OCR makes of a bracket; the other one has to stand as it should. */
const MISREAD_CLOSE = 'JjIl|}';
const MISREAD_OPEN = 'LlCf{|';
const DIGITS = `[0-9０-９]{4}`;
const YEAR = `(?:[${OPEN_YEAR}]${BLANK}(?<year>${DIGITS})${BLANK}[${CLOSE_YEAR}${MISREAD_CLOSE}]?|[${MISREAD_OPEN}]?(?<bare>${DIGITS})${BLANK}[〕﹞\\]])`;

/** Source of the pattern of a number by 机关代字, for use inside larger patterns. */
export const MARKED_NUMBER = `(?<code>\\p{Script=Han}[\\p{Script=Han}\\s]{0,20}\\p{Script=Han})${BLANK}${YEAR}${BLANK}(?:第${BLANK})?(?<serial>[0-9０-９]{1,5})${BLANK}号`;

/** Whether both brackets of a number were read, or one has to be thought of. */
export const isWhole = (raw: string): boolean =>
  new RegExp(`[${OPEN_YEAR}]${BLANK}${DIGITS}${BLANK}[${CLOSE_YEAR}]`, 'u').test(raw);

const ORDER = `(?<order>(?:\\p{Script=Han}{0,20}令)${BLANK}第${BLANK}(?<orderSerial>[0-9０-９]{1,5})${BLANK}号)`;
const ANNOUNCEMENT = `(?<announced>[0-9０-９]{4})${BLANK}年${BLANK}第${BLANK}(?<number>[0-9０-９]{1,5})${BLANK}号`;

const MARKED = new RegExp(MARKED_NUMBER, 'gu');
const BLANKS = /\s/gu;
const SERIAL_PART = /第.*$/su;

const number = (text: string | undefined): number => Number((text ?? '').normalize('NFKC'));

const plausible = (year: number): boolean => year >= EARLIEST && year <= LATEST;

/** The mark without the words that cite it, or undefined where none is left. */
function markOf(code: string): string | undefined {
  let mark = code.replace(BLANKS, '');
  for (let cut = CITING.exec(mark); cut; cut = CITING.exec(mark)) mark = mark.slice(cut[0].length);
  return mark.length >= 2 && mark.length <= LONGEST_MARK ? mark : undefined;
}

const marked: Rule<DocNumber> = {
  id: 'document/doc-number',
  cite: 'GB/T 9704-2012 §7.2.5',
  *find(text) {
    for (const match of text.matchAll(MARKED)) {
      const groups = match.groups ?? {};
      const code = markOf(groups['code'] ?? '');
      const year = number(groups['year'] ?? groups['bare']);
      if (code === undefined || !plausible(year)) continue;
      const start = match.index + offsetOf(groups['code'] ?? '', code);
      const end = match.index + match[0].length;
      const raw = text.slice(start, end).trim();
      yield { value: { raw, code, year, serial: number(groups['serial']) }, start, end };
    }
  },
};

/** Where the mark begins inside what stands before the year: its signs may stand apart. */
function offsetOf(before: string, code: string): number {
  let at = before.length;
  for (let left = code.length; left > 0 && at > 0; ) {
    at -= 1;
    if (before.charAt(at).trim() !== '') left -= 1;
  }
  return at;
}

const order = rule<DocNumber>({
  id: 'document/doc-number',
  cite: '令: GB/T 9704-2012 §10.2',
  pattern: new RegExp(ORDER, 'gu'),
  produce: ({ order: raw = '', orderSerial }) => ({
    raw,
    code: raw.replace(SERIAL_PART, '').replace(BLANKS, ''),
    year: null,
    serial: number(orderSerial),
  }),
});

const announcement = rule<DocNumber>({
  id: 'document/doc-number',
  cite: '公告, 通告: numbered by the year',
  pattern: new RegExp(ANNOUNCEMENT, 'gu'),
  produce: ({ announced, number: serial }, raw) =>
    plausible(number(announced))
      ? { raw, code: null, year: number(announced), serial: number(serial) }
      : undefined,
});

/** Numbers of the three forms; a bare `第N号` is none. */
export const docNumber: Rule<DocNumber> = {
  id: 'document/doc-number',
  cite: marked.cite,
  *find(text) {
    // Most lines have none, and the patterns look at each of their characters twenty times.
    if (!text.includes('号')) return;
    const found = [marked, order, announcement].flatMap((form) => [...form.find(text)]);
    yield* found.sort((a, b) => a.start - b.start);
  },
};
