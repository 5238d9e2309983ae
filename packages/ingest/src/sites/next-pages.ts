/** Further pages of a list. */
import { families } from './families.ts';
import { resolve, type SitePage, words } from './page.ts';

const next = /^[[【(（<《]?\s?(下一?页|后一?页|下页|next( page)?|[>›»]{1,2})\s?[\]】)）>》]?$/i;

/** Absolute addresses, each once: those that the page links to, else what its system is known for. */
export function nextPagesOf(page: SitePage): readonly string[] {
  const { url, $ } = page;
  const linked = $('a[href], link[rel="next"]')
    .toArray()
    .filter((element) => $(element).attr('rel') === 'next' || next.test(words($(element).text())))
    .flatMap((element) => resolve($(element).attr('href'), url)?.href ?? []);
  const known = families.flatMap(({ nextPages }) => nextPages?.(page) ?? []);
  return [...new Set([...linked, ...known])].filter(
    (address) => address !== url.href && new URL(address).host === url.host,
  );
}
