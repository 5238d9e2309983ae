/** Pages whose text stands at another address: redirects and frames. */
import type { Diagnostic } from '@xxgk/extract/document';
import { type PageSigns, showsMore, showsNothing, warning } from './page-signs.ts';

/** Han characters that a page may say while it sends its reader on: 正在跳转，请稍候. */
const aWord = 60;

/** Where the text of a page is, if not on the page. */
export function sentOn(signs: PageSigns): Diagnostic | undefined {
  const { target, frames, han } = signs;
  if (target !== undefined && han < aWord && !showsMore(signs)) {
    return warning(
      'parse/redirect',
      `The page only sends its reader on to ${target}: fetch that address.`,
    );
  }
  if (frames.length === 0 || !showsNothing(signs)) return undefined;
  return warning(
    'parse/content-elsewhere',
    `The page shows other pages in frames: fetch ${frames.join(', ')}.`,
  );
}
