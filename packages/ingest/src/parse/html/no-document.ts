/**
 * Pages that answer 200 and are no document: error pages, challenges, lists, login walls, pages that
 * send on. Each is told with what to do; a page with the marks of an article is one only when it says
 * hardly anything else.
 */
import type { Diagnostic } from '@xxgk/extract/document';
import { keyOf } from '../../chinese/key.ts';
import { errorPage } from './no-document/error-pages.ts';
import { listPage } from './no-document/list-pages.ts';
import { type PageSigns, showsNothing, warning } from './no-document/page-signs.ts';
import { sentOn } from './no-document/sent-on.ts';

export type { PageSigns } from './no-document/page-signs.ts';

/** Characters of the title and of the lines by which a page is judged. */
const titleWithin = 200;
const linesWithin = 2000;

/** What is wrong with a page, at most one thing. */
export function noDocument(signs: PageSigns): Diagnostic[] {
  const lines = signs.lines.slice(0, 100).join(' ').slice(0, linesWithin);
  const words = keyOf(`${signs.title.slice(0, titleWithin)} ${lines}`);
  const found = errorPage(signs, words) ?? sentOn(signs) ?? listPage(signs, words);
  if (found) return [found];
  if (!showsNothing(signs)) return [];
  return [
    warning(
      'parse/no-content',
      'The page holds no text: its content may come by script, or be a picture of the site.',
    ),
  ];
}
