/** What is known of one family of content management systems (CMS). One file each. */

import type { NamedColumn } from '../columns/kinds.ts';
import type { Feed } from '../feeds/feed.ts';
import type { Link, NextPage, SitePage } from '../page.ts';

export interface Family {
  /** As in `Document.source.cms`. */
  readonly id: string;
  /** Whether an address is that of an article of such a system. */
  isArticle(url: URL): boolean;
  /** Whether an address is that of a file although its path does not end like one. */
  isDownload?(url: URL): boolean;
  /** Articles that a list page keeps where no link shows, e.g. in a script. */
  hiddenArticles?(page: SitePage): readonly Link[];
  /** On the page of a document: the same document of other years, where no list names them. */
  siblings?(page: SitePage): readonly Link[];
  /** Columns that a page keeps where no link shows. */
  hiddenColumns?(page: SitePage): readonly NamedColumn[];
  /** Further list pages that no link names. */
  nextPages?(page: SitePage): readonly NextPage[];
  /** Further answers of a list that comes as JSON. */
  nextOfFeed?(feed: Feed): readonly NextPage[];
}
