/** Addresses that lead nowhere: made by scripts without end, or by links relative to the wrong place. */

const longestAddress = 2000;
const deepest = 20;
/** How often one folder name may stand in a path: `/a/a/a/` is a link that adds itself. */
const repeats = 2;
const letter = /\D/;

/** Session marks, by which one page has any number of addresses. */
const sessions = /;jsessionid=[^?#/]*/i;
const sessionParameters = ['jsessionid', 'phpsessid', 'sessionid', '_t', 'timestamp', 'rand'];

/** `sid` is a session on some systems, and the site's own short number on others. */
const longSession = /^[\w-]{16,}$/;

/** Whether an address cannot be one that an editor meant. */
export function isTrap({ href, pathname }: URL): boolean {
  if (href.length > longestAddress) return true;
  const folders = pathname.split('/').filter((name) => name !== '');
  if (folders.length > deepest) return true;
  const counts = new Map<string, number>();
  // Numbers are parts of dates: `/2021/01/01/`.
  for (const name of folders.slice(0, -1).filter((folder) => letter.test(folder)))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].some((count) => count > repeats);
}

/** One address for one page: without fragment and session. */
export function canonical(url: URL): string {
  const plain = new URL(url.href.replace(sessions, ''));
  plain.hash = '';
  for (const [name, value] of [...plain.searchParams]) {
    const plainName = name.toLowerCase();
    const isSession = plainName === 'sid' && longSession.test(value);
    if (isSession || sessionParameters.includes(plainName)) plain.searchParams.delete(name);
  }
  return plain.href;
}
