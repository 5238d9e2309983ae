/** What pages refer to by number: fonts, drawing parameters, images, graphics (GB/T 33190-2016 §7.9). */
import { posix } from 'node:path';
import type { Archive } from '../../package/archive.ts';
import { child, elements, type XmlElement } from '../../package/xml.ts';
import { boldName } from '../../paged/bold-name.ts';
import { named, partAt, readPart, textOf } from './part.ts';

export interface Resources {
  /** Whether the letters of a font are bold. */
  readonly bold: Map<string, boolean>;
  readonly drawParams: Map<string, XmlElement>;
  /** Types of colour spaces: `GRAY`, `RGB`, `CMYK`. */
  readonly colorSpaces: Map<string, string>;
  /** Names of the parts that hold images. */
  readonly images: Map<string, string>;
  /** Contents of composite graphics. */
  readonly graphics: Map<string, XmlElement>;
}

export const noResources = (): Resources => ({
  bold: new Map(),
  drawParams: new Map(),
  colorSpaces: new Map(),
  images: new Map(),
  graphics: new Map(),
});

type Take = (resources: Resources, id: string, element: XmlElement, base: string) => void;

const takers: Readonly<Record<string, Take>> = {
  Font({ bold }, id, { attributes }) {
    const name = `${attributes['FontName'] ?? ''} ${attributes['FamilyName'] ?? ''}`;
    bold.set(id, attributes['Bold'] === 'true' || boldName.test(name));
  },
  DrawParam: ({ drawParams }, id, element) => drawParams.set(id, element),
  ColorSpace: ({ colorSpaces }, id, { attributes }) =>
    colorSpaces.set(id, attributes['Type'] ?? ''),
  MultiMedia({ images }, id, element, base) {
    const loc = textOf(child(element, 'MediaFile'));
    if (element.attributes['Type'] === 'Image' && loc) images.set(id, partAt(loc, base));
  },
  CompositeGraphicUnit({ graphics }, id, element) {
    const content = child(element, 'Content');
    if (content) graphics.set(id, content);
  },
};

/** Adds the resources of one part. */
async function addPart(resources: Resources, archive: Archive, part: string): Promise<void> {
  const root = await readPart(archive, part);
  const base = partAt(posix.join(root.attributes['BaseLoc'] ?? '.', 'file'), part);
  for (const element of elements(root).flatMap(elements)) {
    const id = element.attributes['ID'];
    if (id !== undefined) takers[element.name]?.(resources, id, element, base);
  }
}

/**
 * Adds what `owner` (a document's CommonData, or a page) names as its resources.
 *
 * @returns Names of parts that are missing from the package.
 */
export async function addResources(
  resources: Resources,
  archive: Archive,
  owner: XmlElement | undefined,
  from: string,
): Promise<string[]> {
  const parts = ['PublicRes', 'DocumentRes', 'PageRes']
    .flatMap((name) => named(owner, name))
    .map((each) => partAt(textOf(each), from));
  for (const part of parts) if (archive.has(part)) await addPart(resources, archive, part);
  return parts.filter((part) => !archive.has(part));
}
