/**
 * A page that can be asked with selectors.
 *
 * By cheerio's slim entry, which is handed the tree: its main entry would make the same tree, and
 * loads an HTTP client and an encoding sniffer that nothing here uses.
 */
import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { treeOf } from '../parse/html/tree/tree.ts';

export const loadHtml = (html: string): CheerioAPI => load(treeOf(html));
