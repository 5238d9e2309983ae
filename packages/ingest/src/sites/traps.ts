/** Addresses that lead nowhere: made by scripts without end, or by links relative to the wrong place. */

const longestAddress = 2000;
const deepest = 20;
/** How often one folder name may stand in a path: `/a/a/a/` is a link that adds itself. */
const repeats = 2;
const letter = /\D/;

/** Session marks, by which one page has any number of addresses. */
const sessions = /;jsessionid=[^?#/]*/i;
const sessionParameters = [
  'jsessionid',
  'phpsessid',
  'sessionid',
  'sid',
  '_t',
  'timestamp',
  'rand',
];

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
  for (const name of [...plain.searchParams.keys()]) {
    if (sessionParameters.includes(name.toLowerCase())) plain.searchParams.delete(name);
  }
  return plain.href;
}
