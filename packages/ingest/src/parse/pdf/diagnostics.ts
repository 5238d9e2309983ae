/** What has to be told about the pages of a PDF. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import type { ScanPage, TextPage } from '../../stage.ts';
import { unknownIn } from '../paged/usable.ts';
import type { Read } from './read-pages.ts';

/** Pages on which a few characters are printed that the file does not name. */
function unmapped({ inked: { number, ink }, scan, lost }: Read): Diagnostic[] {
  const unknown = unknownIn(ink) + lost;
  if (scan || unknown === 0) return [];
  return [
    {
      code: 'parse/unmapped-characters',
      severity: 'warning',
      message: `${unknown} characters of page ${number} have no meaning in the file (U+FFFD): look at the page.`,
      place: { page: number },
    },
  ];
}

/** Fewer outlines than these are ornaments. */
const lettersOfTitle = 30;

/** A letterhead is often drawn beside the text: what it says is in no text layer. */
function drawnBeside({ inked: { number }, scan, shapes }: Read): Diagnostic[] {
  if (scan || shapes < lettersOfTitle) return [];
  return [
    {
      code: 'parse/drawn-letters',
      severity: 'info',
      message: `${shapes} shapes on page ${number} may be letters drawn as outlines, which were not read: look at the page.`,
      place: { page: number },
    },
  ];
}

/** Pages of which OCR sees less than is printed. */
function undrawn({ inked: { number }, lostImage }: Read): Diagnostic[] {
  if (!lostImage) return [];
  return [
    {
      code: 'parse/unreadable-image',
      severity: 'error',
      message: `An image of page ${number} cannot be decoded, so what is on it was not read: look at the page, or fetch the file again.`,
      place: { page: number },
    },
  ];
}

/**
 * Labels of dropped blocks whose text the reader of the page does not see. What lies outside of the
 * page or of its clipping path is mostly shown on another page: a row that a page end cuts.
 */
const unseen = new Map<string, Diagnostic['severity']>([
  ['invisible-text', 'warning'],
  ['covered-text', 'warning'],
  ['tiny-text', 'warning'],
  ['clipped-text', 'info'],
  ['off-page-text', 'info'],
]);

const lengthOf = (block: Block): number => (block.kind === 'table' ? 0 : block.text.length);

/** Pages that hold text which they do not show. */
function hidden(page: TextPage | ScanPage): Diagnostic[] {
  const blocks = page.kind === 'text' ? page.blocks : (page.beside ?? []);
  return blocks.flatMap((block): Diagnostic[] => {
    const { role, label = '' } = block;
    const severity = role === 'dropped' ? unseen.get(label) : undefined;
    if (severity === undefined) return [];
    const place = { page: page.number };
    const count = `${lengthOf(block)} characters`;
    if (page.kind === 'scan') {
      const message = `Below the image of page ${page.number} lies a text of ${count}; the image is read, the text was dropped.`;
      return [{ code: 'parse/hidden-layer', severity: 'info', message, place }];
    }
    const message = `${count} of page ${page.number} are in the file but not to be seen (${label}): they were dropped.`;
    return [{ code: 'parse/hidden-text', severity, message, place }];
  });
}

export const diagnosticsOf = (
  read: readonly Read[],
  pages: readonly (TextPage | ScanPage)[],
): Diagnostic[] => [
  ...read.flatMap(unmapped),
  ...read.flatMap(undrawn),
  ...read.flatMap(drawnBeside),
  ...pages.flatMap(hidden),
];
