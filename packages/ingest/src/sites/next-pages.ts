/** Further pages of a list. */
import { families } from './families/index.ts';
import { type NextPage, resolve, type SitePage, words } from './page.ts';

const next = /^[[【(（<《]?\s?(下一?页|后一?页|下页|next( page)?|[>›»]{1,2})\s?[\]】)）>》]?$/i;

/** Each once: those that the page links to, else what its system is known for. */
export function nextPagesOf(page: SitePage): readonly NextPage[] {
  const { url, $ } = page;
  const linked = $('a[href], link[rel="next"]')
    .toArray()
    .filter((element) => $(element).attr('rel') === 'next' || next.test(words($(element).text())))
    .flatMap((element): NextPage[] => {
      const target = resolve($(element).attr('href'), url);
      const text = words($(element).text());
      return target ? [{ url: target.href, text, rule: 'next link', guessed: false }] : [];
    });
  const known = families.flatMap(({ nextPages }) => nextPages?.(page) ?? []);
  const each = new Map([...known, ...linked].map((found) => [found.url, found]));
  return [...each.values()].filter(
    (found) => found.url !== url.href && new URL(found.url).host === url.host,
  );
}

const pageCount = /共\s{0,4}(?:<[^<>]{1,80}>\s{0,4})?(\d{1,5})(?:\s{0,4}<[^<>]{1,80}>)?\s{0,4}页/;
const pageOf =
  /(?:当前)?第\s{0,4}(?:<[^<>]{1,80}>\s{0,4})?(\d{1,5})(?:\s{0,4}<[^<>]{1,80}>)?\s{0,4}(?:页|\/)/;

/** Whether the page says that its list has further pages: 第 1 页, 共 12 页. */
export function saysItGoesOn({ html }: SitePage): boolean {
  const last = Number(pageCount.exec(html)?.[1] ?? 0);
  return last > Number(pageOf.exec(html)?.[1] ?? 1);
}
