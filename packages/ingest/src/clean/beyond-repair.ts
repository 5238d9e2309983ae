/** Damage that no pass can undo: it is told, and the text left as it is. */
import type { Diagnostic } from '@xxgk/extract/document';
import type { CleanText } from './pass.ts';

/** Code of the diagnostic that tells of a hijacked copy. */
export const TAMPERED = 'clean/tampered';

const lost = /锟斤拷|\uFFFD{3,}/g;
/**
 * What hijacked copies put in place of a frequent word: names of betting sites, and words of betting
 * tied to others by a dash or a low line. 投注 and 彩票 alone stand in texts about lotteries.
 */
const advertising =
  /威廉希尔|beat365|bet365|365体育|0365cc|必威体育|亚博体育|皇冠体育|真人娱乐城|[_-]\p{Script=Han}{0,8}(?:投注|博彩|彩票|买球|官网)|(?:投注|博彩|彩票|买球)\p{Script=Han}{0,4}[_-]/gu;
const enoughLost = 2;
const enoughAdvertising = 3;

const warning = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  place: null,
});

/** The same phrase again and again is an advertisement in place of a word. */
function repeated(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [phrase] of text.matchAll(advertising)) {
    const times = (counts.get(phrase) ?? 0) + 1;
    counts.set(phrase, times);
    if (times >= enoughAdvertising) return phrase;
  }
  return undefined;
}

/** What is wrong with a text for good. */
export function beyondRepair(texts: readonly CleanText[]): Diagnostic[] {
  const body = texts
    .filter(({ role }) => role === 'body')
    .map(({ text }) => text)
    .join('\n');
  const found: Diagnostic[] = [];
  if ((body.match(lost)?.length ?? 0) >= enoughLost) {
    found.push(
      warning(
        'clean/characters-lost',
        'Characters were lost when the text was saved with the wrong encoding: look for another copy.',
      ),
    );
  }
  const phrase = repeated(body);
  if (phrase !== undefined) {
    found.push(
      warning(
        TAMPERED,
        `“${phrase}” stands in the text again and again: this is a hijacked copy, look for another source.`,
      ),
    );
  }
  return found;
}
