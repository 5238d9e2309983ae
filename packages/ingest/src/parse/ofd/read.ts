/** A whole OFD file: pages, annotations, seals, with what could not be read. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import type { Parsed, ScanPage, TextPage } from '../../stage.ts';
import { openArchive } from '../package/archive.ts';
import { blocksOf } from '../paged/join-pages.ts';
import { layOut } from '../paged/layout.ts';
import { unknownIn, whyUnusable } from '../paged/usable.ts';
import type { ParseContext } from '../parser.ts';
import { annotationsOf } from './annotations.ts';
import { missingPart, openDocument } from './document.ts';
import { type OfdPage, readPage } from './page.ts';
import type { OfdInk } from './page-ink.ts';
import { format } from './part.ts';
import { drawScan, type Unread } from './scan.ts';
import { sealsOf } from './seals.ts';

const straight = new Set(['S', 'M', 'L', 'C']);

interface Read {
  readonly page: OfdPage;
  readonly scan: ScanPage | undefined;
  /** Why its text is not to be trusted; undefined when it is good. */
  readonly why: string | undefined;
  readonly unread: readonly Unread[];
}

/** A rectangle takes six steps at most; a letter flattened to lines takes more. */
const fewSteps = 9;
/** Fewer shapes than these are ornaments, on a page without text and beside text. */
const lettersOfPage = 24;
const lettersOfLine = 4;

/** Filled shapes that may be letters drawn as outlines. */
const drawnLetters = ({ drawings }: OfdInk): number =>
  drawings.filter(
    (each) =>
      each.kind === 'shape' &&
      each.fill !== undefined &&
      (each.steps.length > fewSteps || each.steps.some(({ operator }) => !straight.has(operator))),
  ).length;

/** Why a page without text has to be read by OCR although it holds no image. */
function whyDrawn(ink: OfdInk): string | undefined {
  const letters = drawnLetters(ink);
  if (ink.glyphs.length > 0 || letters < lettersOfPage) return undefined;
  return `no text objects, ${letters} shapes that may be letters`;
}

/** A letterhead is often drawn beside the text: what it says is in no text object. */
function drawnBeside({ page: { number, ink }, scan }: Read): Diagnostic[] {
  const letters = drawnLetters(ink);
  if (scan || letters < lettersOfLine) return [];
  return [
    {
      code: 'parse/drawn-letters',
      severity: 'info',
      message: `${letters} shapes on page ${number} may be letters drawn as outlines, which were not read: look at the page.`,
      place: { page: number },
    },
  ];
}

function diagnosticsOf(read: Read): Diagnostic[] {
  const { page, scan, why, unread } = read;
  const { number, ink } = page;
  const place = { page: number };
  const unknown = unknownIn(ink);
  const unmapped: Diagnostic = {
    code: 'parse/unmapped-characters',
    severity: why === undefined ? 'warning' : 'error',
    message: `${unknown} characters of page ${number} have no meaning in the file: look at the page.`,
    place,
  };
  return [
    ...page.missing.map((part) => ({ ...missingPart(part), place })),
    ...(unknown > 0 && !scan ? [unmapped] : []),
    ...drawnBeside(read),
    ...unread.map(
      ({ part, why: cause }): Diagnostic => ({
        code: 'parse/unreadable-image',
        severity: 'error',
        message: `The image ${part} on page ${number} cannot be read (${cause}): look at the page.`,
        place,
      }),
    ),
  ];
}

const reasonOf = ({ page, why }: Read): string => {
  if (why !== undefined) return `${why}, and no image of the page could be had`;
  return page.ink.glyphs.length > 0 ? 'text objects' : 'nothing is printed on the page';
};

function textPage(read: Read, blocks: readonly Block[]): TextPage {
  const { number, width, height } = read.page;
  const reason = reasonOf(read);
  return { kind: 'text', number, width, height, unit: 'pt', readBy: 'text', reason, blocks };
}

/** What `parse` of the reader gives, without the name of the stage. */
export async function readOfd(
  bytes: Uint8Array,
  { scratch }: ParseContext,
): Promise<Pick<Parsed, 'pages' | 'pageCount' | 'diagnostics'>> {
  const archive = await openArchive(format, bytes);
  const document = await openDocument(archive);
  const read: Read[] = [];
  for (const [at, ref] of document.pages.entries()) {
    const page = await readPage(archive, document, ref, at + 1);
    const why = whyUnusable(page.ink, page.width, page.height) ?? whyDrawn(page.ink);
    const drawn = why === undefined ? undefined : await drawScan(page, archive, why, scratch);
    read.push({ page, why, scan: drawn?.scan, unread: drawn?.unread ?? [] });
  }
  const pages = read.map(({ page }) => page);
  const blocks = blocksOf(layOut(read.filter(({ scan }) => !scan).map(({ page }) => page)));
  const seals = await sealsOf(
    archive,
    document,
    pages.map(({ view }) => view),
  );
  const annotations = await annotationsOf(archive, document, pages);
  const all = (number: number): Block[] =>
    [blocks, annotations.blocks, seals.blocks].flatMap(
      (each): readonly Block[] => each.get(number) ?? [],
    );
  return {
    pages: read.map((each) => each.scan ?? textPage(each, all(each.page.number))),
    pageCount: read.length,
    diagnostics: [
      ...document.diagnostics,
      ...read.flatMap(diagnosticsOf),
      ...annotations.diagnostics,
      ...seals.diagnostics,
    ],
  };
}
