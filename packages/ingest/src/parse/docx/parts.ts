/** Which parts of a Word file hold what, by its relationships. */
import { posix } from 'node:path';
import { UnreadableError } from '../../errors.ts';
import type { Archive } from '../package/archive.ts';
import type { XmlElement } from '../package/xml.ts';
import { readXml } from './xml.ts';

export interface Parts {
  readonly main: string;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  readonly footnotes: readonly string[];
}

interface Relation {
  /** Last word of the type, e.g. `styles`. */
  readonly type: string;
  readonly target: string;
}

async function relations(archive: Archive, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  if (!archive.has(name)) return [];
  const found: Relation[] = [];
  readXml(await archive.read(name), 'rel:Relationships', ({ attributes }) => {
    const { Target: target = '', Type: type = '', TargetMode: mode } = attributes;
    if (mode === 'External') return;
    const path = target.startsWith('/') ? target.slice(1) : posix.join(dir, target);
    found.push({ type: type.split('/').at(-1) ?? '', target: path });
  });
  return found;
}

/** The children of the root element of a part; none when there is no such part. */
export async function childrenOf(
  archive: Archive,
  part: string | undefined,
  root: string,
): Promise<XmlElement[]> {
  const children: XmlElement[] = [];
  if (part === undefined || !archive.has(part)) return children;
  readXml(await archive.read(part), root, (element) => children.push(element));
  return children;
}

/** @throws {UnreadableError} when the package holds no Word document. */
export async function partsOf(archive: Archive): Promise<Parts> {
  const [office] = (await relations(archive, '')).filter(({ type }) => type === 'officeDocument');
  const main = office?.target ?? 'word/document.xml';
  if (!archive.has(main)) throw new UnreadableError('DOCX', 'it holds no Word document');
  const own = await relations(archive, main);
  const named = (wanted: string): string[] =>
    own.filter(({ type }) => type === wanted).map(({ target }) => target);
  return {
    main,
    styles: named('styles')[0],
    numbering: named('numbering')[0],
    headers: named('header'),
    footers: named('footer'),
    footnotes: [...named('footnotes'), ...named('endnotes')],
  };
}
