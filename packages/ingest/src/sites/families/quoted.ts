/** Addresses that stand as strings in the scripts and attributes of a page. */
import { resolve, type SitePage } from '../page.ts';
import { sameSite } from '../site-of.ts';

/** An absolute or rooted or dotted address, or a bare name with an extension; in quotes. */
const quoted = /["']((?:https?:\/\/|\.{0,2}\/|[\w-]{1,60}\.)[^"'\s<>\\]{1,1500})["']/g;
const entity = /&amp;/g;

/** More strings than this are no page. */
const most = 20_000;

/** Absolute addresses of the page's own site that fit, in order, each once. */
export function quotedAddresses({ url, html }: SitePage, fits: RegExp): readonly URL[] {
  const found = new Map<string, URL>();
  let seen = 0;
  for (const [, text = ''] of html.matchAll(quoted)) {
    seen += 1;
    if (seen > most) break;
    if (!fits.test(text)) continue;
    const address = resolve(text.replaceAll(entity, '&'), url);
    if (address && sameSite(address, url)) found.set(address.href, address);
  }
  return [...found.values()];
}
