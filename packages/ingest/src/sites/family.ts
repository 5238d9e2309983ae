/** What is known of one family of content management systems (CMS). One file each. */
import type { Link, SitePage } from './page.ts';

export interface Family {
  /** As in `Document.source.cms`. */
  readonly id: string;
  /** Whether an address is that of an article of such a system. */
  isArticle(url: URL): boolean;
  /** Whether an address is that of a file although its path does not end like one. */
  isDownload?(url: URL): boolean;
  /** Articles that a list page keeps where no link shows, e.g. in a script. */
  hiddenArticles?(page: SitePage): readonly Link[];
  /** Addresses of further list pages that no link names. */
  nextPages?(page: SitePage): readonly string[];
}
