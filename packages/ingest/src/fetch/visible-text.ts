/**
 * A rough look at an answer: is it a page, and how much does a reader see of it? Enough to recognise
 * challenges and error pages, which are short; documents are read by the parsers.
 */

export interface PageText {
  readonly html: string;
  /** What is left without scripts, styles and tags; blanks removed. */
  readonly text: string;
  readonly han: number;
  readonly links: number;
}

/** Error pages and challenges are far below; above it a page is taken to be content. */
const longest = 200_000;

const looksLikeHtml = /<(!doctype\s+html|html|head|body|script|meta|title|div|p)[\s>]/i;
const blanks = /(?:\s|&nbsp;)+/g;
const hanCharacter = /\p{Script=Han}/gu;
const anchors = /<a\s[^>]{0,200}href\s*=/gi;

/** Undefined for what is no page, or too long to be an error page. */
export function htmlTextOf(bytes: Uint8Array): PageText | undefined {
  if (bytes.length === 0 || bytes.length > longest) return undefined;
  const html = asText(bytes);
  if (!looksLikeHtml.test(html.slice(0, 2000))) return undefined;
  const text = visibleText(html).replace(blanks, '');
  return {
    html,
    text,
    han: text.match(hanCharacter)?.length ?? 0,
    links: html.match(anchors)?.length ?? 0,
  };
}

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const hidden = ['script', 'style', 'noscript', 'template'] as const;

/** In one pass: expressions that look for an end at every beginning stand still on hostile pages. */
function visibleText(html: string): string {
  const small = html.toLowerCase();
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    parts.push(html.slice(at, open));
    const end = endOfMarkup(small, open);
    if (end < 0) return parts.join(' ');
    at = end;
  }
  return [...parts, html.slice(at)].join(' ');
}

/** Where the text goes on after the markup at `open`; -1 where the markup has no end. */
function endOfMarkup(small: string, open: number): number {
  if (small.startsWith('<!--', open)) return after(small, '-->', open);
  const name = hidden.find((candidate) => small.startsWith(candidate, open + 1));
  const inside = name === undefined ? open : after(small, `</${name}`, open);
  return inside < 0 ? inside : after(small, '>', inside);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}
