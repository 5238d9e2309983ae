/** Where a page stands: the base of its links, and whether it is the agency's own. */
import type { Provenance } from '@xxgk/extract/document';
import { type AnyNode, descendants } from '../tree/element.ts';

const fetchable = /^(https?|ftp):$/;
const agencyHost = /(^|\.)gov\.cn$/i;

const hrefOfBase = (root: AnyNode): string | undefined => {
  for (const element of descendants(root)) {
    if (element.name === 'base' && element.attribs['href']) return element.attribs['href'];
  }
  return undefined;
};

const asUrl = (text: string, base?: string): URL | undefined =>
  URL.canParse(text, base) ? new URL(text, base) : undefined;

/**
 * Makes addresses of a page absolute.
 *
 * @param url Address of the page; where it is unknown, the one that the page gives itself.
 */
export function resolver(
  root: AnyNode,
  url: string | null,
  ownUrl: string | undefined,
): (href: string) => string | undefined {
  const page = url ?? (ownUrl !== undefined && asUrl(ownUrl)?.href) ?? undefined;
  const base = asUrl(hrefOfBase(root) ?? '', page || undefined)?.href ?? (page || undefined);
  return (href) => {
    const resolved = asUrl(href.trim(), base);
    return resolved && fetchable.test(resolved.protocol) ? resolved.href : undefined;
  };
}

/** Hosts under gov.cn are agencies; anything else may be a copy, and often is a hijacked one. */
export function provenanceOf(url: string | null): Provenance {
  const host = url === null ? undefined : asUrl(url)?.hostname;
  if (!host) return 'unknown';
  return agencyHost.test(host) ? 'primary' : 'mirror';
}
