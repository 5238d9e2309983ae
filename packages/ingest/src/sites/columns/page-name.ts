/** What a list page calls itself, and whether it is the front page of its site. */
import { type SitePage, words } from '../page.ts';
import { type ColumnKind, kindOfName } from './kinds.ts';

export interface PageName {
  /** Of its column; empty where it does not say. */
  readonly name: string;
  /** Of its column; null where the name is of no known kind. */
  readonly kind: ColumnKind | null;
  readonly home: boolean;
}

const front = /^\/(index|default|main|home)?(\.\w{3,5})?$/i;
const separators = /[-_|—–>＞»]|--/;

export function nameOf({ url, $ }: SitePage): PageName {
  const home = front.test(url.pathname) && url.search === '';
  // Names of a page, from the most to the least deliberate; the first that says what it holds.
  const names = [
    $('meta')
      .filter((_, meta) => $(meta).attr('name')?.toLowerCase() === 'columnname')
      .first()
      .attr('content') ?? '',
    $('title').first().text().split(separators)[0] ?? '',
    $('h1, h2').first().text(),
  ].map(words);
  const told = names.find((name) => kindOfName(name) !== undefined);
  const name = told ?? names.find((each) => each !== '') ?? '';
  return { name, kind: home ? null : (kindOfName(name) ?? null), home };
}
