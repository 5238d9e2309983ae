/** Which parts of a Word file hold what, by its relationships. */
import { posix } from 'node:path';
import { TooLargeError, UnreadableError } from '../../errors.ts';
import type { Archive } from '../package/archive.ts';
import type { XmlElement } from '../package/xml.ts';
import { readXml } from './xml.ts';

export interface Relation {
  readonly id: string;
  /** Last word of the type, e.g. `styles`. */
  readonly type: string;
  /** Name of the part, or the address when it lies outside. */
  readonly target: string;
  readonly external: boolean;
}

/** A part with what it refers to. */
export interface Part {
  readonly name: string;
  readonly relations: ReadonlyMap<string, Relation>;
}

export interface Parts {
  readonly main: Part;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
  readonly settings: string | undefined;
  readonly comments: string | undefined;
  /** Footnotes, then endnotes. */
  readonly notes: readonly string[];
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  if (!archive.has(name)) return [];
  const found: Relation[] = [];
  readXml(await archive.read(name), 'rel:Relationships', ({ attributes }) => {
    const { Id: id = '', Target: target = '', Type: type = '', TargetMode: mode } = attributes;
    const external = mode === 'External';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
    const last = type.split('/').at(-1) ?? '';
    found.push({ id, type: last, target: external ? target : path, external });
  });
  return found;
}

export async function partOf(archive: Archive, name: string): Promise<Part> {
  const relations = await relationsOf(archive, name);
  return { name, relations: new Map(relations.map((relation) => [relation.id, relation])) };
}

/** Styles, lists or notes; more are no document. */
const childLimit = 100_000;

/** The children of the root element of a part; none when there is no such part. */
export async function childrenOf(
  archive: Archive,
  part: string | undefined,
  root: string,
): Promise<XmlElement[]> {
  const children: XmlElement[] = [];
  if (part === undefined || !archive.has(part)) return children;
  readXml(await archive.read(part), root, (element) => {
    children.push(element);
    if (children.length > childLimit) {
      throw new TooLargeError(`The part ${part} of this Word file`, `${childLimit} entries`);
    }
  });
  return children;
}

/** @throws {UnreadableError} when the package holds no Word document. */
export async function partsOf(archive: Archive): Promise<Parts> {
  const [office] = (await relationsOf(archive, '')).filter(({ type }) => type === 'officeDocument');
  const name = office?.target ?? 'word/document.xml';
  if (!archive.has(name)) throw new UnreadableError('DOCX', 'it holds no Word document');
  const main = await partOf(archive, name);
  const own = [...main.relations.values()].filter(({ external }) => !external);
  const named = (wanted: string): string[] =>
    own.filter(({ type }) => type === wanted).map(({ target }) => target);
  return {
    main,
    styles: named('styles')[0],
    numbering: named('numbering')[0],
    settings: named('settings')[0],
    comments: named('comments')[0],
    notes: [...named('footnotes'), ...named('endnotes')],
  };
}
