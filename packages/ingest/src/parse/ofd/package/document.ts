/** The document in a package: its pages in order, templates, resources (GB/T 33190-2016 §7.4 to §7.7). */
import type { Diagnostic } from '@xxgk/extract/document';
import { NoPagesError, TooLargeError, UnreadableError } from '../../../errors.ts';
import type { Archive } from '../../package/archive.ts';
import { child, type XmlElement } from '../../package/xml.ts';
import { type Area, areaOf } from './numbers.ts';
import { format, named, partAt, readPart, textOf } from './part.ts';
import { addResources, noResources, type Resources } from './resources.ts';

const entry = 'OFD.xml';
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
  /** What the package says of it. */
  readonly info: XmlElement | undefined;
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

const otherVersions = (count: number): Diagnostic => ({
  code: 'parse/versions',
  severity: 'info',
  message: `The file keeps ${count} versions of the document; the one marked as current is read.`,
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

interface Root {
  readonly part: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The document that a body names, or its version that is marked as current (§19). */
async function rootOf(archive: Archive, body: XmlElement): Promise<Root> {
  const versions = named(child(body, 'Versions'), 'Version');
  const current = versions.find(({ attributes }) => attributes['Current'] === 'true');
  const loc = textOf(child(body, 'DocRoot')).trim();
  const own = loc === '' ? undefined : partAt(loc, entry);
  const listed = current && partAt(current.attributes['BaseLoc'] ?? '', entry);
  if (listed !== undefined && archive.has(listed)) {
    const root = textOf(child(await readPart(archive, listed), 'DocRoot')).trim();
    if (root !== '') {
      return { part: partAt(root, listed), diagnostics: [otherVersions(versions.length)] };
    }
  }
  if (own === undefined) throw new UnreadableError(format, 'it names no document');
  const missing = listed === undefined ? [] : [missingPart(listed)];
  return { part: own, diagnostics: missing };
}

async function openBody(archive: Archive, body: XmlElement): Promise<OfdDocument> {
  const { part, diagnostics } = await rootOf(archive, body);
  const root = await readPart(archive, part);
  const common = child(root, 'CommonData');
  const resources = noResources();
  const missing = await addResources(resources, archive, common, part);
  const signatures = textOf(child(body, 'Signatures')).trim();
  return {
    part,
    root,
    info: child(body, 'DocInfo'),
    pages: refsOf(child(root, 'Pages'), 'Page', part),
    templates: new Map(refsOf(common, 'TemplatePage', part).map((each) => [each.id, each])),
    resources,
    area: physicalBox(child(common, 'PageArea')) ?? a4,
    signatures: signatures === '' ? undefined : partAt(signatures, entry),
    diagnostics: [...diagnostics, ...missing.map(missingPart)],
  };
}

/**
 * All documents of a package, in order: mostly one.
 *
 * @throws {NoPagesError} when none of them has pages.
 * @throws {TooLargeError} when it has too many pages.
 */
export async function openDocuments(archive: Archive): Promise<OfdDocument[]> {
  const bodies = named(await readPart(archive, entry), 'DocBody');
  if (bodies.length === 0) throw new UnreadableError(format, 'it names no document');
  const documents: OfdDocument[] = [];
  for (const body of bodies) documents.push(await openBody(archive, body));
  const count = documents.reduce((sum, { pages }) => sum + pages.length, 0);
  if (count === 0) throw new NoPagesError(format);
  if (count > pageLimit) throw new TooLargeError(`An OFD of ${count} pages`, `${pageLimit} pages`);
  return documents;
}
