/** What is known of agency sites: which links of a page are articles, columns, further pages, attachments. */
export {
  type ColumnKind,
  kindOfAddress,
  kindOfTitle,
  type NamedColumn,
  type Take,
  takes,
} from './columns/kinds.ts';
export { columnOf } from './columns/own-column.ts';
export { type Discovery, discover, nothingFound } from './discover.ts';
export { discoverIn } from './discover-in.ts';
export { isArticleAddress } from './families/index.ts';
export type { Link, NextPage } from './page.ts';
export { sameSite } from './site-of.ts';
export { canonical } from './traps.ts';
