/** Which links of a list page are its list, and not a sidebar's or the site's. */

const jcmsColumn = /\/art_(\d+)_\w+(\.html?)?$/i;
const vsbColumn = /^(.*\/info\/\d+)\/\d+\.html?$/i;
const dateFolder = /^(20\d{2}(-?\d{2})?(-?\d{2})?|\d{1,2})$/;

/** What the addresses of one column have in common. */
export function columnOf({ host, pathname }: URL): string {
  const [, jcms] = jcmsColumn.exec(pathname) ?? [];
  if (jcms !== undefined) return `${host} column ${jcms}`;
  const [, vsb] = vsbColumn.exec(pathname) ?? [];
  if (vsb !== undefined) return `${host}${vsb}`;
  const folders = pathname.split('/').slice(0, -1);
  return `${host}${folders.filter((name) => !dateFolder.test(name)).join('/')}`;
}

/** A link and the element that holds it together with its neighbours. */
export interface Placed<Group> {
  readonly url: URL;
  readonly group: Group;
}

/**
 * Keeps the links of the page's own column: those of the group with most addresses below the page's
 * folder, else of the largest group, and whatever is of the same columns. (Some templates begin a
 * new `<ul>` every five lines.)
 */
export function ownColumn<Item extends Placed<unknown>>(
  items: readonly Item[],
  page: URL,
): readonly Item[] {
  const folder = folderOf(page);
  const below = ({ url }: Item): boolean => `${url.host}${url.pathname}`.startsWith(folder);
  const groups = [...Map.groupBy(items, ({ group }) => group).values()];
  const main = groups.toSorted(
    (one, other) =>
      other.filter(below).length - one.filter(below).length || other.length - one.length,
  )[0];
  const columns = new Set(main?.map(({ url }) => columnOf(url)));
  return items.filter((item) => below(item) || columns.has(columnOf(item.url)));
}

const listFile = /(index|list)?(_?\d+)?\.\w{2,6}$/i;

/**
 * What the addresses of a list page's own articles begin with, host and folder: `/a/b/index_2.html` and
 * `/a/b.htm` (VSB) are lists of `/a/b/`.
 */
export function folderOf({ host, pathname }: URL): string {
  const path = pathname.replace(listFile, '');
  const folder = path.endsWith('/') ? path : `${path}/`;
  // The front page is above everything and says nothing about a column.
  return folder === '/' ? `${host} none` : `${host}${folder}`;
}
