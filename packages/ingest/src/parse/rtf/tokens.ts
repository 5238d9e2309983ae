/** Tokens of RTF (Rich Text Format Specification 1.9.1, "Conventions of an RTF reader"). */

/** What is told of the tokens; offsets are bytes of the file. */
export interface Handler {
  /** Where the next token begins. */
  place(at: number): void;
  open(): void;
  close(): void;
  /** A control word; `value` is undefined where none is given. */
  word(name: string, value: number | undefined): void;
  /** A control sign, e.g. `~` or `*`. */
  sign(sign: string): void;
  /** A byte written as two hexadecimal digits. */
  hex(byte: number): void;
  /** Bytes written as they are; line breaks are left out. */
  text(from: number, to: number): void;
  /** Bytes of the letter that is written as it is: its second may be a sign of the format. */
  letterLength(at: number): number;
  /** Raw data (`\bin`). */
  binary(from: number, to: number): void;
}

const code = {
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  blank: 0x20,
  quote: 0x27,
  minus: 0x2d,
  backslash: 0x5c,
  open: 0x7b,
  close: 0x7d,
} as const;

/** Longer words are no control words but damage. */
const longestWord = 32;
const longestNumber = 11;
const hexDigits = /^[\da-f]{2}$/i;

const isLetter = (byte: number): boolean => {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
};
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isBreak = (byte: number): boolean => byte === code.lineFeed || byte === code.carriageReturn;
const isPlain = (byte: number): boolean =>
  byte !== code.backslash && byte !== code.open && byte !== code.close && !isBreak(byte);

function endOf(bytes: Buffer, from: number, most: number, fits: (byte: number) => boolean): number {
  let at = from;
  while (at < bytes.length && at - from < most && fits(bytes[at] ?? 0)) at += 1;
  return at;
}

/** Words that end text: behind half a letter they are words, not its other half and letters. */
const commonWord = /^\\(?:par|pard|line|cell|row|tab|plain|sect|page|u-?\d+)(?![a-z])/;
const longestCommon = 16;

/** Whether the backslash behind the first byte of a letter begins a control of its own. */
function isControl(bytes: Buffer, at: number): boolean {
  const next = bytes[at + 1] ?? 0;
  if (next === code.quote) return hexDigits.test(bytes.toString('latin1', at + 2, at + 4));
  // A program that escapes byte by byte wrote the second byte so.
  if (next === code.open || next === code.close) return true;
  if (next !== code.backslash) return false;
  // The second byte is the first backslash, where the other begins a word.
  return !commonWord.test(bytes.toString('latin1', at + 1, at + 1 + longestCommon));
}

/** Where a run of bytes that are written as they are ends. */
function endOfText(bytes: Buffer, from: number, handler: Handler): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x80 && handler.letterLength(at) > 1) {
      if (bytes[at + 1] === code.backslash && isControl(bytes, at + 1)) return at + 1;
      at += 2;
    } else if (isPlain(byte)) at += 1;
    else break;
  }
  return Math.min(at, bytes.length);
}

/** Reads a control word from its first letter. Returns where it ends, and its data if any. */
function readWord(bytes: Buffer, from: number, handler: Handler): number {
  const nameEnd = endOf(bytes, from, longestWord, isLetter);
  const digits = bytes[nameEnd] === code.minus ? nameEnd + 1 : nameEnd;
  const valueEnd = endOf(bytes, digits, longestNumber, isDigit);
  const name = bytes.toString('latin1', from, nameEnd);
  const value = valueEnd > digits ? Number(bytes.toString('latin1', nameEnd, valueEnd)) : undefined;
  const next = valueEnd > digits ? valueEnd : nameEnd;
  const after = bytes[next] === code.blank ? next + 1 : next;
  // Raw data follows: it may hold any bytes.
  if (name === 'bin') {
    const end = Math.min(bytes.length, after + Math.max(0, value ?? 0));
    handler.binary(after, end);
    return end;
  }
  handler.word(name, value);
  return after;
}

/** Reads what follows a backslash. */
function readControl(bytes: Buffer, at: number, handler: Handler): number {
  const first = bytes[at] ?? code.blank;
  if (isLetter(first)) return readWord(bytes, at, handler);
  if (first === code.quote) {
    const byte = Number.parseInt(bytes.toString('latin1', at + 1, at + 3), 16);
    if (!Number.isNaN(byte)) handler.hex(byte);
    return at + 3;
  }
  // An escaped line break ends a paragraph.
  if (isBreak(first)) handler.word('par', undefined);
  else handler.sign(String.fromCharCode(first));
  return at + 1;
}

/** Hands the tokens of a file on, in order. */
export function readTokens(bytes: Buffer, handler: Handler): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    handler.place(at);
    if (byte === code.backslash) at = readControl(bytes, at + 1, handler);
    else if (byte === code.open) {
      handler.open();
      at += 1;
    } else if (byte === code.close) {
      handler.close();
      at += 1;
    } else if (isBreak(byte)) at += 1;
    else {
      const end = endOfText(bytes, at, handler);
      handler.text(at, end);
      at = end;
    }
  }
}
