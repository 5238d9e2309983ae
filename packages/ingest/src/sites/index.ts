/** What is known of agency sites: which links of a page are articles, further pages, attachments. */
export { type Discovery, discover } from './discover.ts';
export { discoverIn } from './discover-in.ts';
export type { Link } from './page.ts';
export { canonical } from './traps.ts';
