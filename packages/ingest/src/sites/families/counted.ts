/** List pages whose address holds their number. */
import type { NextPage } from '../page.ts';

const digits = /^\d{1,6}$/;

/** More pages are no list of documents. */
const mostPages = 5000;

/**
 * The address of the page after this one.
 *
 * @param name Parameter with the number.
 * @param last Number of the last page, where the list says it.
 */
export function pageAfter(
  url: URL,
  name: string,
  rule: string,
  last?: number,
): readonly NextPage[] {
  const number = url.searchParams.get(name) ?? '1';
  if (!digits.test(number)) return [];
  const next = Number(number) + 1;
  if (next > (last ?? mostPages)) return [];
  const address = new URL(url);
  address.searchParams.set(name, String(next));
  return [{ url: address.href, text: '', rule, guessed: last === undefined }];
}

/** The number in the first group of a pattern; undefined where it is not there. */
export function numberIn(text: string, pattern: RegExp): number | undefined {
  const [, found] = pattern.exec(text) ?? [];
  return found === undefined ? undefined : Number(found);
}
