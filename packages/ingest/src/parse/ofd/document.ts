/** The document in a package: its pages in order, templates, resources (GB/T 33190-2016 §7.4 to §7.7). */
import type { Diagnostic } from '@xxgk/extract/document';
import { EncryptedError, NoPagesError, TooLargeError, UnreadableError } from '../../errors.ts';
import type { Archive } from '../package/archive.ts';
import { child, type XmlElement } from '../package/xml.ts';
import { type Area, areaOf } from './numbers.ts';
import { format, named, partAt, readPart, textOf } from './part.ts';
import { addResources, noResources, type Resources } from './resources.ts';

const entry = 'OFD.xml';
const encryptions = 'Encryptions.xml';
const pageLimit = 5000;

/** Millimetres; where neither page nor document says it. */
const a4: Area = { x: 0, y: 0, width: 210, height: 297 };

/** A page or a page template. */
export interface PageRef {
  readonly id: string;
  readonly part: string;
  /** Templates only: whether it lies over the text. */
  readonly foreground: boolean;
}

export interface OfdDocument {
  readonly part: string;
  readonly root: XmlElement;
  readonly pages: readonly PageRef[];
  readonly templates: ReadonlyMap<string, PageRef>;
  readonly resources: Resources;
  readonly area: Area;
  /** The list of signatures; undefined when the document is not signed. */
  readonly signatures: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export const missingPart = (part: string): Diagnostic => ({
  code: 'parse/missing-part',
  severity: 'warning',
  message: `The part ${part} is missing from this OFD file: compare with the original.`,
  place: null,
});

const furtherDocuments = (count: number): Diagnostic => ({
  code: 'parse/further-documents',
  severity: 'warning',
  message: `This OFD file holds ${count} documents and only the first was read: split the file.`,
  place: null,
});

/** The box that a PageArea or Area element gives. */
export const physicalBox = (area: XmlElement | undefined): Area | undefined => {
  const found = areaOf(textOf(child(area, 'PhysicalBox')));
  return found && found.width > 0 && found.height > 0 ? found : undefined;
};

function refsOf(owner: XmlElement | undefined, name: string, from: string): PageRef[] {
  return named(owner, name).map(({ attributes }) => ({
    id: attributes['ID'] ?? '',
    part: partAt(attributes['BaseLoc'] ?? '', from),
    foreground: attributes['ZOrder'] === 'Foreground',
  }));
}

async function bodiesOf(archive: Archive): Promise<XmlElement[]> {
  if (!archive.has(entry) && archive.has(encryptions)) throw new EncryptedError(format);
  return named(await readPart(archive, entry), 'DocBody');
}

/**
 * @throws {NoPagesError} when it has no pages.
 * @throws {EncryptedError} when its parts are encrypted (GM/T 0099).
 */
export async function openDocument(archive: Archive): Promise<OfdDocument> {
  const bodies = await bodiesOf(archive);
  const [body] = bodies;
  const rootLoc = textOf(child(body, 'DocRoot'));
  if (rootLoc.trim() === '') throw new UnreadableError(format, 'it names no document');
  const part = partAt(rootLoc, entry);
  const root = await readPart(archive, part);
  const common = child(root, 'CommonData');
  const pages = refsOf(child(root, 'Pages'), 'Page', part);
  if (pages.length === 0) throw new NoPagesError(format);
  if (pages.length > pageLimit) {
    throw new TooLargeError(`An OFD of ${pages.length} pages`, `${pageLimit} pages`);
  }
  const resources = noResources();
  const missing = await addResources(resources, archive, common, part);
  const signatures = textOf(child(body, 'Signatures')).trim();
  return {
    part,
    root,
    pages,
    templates: new Map(refsOf(common, 'TemplatePage', part).map((each) => [each.id, each])),
    resources,
    area: physicalBox(child(common, 'PageArea')) ?? a4,
    signatures: signatures === '' ? undefined : partAt(signatures, entry),
    diagnostics: [
      ...missing.map(missingPart),
      ...(bodies.length > 1 ? [furtherDocuments(bodies.length)] : []),
    ],
  };
}
