/** What a page of an agency's site leads to. */
import { articlesIn } from './articles.ts';
import { attachmentsIn } from './attachments.ts';
import { families } from './families.ts';
import { nextPagesOf } from './next-pages.ts';
import { type Link, openPage } from './page.ts';
import { isTrap } from './traps.ts';

export interface Discovery {
  /** Family of the system whose addresses the articles have; null where none is known. */
  readonly family: string | null;
  /** Articles of the page's own list; on an article page, what stands beside it: not to be used. */
  readonly articles: readonly Link[];
  /** Further pages of the list. */
  readonly nextPages: readonly string[];
  /** Files that the page links to. */
  readonly attachments: readonly Link[];
}

/**
 * Finds the links of a page. Parses foreign HTML: to be called in a process of its own.
 *
 * @param address Where the page was fetched from.
 * @param html The page as text.
 */
export function discover(address: string, html: string): Discovery {
  const page = openPage(address, html);
  const articles = articlesIn(page).filter(isSound);
  const attachments = attachmentsIn(page).filter(isSound);
  const files = new Set(attachments.map(({ url }) => url));
  return {
    family: familyOf(articles),
    articles: articles.filter(({ url }) => !files.has(url)),
    nextPages: nextPagesOf(page).filter((url) => isSound({ url })),
    attachments,
  };
}

const isSound = ({ url }: Pick<Link, 'url'>): boolean => !isTrap(new URL(url));

function familyOf(articles: readonly Link[]): string | null {
  const [first] = articles;
  if (!first) return null;
  const url = new URL(first.url);
  return families.find((family) => family.isArticle(url))?.id ?? null;
}
