/** Web pages that stop before their end: a body without a declared length looks complete. */
import type { Diagnostic } from '@xxgk/extract/document';

const opened = /<(html|body)[\s>]/i;
const closed = /<\/(html|body)\s{0,8}>/i;
/** Characters at the end in which an unfinished tag, or a closing one, is looked for. */
const tail = 4096;

/** Tells when the text of a page breaks off inside a tag, or never closes what it opened. */
export function cutOff(text: string): Diagnostic[] {
  const end = text.slice(-tail);
  const insideTag = end.lastIndexOf('<') > end.lastIndexOf('>');
  const unclosed = opened.test(text.slice(0, tail)) && !closed.test(text);
  if (!(insideTag || unclosed)) return [];
  return [
    {
      code: 'decode/truncated',
      severity: 'warning',
      message: 'The page breaks off before its end: fetch it again, what follows is missing.',
      place: null,
    },
  ];
}
