/** A whole OFD file: pages, annotations, seals, attachments, with what could not be read. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { EncryptedError, UnreadableError } from '../../errors.ts';
import type { Parsed, ScanPage, TextPage } from '../../stage.ts';
import { type Archive, openArchive } from '../package/archive.ts';
import type { InkedPage } from '../paged/glyph.ts';
import { blocksOf } from '../paged/join-pages.ts';
import { layOut } from '../paged/layout.ts';
import { scaled } from '../paged/scaled.ts';
import { coversPage } from '../paged/usable.ts';
import type { ParseContext } from '../parser.ts';
import { annotationsOf } from './aside/annotations.ts';
import { attachmentsOf } from './aside/attachments.ts';
import { factsOf } from './aside/facts.ts';
import { sealsOf } from './aside/seals.ts';
import { type OfdDocument, openDocuments } from './package/document.ts';
import { forgiving, format } from './package/part.ts';
import { diagnosticsOf, type Read } from './page/diagnostics.ts';
import { type OfdPage, readPage } from './page/page.ts';
import { type Print, printOf } from './page/print.ts';
import { drawScan } from './page/scan.ts';

/** Its letters cannot be drawn from the file: of a page of text without images nothing would be left. */
const mustBeDrawn = ({ verdict: { kind }, ink }: Print, { width, height }: OfdPage): boolean =>
  kind === 'scan' ||
  kind === 'vector' ||
  (kind === 'garbled' && coversPage(ink.images, width, height));

async function readOne(page: OfdPage, archive: Archive, scratch: string): Promise<Read> {
  const print = printOf(page);
  if (!mustBeDrawn(print, page)) return { page, print, scan: undefined, unread: [] };
  const { kind, why } = print.verdict;
  return { page, print, ...(await drawScan(page, archive, `${kind}: ${why}`, scratch)) };
}

const inked = ({ page: { number, width, height }, print: { ink } }: Read): InkedPage => ({
  number,
  width,
  height,
  ink,
});

/** Text objects by page; what a page end cuts is joined, but not over a page that is an image. */
function textBlocks(read: readonly Read[]): Map<number, Block[]> {
  const texts = blocksOf(layOut(read.filter(({ scan }) => !scan).map(inked)));
  // What is printed over a scan is text of that page alone.
  const over = read
    .filter(({ scan, print: { verdict } }) => scan && verdict.kind !== 'garbled')
    .flatMap((each) => [...blocksOf(layOut([inked(each)]))]);
  return new Map([...texts, ...over]);
}

function pageOf(read: Read, blocks: readonly Block[]): TextPage | ScanPage {
  const { number, width, height } = read.page;
  const { scan, print } = read;
  if (scan) {
    const beside = blocks.map((block) => scaled(block, scan.width / width));
    return beside.length === 0 ? scan : { ...scan, beside };
  }
  const { kind, why } = print.verdict;
  const reason = kind === 'text' ? why : `${kind}: ${why}, and no image of the page could be had`;
  return { kind: 'text', number, width, height, unit: 'pt', readBy: 'text', reason, blocks };
}

interface ReadDocument {
  readonly pages: readonly (TextPage | ScanPage)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param before Pages of the documents before it. */
async function readDocument(
  archive: Archive,
  document: OfdDocument,
  before: number,
  scratch: string,
): Promise<ReadDocument> {
  const read: Read[] = [];
  for (const [at, ref] of document.pages.entries()) {
    const page = await readPage(archive, document, ref, before + at + 1);
    read.push(await readOne(page, archive, scratch));
  }
  const pages = read.map(({ page }) => page);
  const texts = textBlocks(read);
  const seals = await sealsOf(archive, document, pages);
  const annotations = await annotationsOf(archive, document, pages);
  const attachments = await attachmentsOf(archive, document, before + 1);
  const facts = await factsOf(archive, document, pages);
  const all = ({ page: { number }, print }: Read): Block[] => [
    ...(texts.get(number) ?? []),
    ...print.unseen,
    ...(annotations.blocks.get(number) ?? []),
    ...(seals.blocks.get(number) ?? []),
    ...(number === before + 1 ? [...facts.blocks, ...attachments.blocks] : []),
  ];
  return {
    pages: read.map((each) => pageOf(each, all(each))),
    diagnostics: [
      ...document.diagnostics,
      ...read.flatMap(diagnosticsOf),
      ...annotations.diagnostics,
      ...seals.diagnostics,
      ...attachments.diagnostics,
      ...facts.diagnostics,
    ],
  };
}

type ReadFile = Pick<Parsed, 'pages' | 'pageCount' | 'diagnostics'>;

async function readPackage(archive: Archive, scratch: string): Promise<ReadFile> {
  const pages: (TextPage | ScanPage)[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const document of await openDocuments(archive)) {
    const read = await readDocument(archive, document, pages.length, scratch);
    pages.push(...read.pages);
    diagnostics.push(...read.diagnostics);
  }
  return { pages, pageCount: pages.length, diagnostics };
}

/** The list of what is encrypted (GM/T 0099): such parts are no XML, or stand under other names. */
const encryptions = 'Encryptions.xml';

/** What `parse` of the reader gives, without the name of the stage. */
export async function readOfd(bytes: Uint8Array, { scratch }: ParseContext): Promise<ReadFile> {
  const archive = forgiving(await openArchive(format, bytes));
  try {
    return await readPackage(archive, scratch);
  } catch (error) {
    const locked = error instanceof UnreadableError && archive.has(encryptions);
    throw locked ? new EncryptedError(format) : error;
  }
}
