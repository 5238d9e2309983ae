/** HTML and sentences in the string literals of a script, as they would be written into the page. */

/** Characters of a literal that may be a text. */
const shortest = 40;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\n',
  t: '\t',
  b: '',
  f: '',
  v: '',
};
const escaped = /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|([\s\S]))/gi;
const percent = /%(?:u[0-9a-f]{4}|[0-9a-f]{2})/i;
const percentCode = /%u([0-9a-f]{4})/gi;

function character(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0x10ffff ? '' : String.fromCodePoint(point);
}

/** The text that a literal means. */
function meaningOf(literal: string): string {
  return literal.replace(
    escaped,
    (_, braces?: string, four?: string, two?: string, other?: string) => {
      const code = braces ?? four ?? two;
      if (code !== undefined) return character(code);
      return escapes[other ?? ''] ?? (other === '\n' ? '' : (other ?? ''));
    },
  );
}

/** `unescape("%u5173%u4E8E")` and `decodeURIComponent("%E5%85%B3")` undone; the text as it is where it is neither. */
function withoutPercent(text: string): string {
  if (!percent.test(text)) return text;
  const wide = text.replace(percentCode, (_, code: string) => character(code));
  try {
    return decodeURIComponent(wide);
  } catch {
    return wide;
  }
}

/** Where the literal that opens at `at` ends; -1 where its line ends first, or the script. */
function endOf(script: string, at: number): number {
  const quote = script[at];
  for (let end = at + 1; end < script.length; end++) {
    const sign = script[end];
    if (sign === '\\') end += 1;
    else if (sign === quote) return end;
    else if (sign === '\n' && quote !== '`') return -1;
  }
  return -1;
}

const quotes = /["'`]/g;

/** Every long string of a script, its escapes undone, in order. One pass. */
export function textsInScript(script: string): string[] {
  const found: string[] = [];
  quotes.lastIndex = 0;
  for (let open = quotes.exec(script); open; open = quotes.exec(script)) {
    const end = endOf(script, open.index);
    if (end < 0) continue;
    if (end - open.index > shortest) {
      found.push(withoutPercent(meaningOf(script.slice(open.index + 1, end))));
    }
    quotes.lastIndex = end + 1;
  }
  return found;
}
