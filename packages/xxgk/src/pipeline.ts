/**
 * The way of one document through the stages. The only file that sees them all; each takes what the
 * one before hands on, and none knows another. Runs in a reader process, never in the coordinator.
 */
import type { Document, DocumentRecord } from '@xxgk/extract';
import { EXTRACT_VERSION, extract } from '@xxgk/extract';
import type { Diagnostic } from '@xxgk/extract/document';
import type { ContainerOf, Parsed, ReadPages, ScanPage, SourceFile, TextPage } from '@xxgk/ingest';
import { clean, containerOf, currentStages, decode, ocrStage } from '@xxgk/ingest';
import { version } from './version.ts';

/** What one file says. */
export interface Reading {
  readonly document: Document;
  readonly records: readonly DocumentRecord[];
}

/** What the pipeline cannot do within its own process. */
export interface Surroundings {
  /** Folder for page images and for the files of an archive, emptied by the caller. */
  readonly scratch: string;
  /** Reads the image of one page. */
  readScan(page: ScanPage): Promise<ReadScan>;
}

/** A page image that has been read. */
export interface ReadScan {
  readonly page: TextPage;
  /** Fingerprint of the engines that read it. */
  readonly engine: string;
  /** What is to be known of the reading; each is said once in a document. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * Bytes in, document and records out; the same for the same bytes, whatever the machine. The files of
 * an archive lie in the scratch folder afterwards, each under the hash of its bytes.
 *
 * @throws {IngestError} when the bytes cannot be read.
 */
export async function read(file: SourceFile, around: Surroundings): Promise<Reading> {
  const made = (await opened(file, around)) ?? (await parsed(file, around));
  const document = file.container ? { ...made, container: placeOf(file.container) } : made;
  return { document, records: recordsOf(document) };
}

/** Of an archive; undefined for any other file. */
async function opened(file: SourceFile, { scratch }: Surroundings): Promise<Document | undefined> {
  const container = containerOf(file.bytes, file.fileName);
  if (!container) return undefined;
  // Loaded only now: most files are no archives.
  const { openContainer } = await import('@xxgk/ingest/containers');
  return openContainer(file, container, scratch);
}

async function parsed(file: SourceFile, around: Surroundings): Promise<Document> {
  const { decoded, parser } = decode(file);
  const pages = await parser.parse(decoded, { scratch: around.scratch });
  return clean(decoded, await readScans(pages, around));
}

const placeOf = ({ sha256, member }: ContainerOf): NonNullable<Document['container']> => ({
  sha256,
  member,
});

/** The second half of {@link read}, for a Document that is in the store already. */
export const recordsOf = (document: Document): readonly DocumentRecord[] =>
  extract(document, { version });

/** Versions of all stages: what has been made by these need not be made again. */
export const stages = async (): Promise<Readonly<Record<string, string>>> => ({
  ...(await currentStages()),
  extract: EXTRACT_VERSION,
});

/** All pages at once: how many are read at the same time is for the pool behind `readScan`. */
async function readScans(parsed: Parsed, { readScan }: Surroundings): Promise<ReadPages> {
  const engines = new Set<string>();
  const said = new Map<string, Diagnostic>();
  const pages = await Promise.all(
    parsed.pages.map(async (page) => {
      if (page.kind !== 'scan') return page;
      const read = await readScan(page);
      engines.add(read.engine);
      for (const one of read.diagnostics ?? []) said.set(one.message, one);
      if (!page.beside) return read.page;
      const { withBeside } = await import('@xxgk/ingest/ocr');
      return withBeside(read.page, page.beside);
    }),
  );
  if (engines.size === 0) return { ...parsed, pages };
  // Loaded only now: most documents have no page that was read by OCR.
  const { joinPages } = await import('@xxgk/ingest/ocr');
  return {
    ...parsed,
    pages: joinPages(pages),
    diagnostics: [...parsed.diagnostics, ...said.values()],
    stages: { ...parsed.stages, ocr: ocrStage(engines) },
  };
}
