/** Parts of an OFD package: found by the places that other parts name, read as trees. */
import { posix } from 'node:path';
import { UnreadableError } from '../../../errors.ts';
import type { Archive } from '../../package/archive.ts';
import { type Dialect, elements, isElement, readXml, type XmlElement } from '../../package/xml.ts';

export const format = 'OFD';

/** Names without prefix: writers use several namespaces for the one standard. */
const ofd: Dialect = { format, name: (_, local) => local };

const backslash = /\\/g;
const leadingSlashes = /^\/+/;

/**
 * The part that `loc` names (ST_Loc, GB/T 33190-2016 §7.3): from the root when it begins with `/`,
 * else from the folder of `from`.
 *
 * @throws {UnreadableError} when it leads out of the package.
 */
export function partAt(loc: string, from: string): string {
  const plain = loc.trim().replace(backslash, '/');
  const path = plain.startsWith('/') ? plain : posix.join(posix.dirname(from), plain);
  const normal = posix.normalize(path).replace(leadingSlashes, '');
  if (normal === '..' || normal.startsWith('../')) {
    throw new UnreadableError(format, `its part ${from} points out of the package`);
  }
  return normal;
}

/** A place that begins with the document's folder, given from inside that folder. */
const doubled = /^.{0,200}?\/(Doc_\d{1,4}\/.{1,2000})$/;

/**
 * The package as its parts name each other: some writers confuse upper and lower case, or give places
 * from the root as if they were relative.
 */
export function forgiving(archive: Archive): Archive {
  const lower = new Map([...archive.names()].map((name) => [name.toLowerCase(), name]));
  const found = (name: string): string => {
    if (archive.has(name)) return name;
    const fromRoot = doubled.exec(name)?.[1] ?? '';
    return lower.get(name.toLowerCase()) ?? lower.get(fromRoot.toLowerCase()) ?? name;
  };
  return {
    names: () => archive.names(),
    has: (name) => archive.has(found(name)),
    read: (name) => archive.read(found(name)),
  };
}

/** @throws {UnreadableError} when the part is missing or is no XML. */
export async function readPart(archive: Archive, name: string): Promise<XmlElement> {
  const roots: XmlElement[] = [];
  readXml(ofd, await archive.read(name), '', (root) => roots.push(root));
  const [root] = roots;
  if (!root) throw new UnreadableError(format, `its part ${name} is empty`);
  return root;
}

/** Children of that name. */
export const named = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  elements(parent).filter((each) => each.name === name);

/** The text of an element, without the elements in it. */
export const textOf = (element: XmlElement | undefined): string =>
  (element?.children ?? []).filter((each) => !isElement(each)).join('');
