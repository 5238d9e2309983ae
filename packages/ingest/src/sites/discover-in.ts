/** Link discovery in a file as it was fetched. */
import { gunzipSync } from 'node:zlib';
import { decodeText } from '../charset/charset.ts';
import type { SourceFile } from '../stage.ts';
import { type Discovery, discover, nothingFound } from './discover.ts';

const head = 4096;
const markup =
  /<(!doctype|html|head|body|meta|title|div|table|ul|ol|dl|li|tr|p|a|script|\?xml|datastore|recordset|urlset|sitemapindex|rss|feed)[\s>?]/i;
const json = /^[\s\xef\xbb\xbf]{0,100}([\w.$]{1,100}\s{0,4}\(\s{0,20})?[[{]/;

/** sitemaps.org: 50 MB after decompression. */
const longestSitemap = 50_000_000;

/** Finds nothing in what is no page or feed. To be called in a process of its own: it parses foreign HTML. */
export function discoverIn({ bytes, url, declaredCharset }: SourceFile): Discovery {
  if (url === null) return nothingFound;
  const plain = isGzip(bytes) ? unpacked(bytes) : bytes;
  const begin = Buffer.from(plain.subarray(0, head)).toString('latin1');
  if (!markup.test(begin) && !json.test(begin)) return nothingFound;
  return discover(url, decodeText(plain, declaredCharset).text);
}

/** `sitemap.xml.gz` is a file of its own, and no compression of the transfer. */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: longestSitemap });
  } catch {
    return new Uint8Array();
  }
}
