/** Which hosts are one site. */

/** Registry suffixes under which a site's own name begins one label further left. */
const twoLabels = /\.(gov|com|org|net|edu|ac|mil)\.cn$/;
const address = /^[\d.]+$|^\[/;

/**
 * `www.example.gov.cn` and `zrzy.example.gov.cn` belong to `example.gov.cn`; an IP address with its
 * port is a site of its own.
 */
export function siteOf({ hostname, host }: URL): string {
  if (address.test(hostname)) return host;
  const labels = hostname.split('.');
  return labels.slice(twoLabels.test(hostname) ? -3 : -2).join('.');
}

export const sameSite = (one: URL, other: URL): boolean => siteOf(one) === siteOf(other);
